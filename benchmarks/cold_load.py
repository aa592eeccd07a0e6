"""Cold loads against a bare one-line Streamlit page, in turn and in one run.

`python -m benchmarks.cold_load` measures the default dossier, also on a slow line and right after a
start, and made ones of 100,000 and 1,000,000 events; `--small` has a quick look, and stops at
10,000. Every load is a new browser context, so that nothing is held from before. Measured in the
page, from navigation on: the first frame with an event; the first frame in which an event that was
clicked is open with its date and title; and the first with all that the server is asked for, its
passages. The bare page's own first frame is that with its one word.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.made import SEED, write_dossier
from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.serving import served_app, served_bare
from benchmarks.why import is_missed, print_page_profile
from tests.browser.chromium import ARGS, find_chromium

RUNS, FEW = 15, 5
SIZES = {100_000: 1.1, 1_000_000: 1.4}  # made events, with the goal of the first that answers
SMALL_SIZES = {10_000: 1.1}
STARTS, FEW_STARTS = 5, 2
SIZE = {"width": 1440, "height": 900}
PATIENCE = 120  # seconds
# Ten megabits a second, and forty milliseconds there and back.
LINE = 10e6 / 8  # bytes a second
SLOW = {"offline": False, "latency": 40, "downloadThroughput": LINE, "uploadThroughput": LINE}

# Looks through open shadow roots at every frame. `seen` is when the first mark or word is there
# with a size; the first mark is clicked at once, and `answered` is when an event is open.
WATCH = """(() => {
  const all = (node, selector) => {
    const found = [...node.querySelectorAll(selector)]
    for (const host of node.querySelectorAll("*")) {
      if (host.shadowRoot) found.push(...all(host.shadowRoot, selector))
    }
    return found
  }
  const visible = node => node.getBoundingClientRect().width > 0 && node.checkVisibility()
  const there = selector => all(document, selector).find(visible)
  const times = window.coldTimes = {}
  const look = () => {
    if (!times.seen) {
      if (there(%(first)s)) requestAnimationFrame(() => { times.seen = performance.now() })
    } else if (!times.answered && %(opened)s) {
      if (there(%(opened)s)) requestAnimationFrame(() => { times.answered = performance.now() })
      else if (performance.now() > (times.tried ?? 0) + 100) {
        times.tried = performance.now()
        const box = there(%(first)s)?.getBoundingClientRect()
        window.coldClick = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        there(%(first)s)?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }))
      }
    }
    if (times.answered && !times.quoted && there(%(quoted)s)) {
      requestAnimationFrame(() => { times.quoted = performance.now() })
    }
    if (!times.quoted) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()"""
OURS = ("svg.plot g.mark[aria-pressed] .hit", "article.event h2", "article.event blockquote")
# A made event may have no passage: then its place among the others tells that all has come.
MADE = (*OURS[:2], "article.event .place:not(:empty)")
BARE = ('[data-testid="stMarkdown"] p', "", "")
Watched = tuple[str, str, str]
Times = tuple[float, float, float]


def cold_load(browser: Browser, address: str, watched: Watched, *, slow: bool = False) -> Times:
    """Milliseconds to the first thing on screen, the first that answers, and all of it."""
    context = browser.new_context(viewport=SIZE, service_workers="block")
    try:
        return _times(context, address, watched, slow)
    finally:
        context.close()


def _times(context: BrowserContext, address: str, watched: Watched, slow: bool) -> Times:
    page = context.new_page()
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
    first, opened, quoted = (json.dumps(each) for each in watched)
    page.add_init_script(WATCH % {"first": first, "opened": opened, "quoted": quoted})
    page.goto(address, wait_until="commit")
    wanted = "quoted" if watched[2] else "seen"
    for _ in range(PATIENCE * 20):
        times = page.evaluate("window.coldTimes ?? {}")
        if wanted in times:
            return float(times["seen"]), float(times.get("answered", 0)), float(times[wanted])
        page.wait_for_timeout(50)
    raise RuntimeError(f"{address}: nothing after {PATIENCE} seconds")


def compared(
    browser: Browser, ours: str, bare: str, runs: int, where: str, *,
    goals: tuple[float | None, float | None], watched: Watched = OURS, slow: bool = False,
) -> list[Ratio]:  # fmt: skip
    """Both in turn: first event on screen, and first event that answers, over the bare page."""
    cold_load(browser, ours, watched)
    cold_load(browser, bare, BARE)
    pairs = [
        (cold_load(browser, ours, watched, slow=slow), cold_load(browser, bare, BARE, slow=slow)[0])
        for _ in range(runs)
    ]
    seen, answered, quoted = zip(*(times for times, _ in pairs), strict=True)
    reference = [one for _, one in pairs]
    return [
        Ratio(f"cold load to the first event on screen, {where}", seen, reference, goals[0]),
        Ratio(f"cold load to the first event that answers, {where}", answered, reference, goals[1]),
        Ratio(f"cold load to all of that event, {where}", quoted, reference),
    ]


def at_size(browser: Browser, folder: Path, events: int, goal: float) -> list[Ratio]:
    """Loads of a made dossier, over the bare page."""
    write_dossier(events, folder / str(events))
    made = str(folder / str(events))
    with served_app(DOSSIER=made) as app, served_bare(folder) as bare:
        return compared(browser, f"{app}/", bare, FEW, f"{events:,} events", watched=MADE,
                        goals=(None, goal))  # fmt: skip


def first_visits(browser: Browser, folder: Path, starts: int) -> Ratio:
    """The first visit after the server says it is healthy, each to a server just started."""
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(starts):
        with served_app() as base:
            ours.append(cold_load(browser, f"{base}/", OURS)[1])
        with served_bare(folder) as base:
            bare.append(cold_load(browser, f"{base}/", BARE)[0])
    return Ratio("first visit after healthy, to the first event that answers", ours, bare, 1.5)


def measure(small: bool) -> list[Ratio]:
    """Measure all of it."""
    runs = FEW if small else RUNS
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=ARGS)
        with served_app() as app, served_bare(Path(name)) as bare:
            ours = f"{app}/"
            ratios = compared(browser, ours, bare, runs, "on loopback", goals=(0.3, 1.05))
            ratios += compared(browser, ours, bare, runs, "at 10 Mbit/s and 40 ms", slow=True,
                               goals=(None, 0.7))  # fmt: skip
            if is_missed(ratios):
                print_page_profile(browser, ours)
        for events, goal in (SMALL_SIZES if small else SIZES).items():
            ratios += at_size(browser, Path(name), events, goal)
        ratios.append(first_visits(browser, Path(name), FEW_STARTS if small else STARTS))
        browser.close()
    return ratios


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="fewer runs, for a quick look")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _arguments()
    print_machine(SEED)
    print_ratios(measure(asked.small))
