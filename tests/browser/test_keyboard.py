"""With the keyboard alone."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

LIBE = "libe-hearing"
MOST_TABS = 40
MOST_LANES = 10


def focused(page) -> str:
    """What has the focus, looking into shadow roots."""
    return page.evaluate(
        """() => {
          let node = document.activeElement
          while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement
          return node?.getAttribute("aria-label") ?? node?.textContent ?? ""
        }"""
    )


def on_a_mark(page) -> bool:
    return page.evaluate(
        """() => {
          let node = document.activeElement
          while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement
          return Boolean(node?.closest("[data-uid]"))
        }"""
    )


def walk_to(page, words: str) -> bool:
    """Walk along each lane, from its first mark to its last, until a mark has the words."""
    for _ in range(MOST_LANES):
        page.keyboard.press("Home")
        before = ""
        while focused(page) != before:
            if words in focused(page):
                return True
            before = focused(page)
            page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
    return False


def test_from_page_load_to_the_hearing_and_back(visiting):
    visit = visiting()
    page = visit.open("/")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if on_a_mark(page):
            break
    assert on_a_mark(page)
    assert walk_to(page, "LIBE committee")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**event={LIBE}**")
    page.wait_for_selector(".event .passage")
    page.keyboard.press("Escape")
    page.wait_for_selector(".opening h2")
    page.wait_for_url(lambda url: "event=" not in url)
    visit.assert_clean()


def test_a_filter_opens_closes_and_keeps_the_focus(visiting):
    visit = visiting()
    page = visit.open("/")
    page.get_by_role("button", name="Theme").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.wait_for_url("**theme=**")
    visit.settle()
    page.keyboard.press("Escape")
    assert "Theme" in focused(page)
    visit.assert_clean()
