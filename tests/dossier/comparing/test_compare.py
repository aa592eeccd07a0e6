from __future__ import annotations

import pytest

from dossier.comparing.compare import (
    agreement,
    cell_comparisons,
    cell_excerpts,
    compare_passages,
    sources_of,
)
from tests.dossier.built import build_dossier


@pytest.fixture(scope="module")
def dossier():
    return build_dossier(
        events=[
            {"event_id": "office", "date": "2022", "title": "Office announced"},
            {"event_id": "fall", "date": "2021", "title": "Numbers fell"},
            {"event_id": "lonely", "date": "2023", "title": "Nobody speaks of it"},
        ],
        documents=[{"document_id": name} for name in ("statement", "news", "volt")],
        excerpts=[
            excerpt("s1", "statement", "office", "two diplomats to the office"),
            excerpt("n1", "news", "office", "three diplomats to the Office"),
            excerpt("n2", "news", "fall", "lowest since 2009"),
            excerpt("n3", "news", "fall", "lowest in about 15 years"),
            excerpt("v1", "volt", "fall;office", "numbers fell in 2022"),
            excerpt("v2", "volt", "office", "an office"),
            excerpt("u1", "unknown", "office", "hearsay"),
        ],
        comparisons=[
            comparison("diplomats", "contradict", "s1;n1"),
            comparison("within-news", "contradict", "n2;n3"),
            comparison("agreed", "agree", "v1;n2"),
            comparison("framing", "different framing", "v2;s1"),
            comparison("broken", "contradict", "v2;gone"),
            comparison("three", "differ in detail", "n2;v1;n3;gone;n2"),
        ],
    )


def excerpt(excerpt_id, document_id, event_ids, exact):
    return {
        "excerpt_id": excerpt_id,
        "document_id": document_id,
        "event_ids": event_ids,
        "exact": exact,
    }


def comparison(comparison_id, relation, excerpt_ids):
    return {"comparison_id": comparison_id, "relation": relation, "excerpt_ids": excerpt_ids}


def test_every_cell_says_so_differs_or_is_silent(dossier):
    assert agreement(dossier).to_dict("index") == {
        "fall": row("silent", "differs", "differs", "silent"),
        "office": row("differs", "differs", "differs", "says so"),
        "lonely": row("silent", "silent", "silent", "silent"),
    }


def row(*cells):
    return dict(zip(("statement", "news", "volt", "unknown"), cells, strict=True))


def test_rows_are_the_events_asked_for_in_the_order_of_the_dossier(dossier):
    assert agreement(dossier, ["lonely", "gone", "fall", "fall"]).index.tolist() == [
        "fall",
        "lonely",
    ]
    assert agreement(dossier, []).shape == (0, 4)


def test_agreeing_and_framing_differently_is_no_difference():
    dossier = build_dossier(
        events=[{"event_id": "e", "date": "2022", "title": "x"}],
        documents=[{"document_id": "a"}, {"document_id": "b"}],
        excerpts=[excerpt("x", "a", "e", "one"), excerpt("y", "b", "e", "two")],
        comparisons=[comparison("c", "agree", "x;y"), comparison("d", "different framing", "x;y")],
    )
    assert agreement(dossier).loc["e"].tolist() == ["says so", "says so"]


def test_a_document_does_not_differ_from_itself_alone():
    dossier = build_dossier(
        events=[{"event_id": "e", "date": "2022", "title": "x"}],
        excerpts=[excerpt("x", "a", "e", "one"), excerpt("y", "a", "e", "two")],
        comparisons=[comparison("c", "contradict", "x;y")],
    )
    assert agreement(dossier).loc["e"].tolist() == ["says so"]
    assert cell_comparisons(dossier, "e", "a") == ()


def test_a_dossier_without_documents_gives_a_matrix_without_columns():
    dossier = build_dossier(events=[{"event_id": "e", "date": "2022", "title": "x"}])
    assert agreement(dossier).shape == (1, 0)


