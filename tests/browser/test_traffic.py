"""What comes over the wire for one act of a reader, and that measuring an act always ends."""

from __future__ import annotations

import pytest

from benchmarks.acting import FIND, Acted, act

pytestmark = pytest.mark.browser

MOST_FOR_A_CLICK = 2_000


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
