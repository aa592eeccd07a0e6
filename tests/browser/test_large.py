"""Very many events in a real browser: counts that zoom in, open and are left by keyboard."""

from __future__ import annotations

import re

import pytest

from benchmarks.made import write_dossier
from tests.browser.conftest import serving, until

pytestmark = pytest.mark.browser

EVENTS = 12_000
COUNT = "g.mark.is-count"
COLUMN = f"{COUNT}:not([aria-haspopup])"
BAND = f"{COUNT}[aria-haspopup]"
IN_VIEW = re.compile(r"([\d,]+) of ([\d,]+) events in view")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    write_dossier(EVENTS, folder)
    with serving(DOSSIER=str(folder)) as base:
        yield base


def in_view(page) -> int:
    found = IN_VIEW.search(page.get_by_text("events in view").first.inner_text())
    return int(found[1].replace(",", ""))


def opened(visiting, large, path="/"):
    visit = visiting(base=large)
    page = visit.open(path)
    page.wait_for_selector("#first", state="detached")
    page.wait_for_selector(COUNT, state="attached")
    return visit, page


def test_columns_zoom_in_by_keyboard_until_events_are_marks(visiting, large):
    visit, page = opened(visiting, large)
    before = in_view(page)
    label = page.locator(COLUMN).nth(3).get_attribute("aria-label")
    assert re.match(r"[\d,]+ events?, .+, lane .+\. Zooms in\.", label)
    for _ in range(8):
        if not page.locator(COLUMN).count():
            break
        sentence = page.get_by_text("events in view").first.inner_text()
        page.locator(COLUMN).first.focus()
        page.keyboard.press("Enter")
        until(page, """before => [...document.querySelectorAll("*")].some(node =>
            node.shadowRoot?.querySelector(".period")?.textContent !== before
            && node.shadowRoot?.querySelector(".period"))""", sentence)  # fmt: skip
        page.wait_for_timeout(500)
    assert in_view(page) < before
    page.wait_for_selector("g.mark[aria-pressed]", state="attached")
    visit.assert_clean()


def test_a_band_opens_as_many_events_as_it_counts_and_leads_to_the_list(visiting, large):
    visit, page = opened(visiting, large)
    band = page.locator(BAND).first
    counted = int(re.match(r"[\d,]+", band.get_attribute("aria-label"))[0].replace(",", ""))
    band.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=listbox] [role=option]")
    assert page.locator("[role=listbox] [role=option]").count() == min(counted, 100)
    page.get_by_role("button", name="All as a list").click()
    page.wait_for_url("**view=list**")
    page.wait_for_selector("a[data-event]")
    visit.assert_clean()


def test_an_event_is_opened_searched_and_left(visiting, large):
    visit, page = opened(visiting, large)
    page.locator("g.mark[aria-pressed]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**event=**")
    page.wait_for_selector(".event h2")
    page.get_by_role("searchbox").fill("bridge")
    page.wait_for_url("**q=bridge**")
    fewer = re.compile(r"Showing (?!12,000)[\d,]+ of 12,000 events")
    page.get_by_text(fewer).wait_for()
    page.get_by_text(re.compile(r"in view$")).and_(page.get_by_text("of 12,000 events")).wait_for(
        state="detached"
    )
    assert 0 < in_view(page) < EVENTS / 4
    visit.assert_clean()


def test_an_open_event_is_a_mark_among_counts_from_a_cold_link(visiting, large):
    visit, page = opened(visiting, large, "/?event=e0000777")
    page.wait_for_selector("g.mark.open", state="attached")
    assert page.locator(".event h2").count() == 1
    visit.assert_clean()
