"""Deep links on a server that nobody has visited yet, and Back."""

from __future__ import annotations

import pytest

from tests.browser.conftest import serving

pytestmark = pytest.mark.browser

FIRST_VISITS = {
    "/figures": "Figures",
    "/documents": "Documents",
    "/data": "Data",
    "/?event=libe-hearing": "LIBE",
}


@pytest.mark.parametrize(("path", "words"), FIRST_VISITS.items())
def test_first_visit_to_a_deep_link_opens_the_right_page(visiting, path, words):
    with serving() as base:
        visit = visiting(base=base)
        page = visit.open(path)
        assert page.locator('[data-testid="stTopNavLink"]').count() >= 5
        assert page.get_by_text(words).count() > 0
        visit.assert_clean()


def test_back_closes_the_event_and_forward_opens_it_again(visiting):
    visit = visiting()
    page = visit.open("/")
    page.locator(".headlines a").first.click()
    page.wait_for_selector(".event h2")
    page.wait_for_url("**event=**")
    page.go_back()
    page.wait_for_selector(".opening h2")
    assert "event=" not in page.url
    page.go_forward()
    page.wait_for_selector(".event h2")
    visit.assert_clean()


def test_a_link_gives_a_second_reader_the_same_view(visiting):
    first = visiting()
    page = first.open("/")
    page.get_by_role("button", name="Theme").click()
    page.locator(".panel label").first.click()
    page.wait_for_url("**theme=**")
    first.settle()
    count = page.locator("p.count").inner_text()
    second = visiting()
    second.open(page.url.removeprefix(first.base))
    assert second.page.locator("p.count").inner_text() == count
    assert "all" not in second.page.get_by_role("button", name="Theme").inner_text()
    second.assert_clean()


def test_an_unknown_event_and_hostile_values_fall_back_with_a_notice(visiting):
    visit = visiting()
    page = visit.open("/?event=nope&theme=<script>x</script>&from=31-02-2022&lanes=x&page=9e9")
    assert page.locator(".notice").count() >= 3
    assert page.locator(".opening h2").count() == 1
    visit.assert_clean()
