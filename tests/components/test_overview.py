from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.overview.overview import MOST_BARS, overview_data, period_of, span_of
from dossier.dates.edtf import parse_date
from dossier.selecting.selection import Selection
from tests.dossier.built import build_dossier


def built(*dates):
    return build_dossier(
        events=[{"event_id": f"e{at}", "date": date, "title": "E"} for at, date in enumerate(dates)]
    )


def strip(*dates, shown=None, selection=None):
    dossier = built(*dates)
    every = np.arange(len(dates)) if shown is None else np.array(shown)
    return overview_data(dossier, every, selection or Selection())


def test_every_event_is_in_one_bar_and_the_selected_ones_are_among_them():
    data = strip("2001-05-01", "2001-07", "2003", "[..2004-02-01]", shown=[1, 3])
    assert data["first"] == 2001
    assert data["all"] == [2, 0, 1, 1]
    assert data["chosen"] == [1, 0, 1, 0]
    assert data["period"] is None


def test_of_very_many_years_a_bar_holds_several():
    data = strip("-4000", "2001")
    assert len(data["all"]) <= MOST_BARS
    assert sum(data["all"]) == 2
    assert data["first"] <= -4000 < data["first"] + data["size"]


def test_a_chosen_period_lies_on_the_strip():
    data = strip("1990", "2010", selection=Selection(first="2000", last="2001-06"))
    assert data["period"] == pytest.approx((2000, 2001.5))
    assert span_of(Selection(last="1995"), 1990, 2011) == pytest.approx((1990, 1996))


@given(st.lists(st.floats(-9999, 9999), min_size=2, max_size=2))
def test_whatever_is_brushed_is_a_period_from_a_month_to_a_month(span):
    first, last = (parse_date(text) for text in period_of(span))
    assert first.precision == last.precision == "month"
    assert first.earliest <= last.latest
