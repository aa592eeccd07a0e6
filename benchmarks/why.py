"""Where the time goes, printed beside a goal that is missed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarks.ratios import Ratio
from tests.deploy.running import Running

LOADS, SETTLED = 3, 1500  # loads that are profiled, and milliseconds of each
SHOWN = 14
BY_THE_BROWSER = {"(root)", "(idle)"}
IMPORTED = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*(\w+)")


def is_missed(ratios: Iterable[Ratio]) -> bool:
    """Whether any goal among these is missed."""
    return not all(each.is_met for each in ratios)


def print_page_profile(browser: Browser, address: str) -> None:
    """Print in which functions a page spends its time when it is loaded, with what they call.

    "(program)" is the browser's own work: parsing, styles, layout, painting.
    """
    taken: Counter[str] = Counter()
    for _ in range(LOADS):
        for name, microseconds in _profiled(browser, address).items():
            taken[name] += microseconds
    print(f"  where {address} spends its time: milliseconds of a load, with all that is called")
    for name, microseconds in taken.most_common(SHOWN):
        print(f"  {microseconds / LOADS / 1000:7.1f}  {name}")


def _profiled(browser: Browser, address: str) -> Counter[str]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": 200})
    session.send("Profiler.start")
    page.goto(address)
    page.wait_for_timeout(SETTLED)
    profile = session.send("Profiler.stop")["profile"]
    context.close()
    return _inclusive(profile)


def _inclusive(profile: dict[str, Any]) -> Counter[str]:
    """The microseconds of every function with those that it calls."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    above = {child: node["id"] for node in profile["nodes"] for child in node.get("children", [])}
    taken: Counter[str] = Counter()
    for sample, microseconds in zip(profile["samples"], profile["timeDeltas"], strict=True):
        for name in set(_trail(nodes, above, sample)) - BY_THE_BROWSER:
            taken[name] += microseconds
    return taken


def _trail(nodes: dict[int, Any], above: dict[int, int], at: int | None) -> Iterator[str]:
    """The names of a function and of those that called it."""
    while at is not None:
        frame = nodes[at]["callFrame"]
        file = Path(frame["url"]).name
        yield f"{frame['functionName'] or 'a module'} {file}".strip()
        at = above.get(at)


def print_start_profile(folder: Path) -> None:
    """Print which packages a start spends its time loading, each without those that it loads."""
    log = folder / "imports"
    one = Running(log, PYTHONPROFILEIMPORTTIME="1").start().until_ready()
    one.kill()
    taken: Counter[str] = Counter()
    for line in one.said():
        if found := IMPORTED.match(line):
            taken[found[2]] += int(found[1])
    total = sum(taken.values())
    print(f"  what a start loads, in milliseconds, of {total / 1000:.0f} in all")
    for name, microseconds in taken.most_common(SHOWN):
        print(f"  {microseconds / 1000:7.1f}  {name}")
