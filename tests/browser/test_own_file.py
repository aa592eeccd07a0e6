"""A visitor's own file: shown to that visitor alone, with a way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser

SENT = b"""event_id,date,title
mine-1,2022-01-13,My first event
mine-2,2023,My second event
bad,31/02/2022,A row that can't be kept
"""


def test_good_rows_are_on_the_timeline_at_once_for_this_visitor_alone(visiting):
    visit = visiting()
    page = visit.open("/data")
    page.locator('input[type="file"]').set_input_files(
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": SENT}
    )
    page.get_by_text("2 good events; 1 row could not be kept.").wait_for()
    page.get_by_text("31/02/2022").first.wait_for()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the rejected rows of events.csv").click()
    assert b"31/02/2022" in taken.value.path().read_bytes()
    page.get_by_role("button", name="Show it on the timeline").click()
    page.get_by_text("Showing 2 of 2 events").wait_for()
    page.get_by_text("You are looking at your own file.").wait_for()
    other = visiting()
    assert "of 2 events" not in other.open("/").locator("p.count").inner_text()
    page.get_by_role("button", name="Back to the dossier that is served here").click()
    page.get_by_text("You are looking at your own file.").wait_for(state="detached")
    expect(page.get_by_text("of 2 events")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator("p.count")).to_have_count(1, timeout=PATIENCE)
    visit.assert_clean()
