from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.selecting import select
from dossier.selecting.links import distinct
from dossier.selecting.select import (
    Selection,
    facet_counts,
    parse_selection,
    select_events,
    selection_params,
)
from tests.dossier.built import build_dossier

EVENTS = [
    ("about-1992", "1992~", "background", "numbers", "Danish Parliament"),
    ("open-2011", "2011/..", "ongoing", "numbers", "Volt"),
    ("year-2020", "2020", "claimed", "numbers", "Volt;UNHCR"),
    ("april", "2021-04", "occurred", "plan", "MFA"),
    ("misuse", "2021-01/2022-11", "occurred", "siri", "SIRI"),
    ("hearing", "2022-01-13", "occurred", "plan", "Volt;Mathias Tesfaye"),
    ("spring", "2022-21", "announced", "plan", "MFA"),
    ("before", "[..2022-07-04]", "occurred", "plan", "Søren"),
]


@pytest.fixture(scope="module")
def dossier():
    names = ("event_id", "date", "status", "theme", "actors")
    return build_dossier(
        events=[{**dict(zip(names, row, strict=True)), "title": row[0]} for row in EVENTS],
        themes=[{"theme": "plan"}, {"theme": "siri"}, {"theme": "numbers"}],
        documents=[{"document_id": "volt-page"}, {"document_id": "statement"}],
        excerpts=[
            {"excerpt_id": "v", "document_id": "volt-page", "event_ids": "hearing;year-2020"},
            {"excerpt_id": "s", "document_id": "statement", "event_ids": "april;hearing"},
        ],
    )


def ids(dossier, **asked):
    positions = select_events(dossier, Selection(**asked))
    return dossier.events["event_id"].iloc[positions].tolist()


def test_an_empty_selection_holds_every_event_in_order(dossier):
    assert ids(dossier) == dossier.events["event_id"].tolist()


def test_values_of_one_facet_widen_and_facets_narrow(dossier):
    assert ids(dossier, themes=frozenset({"siri"})) == ["misuse"]
    assert set(ids(dossier, themes=frozenset({"siri", "numbers"}))) == {
        "about-1992",
        "open-2011",
        "year-2020",
        "misuse",
    }
    both = ids(dossier, themes=frozenset({"plan"}), actors=frozenset({"Volt", "MFA"}))
    assert both == ["april", "hearing", "spring"]
    assert ids(dossier, documents=frozenset({"statement"})) == ["april", "hearing"]
    assert ids(dossier, statuses=frozenset({"announced"})) == ["spring"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-01-14", "", {"open-2011", "misuse", "spring", "before"}),
        ("", "1992-01-01", {"about-1992", "before"}),
        ("2020-06", "2020-06", {"open-2011", "year-2020", "before"}),
        ("2022-01-13", "2022-01-13", {"open-2011", "misuse", "hearing", "before"}),
        ("2022-07-05", "", {"open-2011", "misuse"}),
        ("2022-12", "2023", {"open-2011"}),
        ("2022-05-31", "2022", {"open-2011", "misuse", "spring", "before"}),
        ("2022-06", "2022-06", {"open-2011", "misuse", "before"}),
    ],
)
def test_an_event_is_in_the_period_when_any_day_of_its_is(dossier, first, last, expected):
    assert set(ids(dossier, first=first, last=last)) == expected


def test_an_event_on_one_day_is_found_by_that_day_alone():
    dossier = build_dossier(events=[{"event_id": "a", "date": "2022-01-13", "title": "x"}])
    assert ids(dossier, first="2022-01-14") == []
    assert ids(dossier, last="2022-01-12") == []
    assert ids(dossier, first="2022-01-13", last="2022-01-13") == ["a"]


def test_counts_of_a_facet_apply_the_other_facets_but_not_itself(dossier):
    counts = facet_counts(
        dossier, Selection(themes=frozenset({"plan"}), actors=frozenset({"Volt"}))
    )
    assert counts["theme"] == {"plan": 1, "siri": 0, "numbers": 2}
    assert counts["actor"]["MFA"] == 2
    assert counts["actor"]["Volt"] == 1
    assert counts["actor"]["SIRI"] == 0
    assert counts["document"] == {"volt-page": 1, "statement": 1}
    assert counts["status"]["occurred"] == 1


def test_search_and_period_bear_on_all_counts(dossier):
    counts = facet_counts(dossier, Selection(query="hear", first="2022"))
    assert counts["theme"] == {"plan": 1, "siri": 0, "numbers": 0}


def test_counts_may_be_changed_by_whoever_asked(dossier):
    facet_counts(dossier, Selection())["theme"].clear()
    assert facet_counts(dossier, Selection())["theme"]


def test_positions_are_shared_and_cannot_be_changed(dossier):
    positions = select_events(dossier, Selection(query="a"))
    assert positions is select_events(dossier, Selection(query="a"))
    with pytest.raises(ValueError, match="read-only"):
        positions[0] = 1


