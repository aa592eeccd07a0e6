from __future__ import annotations

import pytest

from dossier.checking.check import check_dossier
from dossier.checking.receipts import document_text, read_documents
from dossier.reading.read import read_dossier, read_tables
from tests.dossier.shapes import (
    DOCUMENTS,
    EVENTS,
    SMALL,
    found,
    only,
    read_events,
    small_files,
    spoiled,
)


@pytest.fixture(scope="module")
def documents():
    return read_documents(DOCUMENTS)


def problems_of(dossier, documents=None):
    return check_dossier(dossier, documents).problems


def test_the_small_dossier_has_no_problem(documents):
    report = check_dossier(read_dossier(SMALL), documents)
    assert report.problems == ()
    assert report.receipts == {"verified": 12, "ambiguous": 0, "not found": 0, "unchecked": 0}


def test_without_documents_every_excerpt_is_unchecked():
    report = check_dossier(read_dossier(SMALL))
    assert report.problems == ()
    assert report.receipts["unchecked"] == 12


def altered(documents, name, before, after):
    text = documents[name].text
    assert text.count(before) == 1
    return documents | {name: document_text(name, text.replace(before, after).encode("utf-8"))}


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("storm in", "Storm in", ["hr-lamp", "hr-storm"]),
        ("since. A", "since! A", ["hr-lamp", "hr-storm"]),
        ("letters. The first", "letters: The first", ["hr-letters"]),
        ("Report on", "A report on", []),
        ("crowns a year.\n\nThe", "crowns a year. The", []),
    ],
)
def test_one_altered_place_turns_exactly_the_excerpts_that_depend_on_it(
    documents, before, after, named
):
    changed = altered(documents, "harbour-report", before, after)
    report = check_dossier(read_dossier(SMALL), changed)
    turned = [each for each, found in report.found.items() if found.receipt != "verified"]
    assert turned == named
    said = [problem for problem in report.problems if problem.table == "excerpts"]
    assert len(said) == len(named)
    assert only(report.problems, "hash-count").value == "harbour-report"


def test_an_excerpt_in_two_places_is_ambiguous(documents):
    dossier = spoiled("excerpts.csv", "he said. , The Messenger", ",")
    problem = only(problems_of(dossier, documents), "excerpt-ambiguous")
    assert "2 times" in problem.message


def test_a_wrong_recorded_place_is_said_when_the_document_is_unchanged(documents):
    problem = only(
        problems_of(spoiled("excerpts.csv", ",66,103,", ",67,104,"), documents), "receipt-doubtful"
    )
    assert "stands at 66–103" in problem.message


def test_a_place_too_small_for_the_words_is_said_without_documents():
    assert only(problems_of(spoiled("excerpts.csv", ",66,103,", ",66,70,")), "receipt-doubtful")


def test_a_document_that_is_not_at_hand_is_said_and_its_excerpts_are_unchecked(documents):
    kept = {"messenger": documents["messenger"]}
    report = check_dossier(read_dossier(SMALL), kept)
    assert only(report.problems, "document-missing").value == "harbour-report"
    assert report.receipts["unchecked"] == 7


def test_what_write_would_record_is_noted(documents):
    dossier = spoiled("excerpts.csv", ",66,103,", ",,,")
    assert only(problems_of(dossier, documents), "receipt-missing").severity == "note"


def test_a_date_that_is_not_stated_needs_a_reason():
    dossier = spoiled("events.csv", "Undated article; it follows the report", "")
    problem = only(problems_of(dossier), "empty-cell")
    assert (problem.table, problem.column, problem.row) == ("events", "date_note", 11)


def test_far_off_dates_are_pointed_at():
    rows = "a,1998,A\nb,1999,B\nc,1063,C\nd,2999,D\ne,../..,E\n"
    far = found(problems_of(read_events(EVENTS + rows)), "date-doubtful")
    assert [problem.value for problem in far] == ["1063", "2999"]


def test_old_dates_among_their_like_are_not_far_off():
    rows = "a,-0044,A\nb,-0043,B\nc,1998,C\nd,1999,D\n"
    assert not found(problems_of(read_events(EVENTS + rows)), "date-doubtful")


def test_a_lone_event_is_not_far_off():
    assert not found(problems_of(read_events(EVENTS + "a,0900,A\n")), "date-doubtful")


def test_what_occurred_after_every_report_of_it_is_pointed_at():
    dossier = spoiled("events.csv", "storm,1962-24", "storm,1999-05")
    assert only(problems_of(dossier), "date-doubtful").value == "1999-05"


