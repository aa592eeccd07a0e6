"""Three clocks: the mark moves to the day of the first telling and says no day the source lacks."""

from __future__ import annotations

import pytest

from dossier.dates.days import day_number
from dossier.reading.read import read_dossier
from dossier.reporting.sources import single_source
from dossier.schema import DATA
from dossier.selecting.select import Selection, select_events
from dossier.views.clocks import CLOCKS, NO_DATE, clock_marks, clock_words
from dossier.views.lens_view import counted_words, lens_words
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View
from tests.dossier.built import build_dossier

DOCUMENTS = [
    {"document_id": "article", "published": "2023-05-24", "published_basis": "stated"},
    {"document_id": "page", "published": "[2022-11-23..]", "published_basis": "derived"},
    {"document_id": "undated"},
]


def built(*excerpts):
    """One event of January 2022 that rests on these (document, said)."""
    return build_dossier(
        events=[{"event_id": "e", "date": "2022-01", "title": "E", "importance": 3}],
        documents=DOCUMENTS,
        excerpts=[
            {"excerpt_id": f"x{at}", "document_id": document, "said": said, "event_ids": "e"}
            for at, (document, said) in enumerate(excerpts)
        ],
    )


def mark(clock, *excerpts):
    return clock_marks(built(*excerpts), clock)[0]


def test_by_the_first_clock_it_stands_when_it_happened():
    found = mark("happened", ("article", "2023"))
    assert found["when"] == "January 2022"
    assert "happened" not in found


def test_words_with_a_date_of_their_own_stand_there_others_when_published():
    assert mark("said", ("page", "2022-01-13"))["when"] == "13 January 2022"
    assert mark("said", ("article", ""))["when"] == "24 May 2023"
    assert mark("published", ("page", "2022-01-13"))["when"] == "23 November 2022 or later"


def test_of_several_the_first_telling_counts_and_an_earlier_window_is_not_hidden():
    found = mark("published", ("article", ""), ("page", ""))
    assert (found["a"], found["z"]) == (day_number(2022, 11, 23), day_number(2023, 5, 24))
    assert found["when"] == "24 May 2023, if not earlier (23 November 2022 or later)"


@pytest.mark.parametrize("excerpts", [[], [("undated", "")], [("nowhere", "")]])
def test_what_has_no_date_stays_open_on_both_sides(excerpts):
    found = mark("published", *excerpts)
    assert (found["a"], found["z"], found["when"]) == (None, None, NO_DATE)


def test_the_lag_begins_where_the_event_was_over():
    found = mark("published", ("article", ""))
    assert found["happened"] == "January 2022"
    assert found["since"] == day_number(2022, 1, 31)


def test_the_misuse_at_siri_happened_from_2021_on_and_was_published_from_november_2022_on():
    dossier = read_dossier(DATA)
    at = dossier.position("events", "siri-misuse")
    assert clock_marks(dossier, "happened")[at]["when"] == "January 2021 to November 2022"
    assert clock_words(dossier, "published", at) == "published between November 2022 and 2023"


@pytest.mark.parametrize("clock", CLOCKS)
def test_every_clock_draws_every_event_within_the_domain(clock):
    dossier = read_dossier(DATA)
    view = View(Selection(), "", "theme", "chart", 1, (), clock, "single")
    shown = select_events(dossier, view.selection)
    data = timeline_data(dossier, shown, view)
    first, last = data["domain"]
    assert len({event["id"] for event in data["events"]}) == len(dossier.events)
    assert all(event["a"] is None or event["a"] >= first for event in data["events"])
    assert all(event["z"] is None or event["z"] <= last for event in data["events"])
    single, every = sum(event.get("single", False) for event in data["events"]), len(shown)
    assert 0 < single == sum(single_source(dossier))
    assert counted_words(dossier, view).startswith(f"Outlined: {single} of {every} events")


def test_the_list_says_the_same_in_words():
    dossier = read_dossier(DATA)
    view = View(Selection(asof="2022"), "", "theme", "list", 1, (), "published", "single")
    words = lens_words(dossier, view)(dossier.position("events", "libe-hearing"))
    assert words == "published 23 November 2022 or later · possibly known · single source"