def test_only_the_last_selections_are_kept(monkeypatch):
    monkeypatch.setattr(select, "KEPT_MOST", 4)
    dossier = build_dossier(events=[{"event_id": "a", "date": "2022", "title": "x"}])
    for number in range(20):
        select_events(dossier, Selection(query=str(number)))
    assert len(select._kept_selections(dossier)._kept) == 4


def test_many_threads_get_the_same_answer(dossier):
    answers, start = [], threading.Barrier(8)

    def ask():
        start.wait()
        answers.append(facet_counts(dossier, Selection(query="o", last="2022")))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert all(answer == answers[0] for answer in answers)


def test_a_selection_survives_the_address(dossier):
    selection = Selection(
        themes=frozenset({"plan", "siri"}),
        actors=frozenset({"Mathias Tesfaye"}),
        documents=frozenset({"volt-page"}),
        statuses=frozenset({"occurred"}),
        first="2021-04",
        last="2022-21",
        query="how do you sleep",
    )
    params = selection_params(selection)
    assert params["theme"] == ["plan", "siri"]
    assert params["from"] == ["2021-04"]
    assert parse_selection(params, dossier) == (selection, [])
    assert selection_params(Selection()) == {}


def test_keys_of_others_are_not_looked_at(dossier):
    assert parse_selection({"event": ["x"], "utm_source": ["y"]}, dossier) == (Selection(), [])


def test_values_are_found_without_case_and_accents(dossier):
    selection, notices = parse_selection({"actor": ["soren", "VOLT"]}, dossier)
    assert selection.actors == {"Søren", "Volt"}
    assert notices == []


def test_unknown_values_are_left_out_and_said(dossier):
    selection, notices = parse_selection({"theme": ["plan", "gone"]}, dossier)
    assert selection.themes == {"plan"}
    assert notices == ["No event here has the theme “gone”, so that filter was left out."]
    selection, notices = parse_selection({"actor": list("ABCDE")}, dossier)
    assert selection.actors == frozenset()
    assert notices == [
        "No event here has the actors “A”, “B”, “C” and 2 more, so those filters were left out."
    ]


@pytest.mark.parametrize("text", ["yesterday", "13/01/2022", "2021/2022", "[2021..2022]", "2" * 99])
def test_an_end_that_is_no_plain_date_is_left_out_and_said(dossier, text):
    selection, notices = parse_selection({"from": [text]}, dossier)
    assert selection.first == ""
    assert len(notices) == 1
    assert "2022-01-13" in notices[0]


def test_a_period_that_runs_backwards_is_turned_round(dossier):
    selection, notices = parse_selection({"from": ["2023"], "to": ["2021-04"]}, dossier)
    assert (selection.first, selection.last) == ("2021-04", "2023")
    assert notices == ["The period ended before it began, so its two ends were exchanged."]


def test_a_period_of_one_year_and_a_day_in_it_is_no_error(dossier):
    selection, notices = parse_selection({"from": ["2022-06"], "to": ["2022"]}, dossier)
    assert (selection.first, selection.last, notices) == ("2022-06", "2022", [])


def test_long_searches_are_cut_and_said(dossier):
    selection, notices = parse_selection({"q": ["x" * 10_000]}, dossier)
    assert len(selection.query) == 200
    assert len(notices) == 1
    selection, notices = parse_selection({"q": ["a " * 50]}, dossier)
    assert selection.query == " ".join("a" * 12)
    assert len(notices) == 1


def test_too_many_values_are_cut_and_said(dossier):
    selection, notices = parse_selection({"theme": ["plan"] * 5000}, dossier)
    assert selection.themes == {"plan"}
    assert notices == ["Only the first 50 themes in the address were used."]


def test_notices_hold_no_invisible_signs_and_stay_short(dossier):
    hostile = "\u202e<b>\x00\x1b[31m" + "A" * 5_000
    _, notices = parse_selection({"theme": [hostile], "from": [hostile], "q": ["x"]}, dossier)
    assert len(notices) == 2
    for notice in notices:
        assert len(notice) < 250
        assert notice.isprintable()


def test_a_single_text_in_place_of_a_list_is_taken(dossier):
    selection, notices = parse_selection({"theme": "plan", "q": None}, dossier)
    assert (selection.themes, notices) == ({"plan"}, [])


KEYS = st.sampled_from(["theme", "actor", "document", "status", "from", "to", "q"])


@given(st.dictionaries(KEYS, st.lists(st.text(max_size=30), max_size=4)))
def test_whatever_the_address_says_a_selection_comes_out(params):
    dossier = small()
    selection, notices = parse_selection(params, dossier)
    assert all(isinstance(notice, str) and notice.isprintable() for notice in notices)
    assert isinstance(select_events(dossier, selection), np.ndarray)
    assert parse_selection(selection_params(selection), dossier) == (selection, [])


def small(made=[]):  # noqa: B006 - one dossier for all examples
    if not made:
        made.append(build_dossier(events=[{"event_id": "a", "date": "2022", "title": "x"}]))
    return made[0]


@given(st.lists(st.integers(0, 2**40)))
def test_distinct_positions_are_those_of_a_set_in_order(positions: list[int]):
    assert distinct(np.array(positions, dtype=np.int64)).tolist() == sorted(set(positions))