def test_an_event_without_words_is_pointed_at():
    problem = only(problems_of(spoiled("excerpts.csv", ",questions,", ",,")), "excerpt-missing")
    assert problem.value == "questions"


def test_an_excerpt_that_nothing_rests_on_is_pointed_at():
    assert only(problems_of(spoiled("excerpts.csv", ",questions,", ",,")), "row-unused").row == 13


def test_the_same_event_twice_is_pointed_at():
    dossier = read_events(EVENTS + "a,2021,Same thing\nb,2021,same  Thing\n")
    assert only(problems_of(dossier), "row-repeated").row == 3


def test_a_number_that_the_words_do_not_give_is_pointed_at():
    dossier = spoiled("figures.csv", ",900,", ",950,")
    problem = only(problems_of(dossier), "fact-not-in-excerpt")
    assert (problem.row, problem.value) == (3, "950")


def test_a_note_may_explain_a_number_but_not_from_elsewhere():
    said = spoiled(
        "figures.csv",
        ",900,ships,exact,1997,inferred,ms-ships,",
        ",950,ships,exact,1997,inferred,ms-ships,950 were counted by hand",
    )
    assert not found(problems_of(said), "fact-not-in-excerpt")
    for_another = spoiled(
        "figures.csv",
        ",900,ships,exact,1997,inferred,ms-ships,",
        ",950,ships,exact,1997,inferred,ms-ships,Counted by hand",
    )
    assert found(problems_of(for_another), "fact-not-in-excerpt")
    elsewhere = spoiled(
        "figures.csv",
        ",900,ships,exact,1997,inferred,ms-ships,",
        ",950,ships,exact,1997,inferred,ms-ships,Not in the documents: the log says so",
    )
    assert found(problems_of(elsewhere), "fact-not-in-excerpt")


def test_an_exact_figure_needs_a_value_unless_it_was_just_lost():
    assert only(problems_of(spoiled("figures.csv", ",900,", ",,")), "fact-not-in-excerpt")
    assert not found(problems_of(spoiled("figures.csv", ",900,", ",NaN,")), "fact-not-in-excerpt")


@pytest.mark.parametrize(
    "formula",
    ["ships_parich / 2", "1 +", "__import__('os')", "ships_parish / 0", "9**9**9", "=1+1", "a.b"],
)
def test_a_formula_that_does_not_compute_is_an_error(formula):
    dossier = spoiled("checks.csv", "ships_parish * day_share / 100", formula)
    assert only(problems_of(dossier), "formula-error").row == 2


def test_a_formula_over_a_figure_without_a_number_is_no_error():
    assert not found(problems_of(read_dossier(SMALL)), "formula-error")


def test_a_step_of_nothing_is_pointed_at():
    dossier = spoiled("briefings.csv", "walk,2,,What is at stake,", "walk,2,,,")
    assert only(problems_of(dossier), "row-doubtful").table == "briefings"


def test_a_correction_of_no_column_is_pointed_at():
    problem = only(
        problems_of(spoiled("corrections.csv", "built,date", "built,dat")), "foreign-key"
    )
    assert problem.hint == "write “date”"


def test_an_events_table_alone_has_nothing_but_a_note():
    assert [p.severity for p in problems_of(read_events(EVENTS + "a,2021,A\n"))] == ["note"]


def test_problems_come_by_table_and_row():
    files = small_files()
    files["themes.csv"] = b"theme\n\xff\n"
    files["events.csv"] += b"bad id,2021,x\n"
    tables = [problem.table for problem in problems_of(read_tables(files))]
    assert tables == sorted(tables, key=["events", "excerpts", "themes"].index)


@pytest.mark.parametrize(("said", "wrong"), [("2023", False), ("2024-01-02", True), ("", False)])
def test_words_said_after_their_document_came_out_are_doubtful(said, wrong):
    excerpts = f"excerpt_id,document_id,exact,said,event_ids\nx,d,words,{said},e\n"
    dossier = read_tables(
        {
            "events.csv": b"event_id,date,title\ne,2023,An event\n",
            "documents.csv": b"document_id,published\nd,2023-05\n",
            "excerpts.csv": excerpts.encode(),
        }
    )
    found_here = [each for each in problems_of(dossier) if each.column == "said"]
    assert [each.message for each in found_here] == [
        "said after its document was published"
    ] * wrong
