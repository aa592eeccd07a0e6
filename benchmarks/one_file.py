"""The one file's first mark against TimelineJS' first marker, on the same events in one run.

Run by `make bench`. TimelineJS comes from the npm registry into a temporary folder and is served
from loopback; the one file is opened from disk. Where npm or the registry is missing, it says so.
"""

from __future__ import annotations

import statistics
import subprocess
import tarfile
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dossier.exporting.formats import export_dossier
from dossier.exporting.one_file import export_one_file
from dossier.reading.read import read_dossier
from dossier.schema import DATA
from tests.browser.chromium import ARGS, find_chromium
from tests.browser.test_timelinejs import PACKAGE, PAGE, PATIENCE, served

RUNS = 9
GOAL = 0.2
LIMIT = 500_000
FIRST_MARK = "#chart g.mark[role=button]"
FIRST_MARKER = "#timeline .tl-timemarker"
# Notes the first frame in which the selector finds something, in milliseconds since navigation;
# its last part is also looked for in the shadow of its first.
WATCH = """(() => {
  const [host, inner] = ["%s", "%s"]
  const find = () => document.querySelector(`${host} ${inner}`)
    ?? document.querySelector(host)?.shadowRoot?.querySelector(inner)
  const look = () => find()?.getBoundingClientRect().width > 0
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
    taken = None
    while taken is None:
        page.wait_for_timeout(50)
        taken = page.evaluate("window.firstSeen ?? null")
    context.close()
    return float(taken)


def unpack_timelinejs(folder: Path) -> bool:
    """Put TimelineJS into a folder; False where it can't be had."""
    asked = ["npm", "pack", PACKAGE, "--silent", "--ignore-scripts"]
    try:
        subprocess.run(asked, cwd=folder, check=True, timeout=PATIENCE, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return False
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return True


def compare(folder: Path) -> None:
    """Measure both in turn and print the ratio of their medians."""
    dossier = read_dossier(DATA)
    ours = folder / "dossier.html"
    ours.write_bytes(export_one_file(dossier))
    (folder / "ours.json").write_bytes(export_dossier(dossier, "timelinejs").data)
    (folder / "index.html").write_text(PAGE.format(source="ours.json"), encoding="utf-8")
    size = ours.stat().st_size
    print(f"size of the one file: {size:,} bytes, goal ≤ {LIMIT:,}")
    with sync_playwright() as play, served(folder) as base:
        browser = play.chromium.launch(executable_path=find_chromium(), args=ARGS)
        pairs = [
            (
                first_seen(browser, ours.as_uri(), FIRST_MARK),
                first_seen(browser, f"{base}/index.html", FIRST_MARKER),
            )
            for _ in range(RUNS)
        ]
        browser.close()
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"first mark on {len(dossier.events)} events, one file ÷ TimelineJS   {one / other:5.2f}")
    print(f"goal ≤ {GOAL}, medians of {RUNS}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        if unpack_timelinejs(Path(name)):
            compare(Path(name))
        else:
            print(f"{PACKAGE} can't be had here: nothing to compare with")
