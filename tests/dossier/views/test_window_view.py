"""Counts of a window against a plain count, whatever the dates, the window and the columns."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates.days import DAY_MAX, DAY_MIN, civil, day_number
from dossier.dates.steps import finest_step, step_edges
from dossier.selecting.selection import Selection
from dossier.views import window_view
from dossier.views.marks import all_marks
from dossier.views.packing import packed_marks
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View
from dossier.views.window_view import counted_events, window_data
from tests.dossier.built import build_dossier

THEMES = ("law", "sea", "")


def asked(**changes: object) -> View:
    plain = {"selection": Selection(), "event": "", "lanes": "theme", "view": "chart", "page": 1}
    return View(**{**plain, "said": (), **changes})


def iso(day: int) -> str:
    return "{:04d}-{:02d}-{:02d}".format(*civil(day))


DAYS = st.integers(day_number(1990, 1, 1), day_number(2030, 12, 31))


@st.composite
def dates(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    end = day + draw(st.integers(1, 2_000))
    forms = ("{0}", "{1}", "{2}", "{0}/{3}", "{0}/..", "[..{0}]", "{1}~")
    form = draw(st.sampled_from(forms))
    return form.format(iso(day), iso(day)[:7], iso(day)[:4], iso(end))


EVENTS = st.lists(
    st.tuples(dates(), st.sampled_from(THEMES), st.sampled_from((1, 1, 1, 2, 3))),
    min_size=1,
    max_size=60,
)


def built(rows):
    events = [
        {"event_id": f"e{at}", "date": date, "title": f"E {at}", "theme": theme, "importance": rank}
        for at, (date, theme, rank) in enumerate(rows)
    ]
    return build_dossier(events=events)


@pytest.fixture
def few(monkeypatch):
    """So few marks that small dossiers are counted, too."""
    for name, most in (("MOST_NEAR", 3), ("MOST_WIDE", 2), ("MOST_HEADLINES", 2)):
        monkeypatch.setattr(window_view, name, most)


@pytest.mark.parametrize("columns", [1, 8, 40])
def test_counts_are_those_of_a_plain_count(few, columns):
    @settings(deadline=None, max_examples=60)
    @given(EVENTS, DAYS, st.integers(1, 8_000))
    def check(rows, t0, length):
        check_window(built(rows), (t0, t0 + length), columns)

    check()


def check_window(dossier, window, columns):
    every, view = np.arange(len(dossier.events)), asked()
    data = window_data(dossier, every, view, window, columns)
    lanes = [lane["id"] for lane in timeline_data(dossier, every, view)["lanes"]]
    edges = data["from"] + np.cumsum([0, *data["bins"]])
    drawn = {mark["id"] for mark in data["marks"]}
    assert len(drawn) == len(data["marks"])
    left = [
        (lanes.index(theme), first, last)
        for name, theme, first, last in zip(
            *(dossier.events[c] for c in ("event_id", "theme", "earliest", "latest")), strict=True
        )
        if name not in drawn and last >= edges[0] and first < edges[-1]
    ]
    for at, lane in enumerate(data["lanes"]):
        held = [[0] for _ in edges[1:]]
        reaching = 0
        for where, first, last in left:
            if where != at:
                continue
            column = int(np.searchsorted(edges, first, side="right")) - 1
            if column >= 0 and last < edges[column + 1] and first >= edges[0]:
                held[column][0] += 1
            else:
                reaching += last >= window[0] and first < window[1]
        assert (lane["bins"] or [0] * len(held)) == [count for (count,) in held]
        assert lane["wide"] == reaching
        own = dossier.events[dossier.events["theme"] == lanes[at]]
        assert lane["earlier"] == int((own["latest"] < window[0]).sum())
        assert lane["later"] == int((own["earliest"] >= window[1]).sum())
        assert lane["earlier"] + lane["shown"] + lane["later"] == len(own)
        assert sum(lane["bars"]) == pytest.approx(sum(lane["bins"]), abs=0.06 * len(lane["bars"]))
        check_lists(dossier, view, window, columns, data, at, edges)


def check_lists(dossier, view, window, columns, data, at, edges):
    every, lane = np.arange(len(dossier.events)), data["lanes"][at]
    for count, begin in zip(lane["bins"], edges.tolist(), strict=False):
        behind = counted_events(dossier, every, view, window, columns, (at, begin))
        assert behind["total"] == count == len(behind["marks"])
    behind = counted_events(dossier, every, view, window, columns, (at, None))
    assert behind["total"] == lane["wide"]


def test_few_events_are_marks_and_nothing_is_counted():
    dossier = built([("2001-01-01", "law", 1), ("2002", "sea", 2), ("2003/..", "", 1)])
    data = window_data(dossier, np.arange(3), asked(), (730_000, 733_000), 40)
    assert {mark["id"] for mark in data["marks"]} == {"e0", "e1", "e2"}
    assert not any(lane["bins"] or lane["wide"] for lane in data["lanes"])


def test_an_event_known_to_the_year_is_shared_out_over_the_year(few):
    dossier = built([("2001", "law", 1)] * 12)
    window = day_number(1990, 1, 1), day_number(2020, 1, 1)
    (lane,) = window_data(dossier, np.arange(12), asked(), window, 40)["lanes"]
    assert sum(lane["bins"]) == 12
    assert max(lane["bars"]) <= 3.1


def test_headlines_are_marks_however_many_events_there_are(few):
    dossier = built([("2001-01-01", "law", 1)] * 20 + [("2001-01-02", "law", 3)])
    data = window_data(dossier, np.arange(21), asked(), (730_000, 733_000), 40)
    assert [mark["rank"] for mark in data["marks"]] == [3]
    assert sum(data["lanes"][0]["bins"]) == 20


def test_by_another_clock_events_without_a_date_reach_over_all(few):
    dossier = built([("2001-01-01", "law", 1)] * 9)
    view = asked(clock="said")
    (lane,) = window_data(dossier, np.arange(9), view, (730_000, 733_000), 40)["lanes"]
    assert lane["wide"] == lane["shown"] == 9


def test_a_window_of_all_time_is_counted(few):
    dossier = built([("-0400", "law", 1)] * 9 + [("2001-01-01", "law", 1)] * 9)
    data = window_data(dossier, np.arange(18), asked(), (DAY_MIN, DAY_MAX), 100)
    assert sum(data["lanes"][0]["bins"]) == 18
    assert data["step"][0] == "year"
    edges = data["from"] + np.cumsum([0, *data["bins"]])
    assert np.array_equal(edges, step_edges(finest_step(DAY_MAX - DAY_MIN, 100),
                                            int(edges[0]), int(edges[-1]) - 1))  # fmt: skip


def test_packed_marks_hold_every_value_once_where_all_are_the_same():
    marks = all_marks(built([(f"2001-01-{day:02d}", "law", 1 + day % 3) for day in range(1, 29)]))
    packed = packed_marks(marks)
    assert packed["size"] == 28
    assert packed["same"]["kind"] == "i"
    assert packed["coded"]["rank"][0] == [2, 3, 1]
    assert packed["each"]["title"][0] == "E 0"
    assert packed["same"]["z"] == 0