def test_the_sources_of_an_event_stand_in_the_order_of_the_documents(dossier):
    found = [document.document_id for document in sources_of(dossier, "office")]
    assert found == ["statement", "news", "volt"]
    assert sources_of(dossier, "lonely") == ()
    assert sources_of(dossier, "gone") == ()


def test_a_cell_opens_its_excerpts_and_what_makes_it_differ(dossier):
    assert [each.excerpt_id for each in cell_excerpts(dossier, "fall", "news")] == ["n2", "n3"]
    reasons = cell_comparisons(dossier, "fall", "news")
    assert [each.comparison_id for each in reasons] == ["three"]
    assert cell_comparisons(dossier, "office", "unknown") == ()


def test_with_answers_whoever_is_differed_from_differs_too(dossier):
    assert agreement(dossier, ["fall"], answers=True).loc["fall"].tolist() == [
        "silent",
        "differs",
        "differs",
        "silent",
    ]
    far = build_dossier(
        events=[{"event_id": name, "date": "2022", "title": name} for name in ("e", "far", "no")],
        excerpts=[
            excerpt("x", "a", "e", "one"),
            excerpt("y", "b", "far", "two"),
            excerpt("z", "b", "e", "beside the point"),
            excerpt("w", "c", "no", "three"),
        ],
        comparisons=[comparison("c", "contradict", "x;y"), comparison("d", "agree", "x;w")],
    )
    assert agreement(far).loc["e"].tolist() == ["differs", "says so", "silent"]
    assert agreement(far, answers=True).loc["e"].tolist() == ["differs", "differs", "silent"]
    assert agreement(far, answers=True).loc["no"].tolist() == ["silent", "silent", "says so"]
    assert cell_comparisons(far, "e", "b") == ()
    (reason,) = cell_comparisons(far, "e", "b", answers=True)
    assert reason.comparison_id == "c"


@pytest.mark.parametrize("answers", [False, True])
def test_a_cell_differs_exactly_when_it_opens_a_comparison(dossier, answers):
    matrix = agreement(dossier, answers=answers)
    for event_id, cells in matrix.to_dict("index").items():
        for document_id, cell in cells.items():
            reasons = cell_comparisons(dossier, event_id, document_id, answers=answers)
            assert (cell == "differs") == bool(reasons)


def test_two_passages_are_compared_with_each_other(dossier):
    first, second = compare_passages(dossier, "diplomats")
    assert [(p.text, p.kind) for p in first.pieces] == [
        ("two", "differs"),
        (" diplomats to the office", "same"),
    ]
    assert (second.pieces[0].text, second.pieces[0].kind) == ("three", "differs")
    assert (first.against, second.against) == ("n1", "s1")
    assert first.shared == pytest.approx(20 / 23)
    assert first.document is not None
    assert first.document.document_id == "statement"


def test_more_passages_are_compared_with_the_first(dossier):
    passages = compare_passages(dossier, "three")
    assert [passage.excerpt.excerpt_id for passage in passages] == ["n2", "v1", "n3"]
    assert [passage.against for passage in passages] == ["", "n2", "n2"]
    assert [(p.text, p.kind) for p in passages[0].pieces] == [
        ("lowest ", "same"),
        ("since 2009", "differs"),
    ]


def test_missing_passages_and_comparisons_are_no_error(dossier):
    (alone,) = compare_passages(dossier, "broken")
    assert "".join(piece.text for piece in alone.pieces) == "an office"
    assert compare_passages(dossier, "gone") == ()


def test_a_document_that_is_not_described_is_none():
    dossier = build_dossier(
        excerpts=[excerpt("x", "a", "e", "one"), excerpt("y", "", "e", "one")],
        comparisons=[comparison("c", "agree", "x;y")],
    )
    assert [passage.document for passage in compare_passages(dossier, "c")] == [None, None]
