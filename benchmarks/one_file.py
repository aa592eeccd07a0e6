"""The one file's first mark against its peers' first marks, on the same events in one run.

`python -m benchmarks.one_file` measures the default dossier and made ones of 50 and 1,000 events;
`--small` leaves the largest out. TimelineJS and vis-timeline come from the npm registry into a
temporary folder and are served from loopback; the one file is opened from disk. Where npm or the
registry is missing, it says so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.made import SEED, write_dossier
from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.why import is_missed, print_page_profile
from dossier.exporting.formats import export_dossier
from dossier.exporting.one_file.export import export_one_file
from dossier.model import Dossier
from dossier.reading.read import read_dossier
from dossier.schema import DATA
from tests.browser.chromium import ARGS, find_chromium
from tests.browser.test_timelinejs import PACKAGE, PAGE, PATIENCE, served

RUNS, FEW = 9, 3
SIZES = {0: 0.3, 50: 0.3, 1_000: 0.1}  # events (0: the default dossier) and the goal
LIMIT = 500_000
FIRST_MARK = "#chart g.mark[role=button]"
VIS = "vis-timeline"
VIS_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="package/styles/vis-timeline-graph2d.min.css">
<script src="package/standalone/umd/vis-timeline-graph2d.min.js"></script></head>
<body><div id="timeline"></div><script>
fetch("{source}").then(answer => answer.json()).then(given => {{
  const day = ({{ year, month = 1, day = 1 }}) => new Date(year, month - 1, day)
  const items = given.events.map((event, id) => ({{ id, content: event.text.headline,
    start: day(event.start_date), ...(event.end_date && {{ end: day(event.end_date) }}) }}))
  new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(items), {{}})
}})
</script></body></html>"""
# Notes the first frame in which something that the selector finds has a width, in milliseconds
# since navigation; its last part is also looked for in the shadow of its first.
WATCH = """(() => {
  const [host, inner] = ["%s", "%s"]
  const wide = node => node.getBoundingClientRect().width > 0
  const found = () => [...document.querySelectorAll(`${host} ${inner}`),
    ...document.querySelector(host)?.shadowRoot?.querySelectorAll(inner) ?? []].some(wide)
  const look = () => found()
    ? requestAnimationFrame(() => { window.firstSeen = performance.now() })
    : requestAnimationFrame(look)
  look()
})()"""


def first_seen(browser: Browser, address: str, selector: str) -> float:
    """Milliseconds from navigation to the first frame with a mark, in a new context."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH % tuple(selector.split(" ", 1)))
    page.goto(address)
    page.wait_for_selector(selector, state="attached")
    for _ in range(PATIENCE * 20):
        taken = page.evaluate("window.firstSeen ?? null")
        if taken is not None:
            context.close()
            return float(taken)
        page.wait_for_timeout(50)
    raise RuntimeError(f"{address}: no {selector} after {PATIENCE} seconds")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program that draws the same events: its package, page and first mark."""

    name: str
    package: str
    page: str
    first: str


PEERS = (
    Peer("TimelineJS", PACKAGE, PAGE, "#timeline .tl-timemarker"),
    Peer("vis-timeline", VIS, VIS_PAGE, "#timeline .vis-item"),
)


def unpack(package: str, folder: Path) -> bool:
    """Put a package of the npm registry into a folder; False where it can't be had."""
    folder.mkdir()
    asked = ["npm", "pack", package, "--silent", "--ignore-scripts"]
    try:
        subprocess.run(asked, cwd=folder, check=True, timeout=PATIENCE, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return False
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return True


def version_of(folder: Path) -> str:
    """The version that a package says it has."""
    return str(json.loads((folder / "package/package.json").read_text("utf-8"))["version"])


def dossier_of(events: int, folder: Path) -> Dossier:
    """The default dossier, or one made of so many events."""
    if not events:
        return read_dossier(DATA)
    write_dossier(events, folder / f"made-{events}")
    return read_dossier(folder / f"made-{events}")


def measure(small: bool) -> list[Ratio]:
    """Each size against each peer, in turn."""
    runs = FEW if small else RUNS
    ratios: list[Ratio] = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        at_hand = [peer for peer in PEERS if unpack(peer.package, folder / peer.name)]
        for peer in PEERS:
            there = version_of(folder / peer.name) if peer in at_hand else "can't be had here"
            print(f"{peer.name}: {there}")
        browser = play.chromium.launch(executable_path=find_chromium(), args=ARGS)
        with served(folder) as base:
            for events, goal in SIZES.items():
                if not small or events < 1_000:
                    dossier = dossier_of(events, folder)
                    ratios += against(browser, folder, base, dossier, at_hand, runs, goal)
        browser.close()
    return ratios


def against(browser: Browser, folder: Path, base: str, dossier: Dossier, peers: list[Peer],
            runs: int, goal: float) -> list[Ratio]:  # fmt: skip
    """The one file of a dossier over each peer; the goal is over TimelineJS."""
    number = len(dossier.events)
    ours = folder / f"{number}.html"
    ours.write_bytes(export_one_file(dossier))
    print(f"size of the one file, {number:,} events: {ours.stat().st_size:,} bytes")
    source = f"{number}.json"
    events = export_dossier(dossier, "timelinejs").data
    pages: dict[str, Callable[[], float]] = {}
    for peer in peers:
        (folder / peer.name / source).write_bytes(events)
        page = f"{number}.html"
        (folder / peer.name / page).write_text(peer.page.format(source=source), encoding="utf-8")
        address = f"{base}/{peer.name}/{page}"
        pages[peer.name] = lambda at=address, first=peer.first: first_seen(browser, at, first)
    times: dict[str, list[float]] = {each: [] for each in ("ours", *pages)}
    for _ in range(runs):
        times["ours"].append(first_seen(browser, ours.as_uri(), FIRST_MARK))
        for each, load in pages.items():
            times[each].append(load())
    ratios = [
        Ratio(f"one file ÷ {each}, first mark, {number:,} events", times["ours"], times[each],
              goal if each == "TimelineJS" else None)
        for each in pages
    ]  # fmt: skip
    if is_missed(ratios):
        print_page_profile(browser, ours.as_uri())
    return ratios


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="fewer runs, smaller dossiers")
    asked = parser.parse_args()
    print_machine(SEED)
    print(f"goal for the one file of the default dossier: at most {LIMIT:,} bytes")
    ratios = measure(asked.small)
    if ratios:
        print_ratios(ratios)


if __name__ == "__main__":
    main()
