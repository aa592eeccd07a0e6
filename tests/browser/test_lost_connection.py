"""A reader's view survives a lost connection, a restart and a new version, by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.deploy.running import ROOT, Running, running

pytestmark = pytest.mark.browser

LOST = "#dossier-connection:not(:empty)"
PATIENT = 90_000


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Running]:
    """A server that a test may kill."""
    with running(tmp_path / "log") as one:
        yield one


def open_event(page: Page, position: int) -> str:
    """Open the mark at a position from the keyboard, and say which event it is."""
    mark = page.locator("g.mark[role=button]").nth(position)
    event = (mark.get_attribute("data-uid") or "").rpartition("/")[2]
    mark.focus()
    page.keyboard.press("Enter")
    return event


def test_a_killed_and_restarted_process_gives_the_same_view_and_what_was_asked_meanwhile(
    visiting: Callable[..., Visit], mortal: Running
):
    visit = visiting(base=mortal.base)
    page = visit.open("/?lanes=actor&theme=returns")
    before = page.locator("g.mark[role=button]").count()
    first = open_event(page, 1)
    page.wait_for_url(f"**event={first}**")
    visit.settle()
    mortal.kill()
    page.wait_for_selector(LOST)
    second = open_event(page, 3)
    assert second != first
    page.wait_for_timeout(500)
    assert f"event={first}" in page.url
    mortal.start().until_ready()
    page.wait_for_url(f"**event={second}**", timeout=PATIENT)
    page.wait_for_selector(LOST, state="detached")
    visit.settle()
    assert "lanes=actor" in page.url
    assert "theme=returns" in page.url
    assert page.locator("g.mark[role=button]").count() == before
    assert page.locator('[data-testid="stDialog"]').count() == 0


def test_an_own_file_that_went_with_the_process_is_said_to_be_gone(
    visiting: Callable[..., Visit], mortal: Running
):
    page = visiting(base=mortal.base).open("/data")
    table = b"event_id,date,title\nmine,2022-01-13,My event\n"
    sent = {"name": "mine.csv", "mimeType": "text/csv", "buffer": table}
    page.locator('input[type="file"]').set_input_files(sent)  # type: ignore[arg-type]
    page.get_by_role("button", name="Show it on the timeline").click()
    page.get_by_text("You are looking at your own file.").wait_for()
    mortal.kill()
    page.wait_for_selector(LOST)
    mortal.start().until_ready()
    page.get_by_text("Your own file is no longer here").wait_for(timeout=PATIENT)
    page.get_by_text("You are looking at your own file.").wait_for(state="detached")
    page.get_by_role("link", name="Send it again on the Data screen").click()
    page.locator('input[type="file"]').wait_for(state="attached", timeout=PATIENT)


def test_back_on_a_dead_line_is_made_good(visiting: Callable[..., Visit], mortal: Running):
    visit = visiting(base=mortal.base)
    page = visit.open("/")
    event = open_event(page, 5)
    page.wait_for_selector(".event h2")
    page.wait_for_url(f"**event={event}**")
    mortal.kill()
    page.wait_for_selector(LOST)
    page.go_back()
    mortal.start().until_ready()
    page.wait_for_selector(".opening h2", timeout=PATIENT)
    assert event not in page.url


def test_a_page_of_an_old_version_loads_the_new_one_at_the_same_address(
    visiting: Callable[..., Visit], tmp_path: Path
):
    copy = tmp_path / "copy"
    names = ("app.py", "components", "pages", "dossier", "data", ".streamlit")
    for name in names:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _under(copy, name))
    old = Running(tmp_path / "log", folder=copy).start().until_ready()
    try:
        visit = visiting(base=old.base)
        page = visit.open("/?event=libe-hearing")
        sheet = copy / "components/timeline/timeline.css"
        sheet.write_text(sheet.read_text("utf-8") + "\n/* a new version */\n", "utf-8")
        with page.expect_event("load", timeout=PATIENT):
            old.kill()
            old.start().until_ready()
        visit.settle()
        assert "event=libe-hearing" in page.url
        expect(page.locator(".event h2")).to_contain_text("LIBE")
    finally:
        old.kill()


def _under(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    return folder / name
