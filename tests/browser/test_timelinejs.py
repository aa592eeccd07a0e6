"""What we export for TimelineJS, in TimelineJS' own package from the npm registry."""

from __future__ import annotations

import functools
import json
import re
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dossier.exporting.formats import export_dossier
from dossier.reading.read import read_dossier
from dossier.schema import DATA

pytestmark = pytest.mark.browser

PACKAGE = "@knight-lab/timelinejs"
PATIENCE = 120  # seconds for the registry
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="package/dist/css/timeline.css">
<script src="package/dist/js/timeline.js"></script></head>
<body><div id="timeline" style="width:1200px;height:700px"></div><script>
fetch("{source}").then(answer => answer.json()).then(given => {{
  window.timeline = new TL.Timeline("timeline", given, {{ language: "en", hash_bookmark: true }})
}})
</script></body></html>"""
# What TimelineJS made of each slide: its dates as it holds them.
SLIDES = """() => window.timeline.config.events.map(event => ({
  id: event.unique_id,
  start: event.start_date.data,
  end: event.end_date ? event.end_date.data : null,
}))"""
FINENESS = ("year", "month", "day", "hour", "minute", "second")
BETWEEN_ENDS = re.compile(r"/|\.\.|,")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TimelineJS, unpacked below a fresh folder; the tests skip where it can't be had."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not on this machine")
    folder = tmp_path_factory.mktemp("timelinejs")
    try:
        asked = [npm, "pack", PACKAGE, "--silent", "--ignore-scripts"]
        subprocess.run(asked, cwd=folder, check=True, timeout=PATIENCE, capture_output=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip(f"the npm registry did not give {PACKAGE}")
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="module")
def exported(package: Path) -> Path:
    data = export_dossier(read_dossier(DATA), "timelinejs").data
    (package / "ours.json").write_bytes(data)
    (package / "index.html").write_text(PAGE.format(source="ours.json"), encoding="utf-8")
    return package


@pytest.fixture
def opened(chromium, exported):
    """The exported timeline, open; nothing but this machine answers."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    refused: list[str] = []
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with served(exported) as base:

        def only_ours(route):
            if route.request.url.startswith((base, "data:", "blob:")):
                route.continue_()
            else:
                refused.append(route.request.url)
                route.abort()

        page.route("**/*", only_ours)
        page.goto(f"{base}/index.html")
        page.wait_for_function("window.timeline?.ready === true", timeout=60_000)
        yield page, errors
    page.close()


def fineness(edtf: str) -> int:
    """How many of the names of `FINENESS` a date without an interval fixes."""
    day, _, time = edtf.strip("~?%").lstrip("-").partition("T")
    known = [each for each in day.split("-") if "X" not in each]
    is_season = len(known) > 1 and int(known[1]) > 12
    return 1 if is_season else max(1, len(known)) + len(time[:8].split(":") if time else [])


def test_it_has_a_slide_for_every_event(opened):
    page, errors = opened
    dossier = read_dossier(DATA)
    assert errors == []
    slides = page.evaluate(SLIDES)
    assert sorted(each["id"] for each in slides) == sorted(dossier.events["event_id"])
    drawn = page.locator("#timeline .tl-storyslider .tl-slide").count()
    assert drawn == len(dossier.events) + 1  # and the title
    assert page.locator("#timeline .tl-timemarker").count() == len(dossier.events)
    assert page.locator("#timeline .tl-message-full").count() == 0


def test_no_date_is_finer_than_ours(opened):
    page, _ = opened
    dossier = read_dossier(DATA)
    for slide in page.evaluate(SLIDES):
        event = dossier.event(slide["id"])
        assert event is not None
        ends = [each for each in BETWEEN_ENDS.split(event.date.text.strip("[]{}")) if each]
        for given, ours in ((slide["start"], ends[0]), (slide["end"], ends[-1])):
            finer = [(given or {}).get(name) for name in FINENESS[fineness(ours) :]]
            assert not any(each not in (None, "") for each in finer), (slide, event.date.text)


def test_the_date_that_it_shows_is_ours_in_words(opened):
    page, _ = opened
    given = json.loads(export_dossier(read_dossier(DATA), "timelinejs").data)["events"]
    words = {each["unique_id"]: each["display_date"] for each in given}
    shown = page.locator("#timeline .tl-slide .tl-headline-date").all_text_contents()
    said = {each.strip() for each in shown} - {""}
    assert said
    assert said <= set(words.values())


def test_no_markup_from_the_dossier_runs(opened):
    page, errors = opened
    assert page.locator("#timeline .tl-slide script, #timeline .tl-slide iframe").count() == 0
    assert errors == []
