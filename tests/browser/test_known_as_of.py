"""A day is chosen: the address carries it, counts add up, marks say so; the report opens rows."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


def test_choosing_a_day_leaves_out_what_nobody_had_published(visiting):
    visit = visiting()
    page = visit.open("/")
    page.get_by_role("button", name="Known as of").click()
    page.locator("input[name=asof]").fill("2022-12-31")
    page.get_by_role("button", name="Set day").click()
    page.wait_for_selector("p.known:not([hidden])")
    assert "asof=2022-12-31" in page.url
    counts = [int(n) for n in re.findall(r"(\d+) (?:c|p|n)", page.locator("p.known").inner_text())]
    shown, total = re.findall(r"\d+", page.locator("p.count").inner_text())
    assert sum(counts) == int(total)
    assert counts[0] + counts[1] == int(shown)
    page.wait_for_selector(".mark.possible")
    visit.assert_clean()


def test_the_clock_and_the_outline_are_in_the_address_and_in_the_names_of_marks(visiting):
    visit = visiting()
    page = visit.open("/?clock=published&lens=single")
    page.wait_for_selector(".mark .lens", state="attached")
    page.wait_for_selector(".mark .lag", state="attached")
    names = [each.get_attribute("aria-label") for each in page.locator(".mark").all()]
    assert any("single source" in name and "happened: " in name for name in names)
    visit.assert_clean()


def test_a_line_of_the_report_opens_its_rows_and_a_row_its_event(visiting):
    visit = visiting()
    page = visit.open("/data")
    line = page.locator(".report details", has_text="Claims without an answer")
    line.locator("summary").click()
    line.locator("li a").first.click()
    page.wait_for_selector(".event h2")
    assert "event=" in page.url
    visit.assert_clean()
