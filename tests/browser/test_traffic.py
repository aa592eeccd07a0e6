"""What comes over the wire for one act of a reader, and that measuring an act always ends."""

from __future__ import annotations

import pytest

from benchmarks.acting import ACTS, FIND, Acted, act
from benchmarks.made import write_dossier
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser

MOST_FOR_A_CLICK, MOST_FOR_A_FILTER = 2_000, 20_000


@pytest.fixture
def visit(visiting):
    visit = visiting()
    visit.page.add_init_script(FIND)
    visit.open("/")
    visit.page.wait_for_load_state("networkidle")
    return visit


def test_an_event_that_was_pointed_at_is_opened_by_few_bytes(visit):
    acted = Acted(visit.page, "open", [""])
    for _ in range(4):
        acted()
    # The first brings the fonts of quotations, which are kept.
    assert max(acted.sizes[1:]) <= MOST_FOR_A_CLICK
    assert min(acted.ahead) > 0
    visit.assert_clean()


def test_an_act_that_shows_nothing_ends_in_an_error(visit):
    nothing = ("() => {}", "() => 1")
    with pytest.raises(RuntimeError, match="the sign stayed 1"):
        act(visit.page, nothing, most=300)
    lost = ("() => document.querySelector('nothing').click()", "() => 1")
    with pytest.raises(RuntimeError, match="showed nothing"):
        act(visit.page, lost, most=300)


def picture(page) -> list[str]:
    """What stands on the chart, mark by mark, and what the counts say."""
    return page.evaluate(
        """() => [...all("svg.plot .mark")].map(mark =>
            `${mark.dataset.uid} ${mark.getAttribute("aria-label")} ${mark.getAttribute("transform")}`)
          .concat([all("svg.plot")[0].getAttribute("aria-label"), all(".filters .count, .count")[0].textContent])"""  # noqa: E501
    )


@pytest.mark.parametrize("lanes", ["theme", "actor"])
def test_what_is_drawn_ahead_is_what_the_app_says(visit, visiting, lanes):
    page = visit.open(f"/?lanes={lanes}")
    page.wait_for_load_state("networkidle")
    acted = Acted(page, "filter", [""])
    for _ in range(3):
        acted()
        visit.settle()
    cold = visiting()
    cold.page.add_init_script(FIND)
    cold.open(page.url.removeprefix(cold.base))
    for each in (visit, cold):  # a filter keeps the window, a link begins with its own
        each.page.get_by_role("button", name="All years: show the whole dossier").click()
        each.settle()
    assert picture(page) == picture(cold.page)
    assert max(acted.sizes) <= MOST_FOR_A_FILTER
    visit.assert_clean()


def test_a_chart_that_the_app_is_slow_to_confirm_is_there_already(visit):
    page = visit.page
    before = picture(page)
    page.evaluate(
        """() => {
          const send = WebSocket.prototype.send
          WebSocket.prototype.send = function (data) { (window.kept ??= []).push([this, data]) }
          window.release = () => {
            WebSocket.prototype.send = send
            for (const [socket, data] of window.kept ?? []) socket.send(data)
          }
        }"""
    )
    act(page, ACTS["filter"])
    ahead = picture(page)
    assert ahead != before
    page.evaluate("release()")
    page.wait_for_url("**/*theme=*")
    visit.settle()
    assert picture(page) == ahead
    page.go_back()
    visit.settle()
    assert picture(page)[-2:] == before[-2:]
    visit.assert_clean()


def test_after_a_link_with_filters_a_filter_takes_few_bytes_too(visiting, tmp_path):
    write_dossier(2_500, tmp_path)
    with serving(DOSSIER=str(tmp_path)) as base:
        visit = visiting(base=base)
        visit.page.add_init_script(FIND)
        with visit.page.expect_response("**/api/chart.json**"):
            page = visit.open("/?theme=council")
        page.wait_for_load_state("networkidle")
        acted = Acted(page, "filter", [""])
        for _ in range(3):
            acted()
            visit.settle()
        assert max(acted.sizes) <= MOST_FOR_A_FILTER
        visit.assert_clean()


def test_a_search_that_finds_nothing_is_no_fault(visiting):
    visit = visiting()
    page = visit.open("/")
    box = page.locator("input[type=search]")
    box.fill("xyzzy")
    box.press("Enter")
    page.get_by_text("Showing 0 of").wait_for()
    visit.settle()
    visit.assert_clean()
