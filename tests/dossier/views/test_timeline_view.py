from __future__ import annotations

import numpy as np
import pytest

from dossier.dates.edtf import parse_date
from dossier.reading.read import read_tables
from dossier.selecting.selection import Selection
from dossier.views.list_view import list_data
from dossier.views.marks import bounds
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View
from tests.dossier.shapes import small_files

SMALL = read_tables(small_files())
EVERY = np.arange(len(SMALL.events))


def asked(**changes: object) -> View:
    plain = {"selection": Selection(), "event": "", "lanes": "theme", "view": "chart", "page": 1}
    return View(**{**plain, "said": (), **changes})


def test_chart_and_list_hold_the_same_events():
    chart = {mark["id"] for mark in timeline_data(SMALL, EVERY, asked())["events"]}
    groups = list_data(SMALL, EVERY, 1, "")["groups"]
    assert chart == {row["id"] for group in groups for row in group["events"]}


def test_lanes_without_an_event_are_left_out():
    themes = SMALL.events["theme"].to_numpy()
    letters = np.flatnonzero(themes == "letters")
    data = timeline_data(SMALL, letters, asked())
    assert [lane["id"] for lane in data["lanes"]] == ["letters"]
    assert {mark["lane"] for mark in data["events"]} == {0}


def test_an_event_of_several_actors_stands_in_each_of_their_lanes():
    data = timeline_data(SMALL, EVERY, asked(lanes="actor"))
    lanes = {mark["lane"] for mark in data["events"] if mark["id"] == "ships-1997"}
    assert len(lanes) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1998-03-02", {"kind": "i", "soft": False, "open0": False, "open1": False}),
        ("1871~", {"kind": "i", "soft": True}),
        ("[..1998]", {"a": None, "open0": True, "kind": "i"}),
        ("1934/..", {"z": None, "open1": True, "kind": "s"}),
    ],
)
def test_a_mark_is_no_surer_than_its_date(text, expected):
    made = bounds(parse_date(text))
    assert {name: made[name] for name in expected} == expected


def test_a_month_is_as_wide_as_a_month():
    made = bounds(parse_date("2021-04"))
    assert made["z"] - made["a"] == 29


def test_an_empty_selection_is_drawn_as_nothing():
    nothing = np.array([], dtype=int)
    assert timeline_data(SMALL, nothing, asked())["events"] == []
    assert list_data(SMALL, nothing, 1, "")["groups"] == []


def test_a_dossier_of_dates_and_titles_alone_has_one_lane():
    plain = read_tables({"events.csv": b"event_id,date,title\na,2022,A\nb,2023-01,B\n"})
    for lanes in ("theme", "actor", "document"):
        data = timeline_data(plain, np.arange(2), asked(lanes=lanes))
        assert [lane["label"] for lane in data["lanes"]] == ["Events"]
        assert [mark["lane"] for mark in data["events"]] == [0, 0]


def test_an_event_without_a_theme_stands_in_a_lane_that_says_so():
    table = b"event_id,date,title,theme\na,2022,A,law\nb,2023-01,B,\n"
    data = timeline_data(read_tables({"events.csv": table}), np.arange(2), asked())
    assert [lane["label"] for lane in data["lanes"]] == ["law", "No theme"]
    assert [mark["lane"] for mark in data["events"]] == [0, 1]
