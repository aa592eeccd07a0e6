"""A day is chosen: the address carries it, counts add up, marks say so; the report opens rows."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


def test_choosing_a_day_leaves_out_what_nobody_had_published(visiting):
    visit = visiting()
    page = visit.open("/")
    page.get_by_role("button", name="Known as of").click()
    for name, value in (("Year", "2022"), ("Month", "12"), ("Day", "31")):
        page.locator(f".panel select[name={name}]").select_option(value)
        page.wait_for_url(f"**asof=*{value}*")
    page.wait_for_url("**asof=2022-12-31**")
    page.wait_for_selector("p.known:has-text('31 December 2022')")
    page.get_by_role("button", name="Done", exact=True).click()
    counts = [int(n) for n in re.findall(r"(\d+) (?:c|p|n)", page.locator("p.known").inner_text())]
    shown, total = re.findall(r"\d+", page.locator("p.count").inner_text())
    assert sum(counts) == int(total)
    assert counts[0] + counts[1] == int(shown)
    page.wait_for_selector(".mark.possible")
    visit.assert_clean()


def test_the_slider_answers_to_keys_says_its_counts_and_back_undoes_it(visiting):
    visit = visiting()
    page = visit.open("/?theme=returns")
    page.get_by_role("button", name="Known as of").click()
    slider = page.locator(".panel input[type=range]")
    slider.wait_for()
    page.keyboard.press("Home")
    first = slider.get_attribute("aria-valuetext")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**asof=2023-11")
    said = slider.get_attribute("aria-valuetext")
    assert re.fullmatch(r"November 2023: \d+ certain, \d+ possible, \d+ not yet", said)
    assert first.startswith("January 2021: 0 certain, 0 possible, ")
    page.wait_for_selector("p.known:has-text('November 2023')")
    counts = [sum(map(int, re.findall(r"(\d+) (?:c|p|n)", words))) for words in (first, said)]
    counts.append(
        sum(map(int, re.findall(r"(\d+) (?:c|p|n)", page.locator("p.known").inner_text())))
    )
    assert len(set(counts)) == 1
    assert 0 < counts[0] < 132
    tracks = page.locator(".windows .bar").count()
    assert tracks == 6
    page.go_back()
    page.wait_for_url("**/?theme=returns")
    page.wait_for_selector("p.known", state="hidden")
    visit.assert_clean()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious_in_the_open_panel(visiting, dark):
    visit = visiting(dark=dark)
    page = visit.open("/?asof=2022-12")
    page.get_by_role("button", name="Known as of").click()
    page.locator(".panel input[type=range]").wait_for()
    visit.settle()
    found = Axe().run(page).response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []


def test_the_panel_fits_a_phone_and_a_zoomed_page(visiting):
    for size in ((390, 844), (720, 450)):
        visit = visiting(size=size)
        page = visit.open("/?asof=2022")
        page.get_by_role("button", name="Known as of").click()
        panel = page.locator(".panel.wide")
        panel.wait_for()
        box = panel.bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= size[0]
        assert 0 <= box["y"] <= box["y"] + box["height"] <= size[1]
        assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")
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
    page.wait_for_url("**event=**")
    visit.assert_clean()
