"""What breaks, and how long it takes to be whole again.

`python -m benchmarks.faults` kills a process and starts it again, against a bare page's first start
(goal: within twice as long); then has 50 browser pages click through nginx with two processes, and
kills one of them: every page must get what it asked for, at the same address. `--small` has 6
pages. Needs nginx: `make nginx`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.serving import served_bare
from benchmarks.why import is_missed, print_start_profile
from tests.browser.chromium import ARGS, find_chromium
from tests.deploy.proxied import find_nginx, proxied
from tests.deploy.running import Running

READERS, SMALL_READERS = 50, 6
STARTS, SMALL_STARTS = 5, 2
PATIENCE = 240_000  # ms
VIEWS = ("theme=returns", "lanes=actor", "lanes=document", "theme=returns&lanes=actor")
MARK = "g.mark[role=button]"


def show_starts(folder: Path, times: int) -> None:
    """From a kill to a dossier that can be shown, against a start of the bare page."""
    ours: list[float] = []
    bare: list[float] = []
    one = Running(folder / "log").start().until_ready()
    try:
        for _ in range(times):
            one.kill()
            begun = time.perf_counter()
            one.start().until_ready()
            ours.append((time.perf_counter() - begun) * 1000)
            bare.append(start_of(served_bare(folder)))
    finally:
        one.kill()
    ratios = [Ratio("killed to ready ÷ bare start", ours, bare, 2.0)]
    print_ratios(ratios)
    if is_missed(ratios):
        print_start_profile(folder)


def start_of(served: AbstractContextManager[str]) -> float:
    """The milliseconds until a server is ready."""
    begun = time.perf_counter()
    with served:
        return (time.perf_counter() - begun) * 1000


def show_readers(folder: Path, readers: int) -> None:
    """Pages click while one of two processes is killed; count those that got what they asked."""
    with proxied(folder) as replicas, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=ARGS)
        pages = [
            opened(browser, f"{replicas.base}/?{VIEWS[each % len(VIEWS)]}")
            for each in range(readers)
        ]
        asked = []
        for number, page in enumerate(pages):
            if number == readers // 2:
                begun = time.perf_counter()
                replicas.processes["one"].kill()
            asked.append(click(page, number))
        served = sum(map(got, pages, asked, range(readers)))
        taken = time.perf_counter() - begun
        browser.close()
    print(f"{served} of {readers} readers got what they asked for at the same view, goal all; "
          f"the last {taken:.0f} s after the kill")  # fmt: skip


def opened(browser: Browser, address: str) -> Page:
    """A page of a reader of its own, drawn."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_selector(MARK)
    return page


def click(page: Page, number: int) -> str:
    """Open an event from the keyboard, and say which."""
    mark = page.locator(MARK).nth(number % 4)
    event = (mark.get_attribute("data-uid") or "").rpartition("/")[2]
    mark.focus()
    page.keyboard.press("Enter")
    return event


def got(page: Page, event: str, number: int) -> bool:
    """Whether a page shows the event that was asked for, in the view that it was asked in."""
    try:
        page.wait_for_url(f"**event={event}**")
        page.wait_for_selector(".event h2")
    except Exception as error:
        print(f"  reader {number}: {type(error).__name__}")
        return False
    return VIEWS[number % len(VIEWS)] in page.url


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="a quick look")
    small = parser.parse_args().small
    print_machine()
    with tempfile.TemporaryDirectory() as name:
        show_starts(Path(name), SMALL_STARTS if small else STARTS)
        if find_nginx() is None:
            print("no nginx here: see tests/deploy/get_nginx.sh")
        else:
            show_readers(Path(name), SMALL_READERS if small else READERS)


if __name__ == "__main__":
    main()
