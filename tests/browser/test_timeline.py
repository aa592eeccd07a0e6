"""The timeline in a real browser: its text twin, zoom, the strip of years, and touch targets."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import until

pytestmark = pytest.mark.browser

FILTERS = ["", "theme=returns", "document=volt-policy-page", "status=claimed&q=asylum", "from=2022"]
MARKS = "g.mark[role=button]"


def held(label: str) -> int:
    """How many events a mark stands for, by its name."""
    pile = re.match(r"(\d+) events", label)
    return int(pile.group(1)) if pile else 1


@pytest.mark.parametrize("asked", FILTERS)
def test_the_list_holds_the_same_events_as_the_chart(visiting, asked):
    visit = visiting()
    page = visit.open(f"/?{asked}")
    said = page.locator("p.count").inner_text()
    page.locator("button[data-do=all]").click()
    page.wait_for_timeout(500)
    labels = page.locator(MARKS).evaluate_all(
        "marks => marks.map(mark => mark.getAttribute('aria-label'))"
    )
    page = visit.open(f"/?view=list&{asked}")
    rows = page.locator("a[data-event]").count()
    assert page.locator("p.count").inner_text() == said
    assert f"Showing {rows} of" in said
    assert sum(held(label) for label in labels) == rows
    visit.assert_clean()


def test_the_strip_of_years_sets_the_period_and_back_clears_it(visiting):
    visit = visiting()
    page = visit.open("/")
    strip = page.locator(".strip svg")
    strip.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = strip.bounding_box()
    y = box["y"] + box["height"] * 0.3
    page.mouse.move(box["x"] + box["width"] * 0.6, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, y, steps=6)
    page.mouse.up()
    page.wait_for_url("**from=**to=**")
    page.go_back()
    until(page, "!location.search.includes('from=')")
    visit.assert_clean()


def test_zooming_reaches_days_and_comes_back(visiting):
    visit = visiting()
    page = visit.open("/?theme=european-parliament")
    sentence = page.get_by_text("events in view")
    before = sentence.inner_text()
    for _ in range(5):
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(300)
    assert sentence.inner_text() != before
    page.get_by_role("button", name=re.compile("^Focus")).click()
    page.wait_for_timeout(600)
    assert sentence.inner_text() == before
    visit.assert_clean()


def test_a_pile_opens_its_events(visiting):
    visit = visiting()
    page = visit.open("/")
    page.locator(f"{MARKS}[aria-label*=' events, 13 January 2022.']").click()
    options = page.locator("[role=listbox] [role=option]")
    assert options.count() > 20
    options.first.click()
    page.wait_for_url("**event=**")
    page.wait_for_selector(".event .passage")
    visit.assert_clean()


def test_no_mark_that_can_be_tapped_is_smaller_than_it_may_be(visiting):
    page = visiting(size=(390, 844)).open("/")
    small = page.locator(MARKS).evaluate_all(
        """marks => marks.map(mark => mark.getBoundingClientRect())
             .filter(box => box.width < 23.5 || box.height < 23.5).length"""
    )
    assert small == 0
