"""nginx with two processes, in a folder: one is killed while readers click, and nobody notices."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_lost_connection import LOST, PATIENT, open_event
from tests.deploy.proxied import PLACES, Proxied, find_nginx, proxied

pytestmark = pytest.mark.browser

VIEWS = ("?lanes=actor&theme=returns", "?lanes=document", "?view=list&q=office")


@pytest.fixture
def replicas(tmp_path: Path) -> Iterator[Proxied]:
    if find_nginx() is None:
        reason = "no nginx: see tests/deploy/get_nginx.sh"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with proxied(tmp_path, path="dossier") as both:
        yield both


def place_of(visit: Visit) -> str:
    cookies = {each["name"]: each["value"] for each in visit.page.context.cookies()}
    return cookies["dossier_place"]


def test_readers_click_while_a_process_dies_and_each_gets_what_was_asked(
    visiting: Callable[..., Visit], replicas: Proxied
):
    visits = [visiting(base=replicas.base) for _ in VIEWS[:2]]
    for visit, view in zip(visits, VIEWS, strict=False):
        visit.open(f"/{view}")
        visit.assert_clean()
    listed = visiting(base=replicas.base)
    listed.open(f"/{VIEWS[2]}")
    tallies = [visit.page.locator("p.count").inner_text() for visit in (*visits, listed)]
    dead = place_of(visits[0])
    (alive,) = set(PLACES) - {dead}

    asked = [open_event(visit.page, 2) for visit in visits]
    replicas.processes[dead].kill()

    for visit, event in zip(visits, asked, strict=True):
        visit.page.wait_for_url(f"**event={event}**", timeout=PATIENT)
        visit.page.wait_for_selector(".event h2", timeout=PATIENT)
    for visit, view, tally in zip((*visits, listed), VIEWS, tallies, strict=True):
        visit.page.wait_for_selector(LOST, state="detached", timeout=PATIENT)
        visit.settle()
        assert view.removeprefix("?") in visit.page.url
        assert visit.page.locator("p.count").inner_text() == tally
        assert place_of(visit) == alive
        assert visit.page.locator('[data-testid="stDialog"]').count() == 0
        assert visit.foreign == []


def test_a_deep_link_and_every_screen_open_through_the_proxy_in_a_folder(
    visiting: Callable[..., Visit], replicas: Proxied
):
    visit = visiting(base=replicas.base)
    for path in ("/?event=libe-hearing", "/figures", "/documents", "/briefing", "/data"):
        visit.open(path)
    visit.assert_clean()
