"""Who comes while a dossier is read sees a page that says so, and then what they asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.deploy.held import holding, let_go, until_listening
from tests.deploy.running import Running

pytestmark = pytest.mark.browser

PATIENT = 90_000
LOST = "#dossier-connection:not(:empty)"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Running]:
    with holding(tmp_path) as one:
        yield one


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_turns_into_what_was_asked_for_by_itself(
    visiting: Callable[..., Visit], held: Running, dark: bool
):
    page = visiting(base=held.base, dark=dark).page
    early = page.goto(f"{held.base}/?event=libe-hearing&lanes=actor")
    assert early is not None
    assert early.status == 503
    expect(page.get_by_role("heading", name="The dossier is being read")).to_be_visible()
    assert page.title() == "Dossier"
    found = Axe().run(page).response["violations"]
    # Trying again is all that this page is for.
    grave = [each["id"] for each in found if each["impact"] in ("serious", "critical")]
    assert grave == ["meta-refresh"]
    page.wait_for_event("load", timeout=PATIENT)  # it has tried again
    let_go(held)
    expect(page.locator(".event h2").first).to_contain_text("LIBE", timeout=PATIENT)
    assert page.url == f"{held.base}/?event=libe-hearing&lanes=actor"


def test_an_open_page_waits_for_a_restart_that_reads_for_long(
    visiting: Callable[..., Visit], held: Running
):
    let_go(held)
    visit = visiting(base=held.base)
    page = visit.open("/?lanes=actor&event=libe-hearing")
    held.kill()
    (held.folder / "go").unlink()
    until_listening(held.start())
    page.wait_for_selector(LOST)
    page.wait_for_timeout(3_000)
    assert "event=libe-hearing" in page.url
    let_go(held)
    page.wait_for_selector(LOST, state="detached", timeout=PATIENT)
    visit.settle()
    expect(page.locator(".event h2")).to_contain_text("LIBE")
