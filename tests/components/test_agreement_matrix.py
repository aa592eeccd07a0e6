from __future__ import annotations

import pytest

from components.documents import agreement_matrix as matrix
from components.documents.choice import Choice
from tests.components.documents_dossier import small_dossier


@pytest.fixture(scope="module")
def dossier():
    return small_dossier()


def rows(data):
    return {row["id"]: row["cells"] for group in data["groups"] for row in group["rows"]}


def test_events_with_more_than_one_document_are_shown_first(dossier):
    data = matrix.agreement_matrix(dossier, Choice())
    assert list(rows(data)) == ["pact", "office"]
    assert data["count"] == "2 of 4 events rest on more than one document"


def test_every_cell_is_a_word(dossier):
    data = matrix.agreement_matrix(dossier, Choice(events="all"))
    assert rows(data) == {
        "pact": ["differs", "differs", "differs"],
        "office": ["says so", "says so", "silent"],
        "lonely": ["silent", "silent", "silent"],
        "count": ["says so", "silent", "silent"],
    }


def test_rows_are_grouped_by_theme_in_the_order_of_its_table(dossier):
    data = matrix.agreement_matrix(dossier, Choice(events="all"))
    assert [group["label"] for group in data["groups"]] == ["The plan", "Numbers"]


def test_columns_are_in_order_of_publication(dossier):
    data = matrix.agreement_matrix(dossier, Choice())
    assert [column["id"] for column in data["columns"]] == ["early", "late", "party"]


def test_two_chosen_documents_are_the_only_columns_and_sources(dossier):
    data = matrix.agreement_matrix(dossier, Choice(documents=("early", "party")))
    assert [column["id"] for column in data["columns"]] == ["early", "party"]
    assert list(rows(data)) == ["pact"]
    assert data["count"] == "1 of 3 events in the chosen documents rests on two or more of them"


def test_one_chosen_document_keeps_its_events_beside_all_documents(dossier):
    data = matrix.agreement_matrix(dossier, Choice(documents=("late",), events="all"))
    assert list(rows(data)) == ["pact", "office"]
    assert len(data["columns"]) == 3


def test_events_on_which_documents_differ_are_an_extent_of_their_own(dossier):
    data = matrix.agreement_matrix(dossier, Choice(events="differ"))
    assert list(rows(data)) == ["pact"]
    assert [(one["value"], one["count"]) for one in data["extents"]] == [
        ("shared", 2),
        ("differ", 1),
        ("all", 4),
    ]


def test_a_long_matrix_is_shown_in_pages(dossier, monkeypatch):
    monkeypatch.setattr(matrix, "PAGE", 3)
    data = matrix.agreement_matrix(dossier, Choice(events="all", page=9))
    assert (data["page"], data["pages"], list(rows(data))) == (2, 2, ["count"])


def test_no_event_and_no_shared_event_are_said_in_words():
    bare = small_dossier(excerpts="")
    assert matrix.agreement_matrix(bare, Choice())["empty"] == matrix.NONE
    none = small_dossier(events="event_id,date,title\n")
    assert matrix.agreement_matrix(none, Choice())["empty"] == matrix.NO_EVENTS
