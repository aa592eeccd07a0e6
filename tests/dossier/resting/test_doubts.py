"""One number altered in figures.csv: every sentence that rests on it says so, and no other."""

from __future__ import annotations

import csv
import io
import re

import numpy as np
import pytest

from components.documents.choice import Choice
from components.documents.side_by_side import side_by_side
from components.figures.check_list import check_list
from components.figures.figure_cards import cards
from dossier.checking.check import check_dossier
from dossier.exporting.briefing.told import Asked, told_steps
from dossier.exporting.one_file.export import export_one_file
from dossier.reading.read import read_folder, read_tables
from dossier.reporting.report import report_lines
from dossier.resting.differing import differing_figures
from dossier.resting.doubts import all_doubts
from dossier.resting.printed import printed_numbers
from dossier.schema import DATA
from dossier.views.briefing_step import step_data
from dossier.views.briefings import briefings
from dossier.views.event_view import event_data
from dossier.views.series import select_series
from tests.dossier.built import build_dossier

FILES = dict(read_folder(DATA)[0])
ROWS = list(csv.DictReader(io.StringIO(FILES["figures.csv"].decode())))
NUMBERED = [row["figure_id"] for row in ROWS if row["value"]]


def altered(figure_id, value):
    rows = [{**row, "value": value} if row["figure_id"] == figure_id else row for row in ROWS]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ROWS[0]))
    writer.writeheader()
    writer.writerows(rows)
    return read_tables({**FILES, "figures.csv": out.getvalue().encode()})


@pytest.fixture(scope="module")
def default():
    return read_tables(FILES)


@pytest.fixture(scope="module")
def dossier():
    return altered("awaiting_2020", "600")


def test_the_default_dossier_raises_no_doubt(default):
    assert differing_figures(default) == []
    assert list(all_doubts(default)) == []
    assert not check_dossier(default).problems


@pytest.mark.parametrize("figure_id", NUMBERED)
def test_any_number_altered_is_seen_and_so_is_a_sentence_that_prints_it(figure_id):
    row = next(row for row in ROWS if row["figure_id"] == figure_id)
    changed = altered(figure_id, str(int(float(row["value"]) * 1.07) + 11))
    assert [each.figure.figure_id for each in differing_figures(changed)] == [figure_id]
    found = {(each.code, each.table) for each in check_dossier(changed).problems}
    assert ("fact-not-in-excerpt", "figures") in found
    label = row["label"] or figure_id
    for doubt in all_doubts(changed):
        assert label in doubt.words or "which the sum" in doubt.words
        printed = re.match("This says (.+?), (?:as the passage does|which the sum)", doubt.words)
        assert printed
        assert printed[1] in doubt.text


def test_the_sentences_that_print_it_are_those_and_no_others(dossier):
    found = {(each.table, each.row_id, each.column) for each in all_doubts(dossier)}
    assert found == {
        ("events", "awaiting-1155-end-2020", "title"),
        ("events", "awaiting-1155-end-2020", "summary"),
        ("checks", "halved", "statement"),
        ("checks", "halved", "note"),
        ("comparisons", "halved-and-counts", "note"),
        ("briefings", "numbers/2", "heading"),
        ("briefings", "numbers/2", "speaker_notes"),
    }
    texts = (DATA / "figures.csv", DATA / "events.csv", DATA / "comparisons.csv")
    assert sum(path.read_text("utf-8").count("1,155") for path in texts) > 0


def test_what_a_sum_gave_with_the_passages_number_is_said_too(dossier):
    words = [each.words for each in all_doubts(dossier) if each.row_id == "numbers/2"]
    (said,) = {each for each in words if "which the sum" in each}
    assert said.startswith("This says 52%, which the sum “The number awaiting departure halved")
    assert said.endswith("with the figures as they are it gives 8.333.")


SAID = "This says 1,155, as the passage does; the figure “Registered at the end of 2020” says 600"


def test_the_event_panel_says_so_beside_each_of_them(dossier, default):
    def panel(of, name):
        return event_data(of, of.event(name), np.arange(len(of.events)))

    shown = panel(dossier, "awaiting-1155-end-2020")
    assert any(words.startswith(SAID) for words in shown["doubts"])
    (figure,) = [each for each in shown["figures"] if "600" in each["value"]]
    assert figure["doubt"].startswith("Its passage prints 1,155")
    assert any(SAID in each["doubt"] for each in shown["checks"])
    assert any(SAID in each["doubt"] for each in shown["comparisons"])
    before = panel(default, "awaiting-1155-end-2020")
    assert before["doubts"] == []
    rows = (*before["figures"], *before["checks"], *before["comparisons"])
    assert not any(each["doubt"] for each in rows)


def test_figures_checks_topics_and_steps_say_so_where_they_are_shown(dossier, default):
    def shown(of):
        step = briefings(of)["numbers"][1]
        topic = side_by_side(of, Choice(topic="halved-and-counts"))["shown"]
        told = told_steps(of, Asked("Numbers", briefings(of)["numbers"], "numbers"))[1]
        return {
            "cards": str(cards(select_series(of, "awaiting-departure").rows, dossier=of)),
            "checks": str(check_list(of)),
            "step": " ".join(step_data(of, step)["doubts"]),
            "topic": " ".join(topic["doubts"]),
            "slides": told.notes,
            "file": export_one_file(of).decode(),
        }

    after, before = shown(dossier), shown(default)
    for place, words in after.items():
        asked = "Its passage prints 1,155" if place == "cards" else SAID
        assert asked in words, place
        assert asked not in before[place], place


def test_the_report_and_the_checker_find_the_same_rows(dossier):
    lines = {line.key: line for line in report_lines(dossier)}
    assert [row.row_id for row in lines["differing-figures"].rows] == ["awaiting_2020"]
    told = {(each.table, each.row_id) for each in all_doubts(dossier)}
    assert {(row.table, row.row_id) for row in lines["stale-sentences"].rows} == told
    assert all(row.event_id for row in lines["stale-sentences"].rows)
    problems = [each for each in check_dossier(dossier).problems if each.code == "number-differs"]
    assert {each.table for each in problems} == {"events", "checks", "comparisons", "briefings"}
    assert all(each.row for each in problems)


def test_a_figure_that_takes_its_neighbours_number_is_seen():
    changed = altered("awaiting_2022", "1155")
    assert {each.figure.figure_id for each in differing_figures(changed)} == {
        "awaiting_2020", "awaiting_2022",
    }  # fmt: skip


def one(exact, value, unit="people", note="", label="People waiting"):
    return build_dossier(
        events=[{"event_id": "e", "date": "2022", "title": "In 2020, 13 May: 1,155 waited"}],
        excerpts=[{"excerpt_id": "x", "document_id": "d", "exact": exact, "event_ids": "e"}],
        figures=[
            {"figure_id": "f", "label": label, "value": value, "unit": unit, "excerpt_id": "x",
             "note": note}
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("exact", "value", "unit"),
    [
        ("1,155 people waited in 2020", 1155, "people"),
        ("1 155 people waited", 1155, "people"),
        ("1.155 people waited", 1155, "people"),
        ("the lowest since 2 009", 2009, "calendar year"),
        ("by 57 per cent in 2020", 57, "%"),
        ("92.5% of them", 92.5, "%"),
        ("five hundred people", 500, "people"),
        ("two diplomats", 2, "people"),
    ],
)
def test_numbers_are_found_as_they_are_printed(exact, value, unit):
    assert differing_figures(one(exact, value, unit)) == []
    assert len(differing_figures(one(exact, value + 37, unit))) == 1


@pytest.mark.parametrize(
    ("note", "count"),
    [("", 1), ("Upper bound", 1), ("Not in the documents: 1,166 by the log", 1),
     ("1,166 counts eleven more that the table names", 0)],
)  # fmt: skip
def test_only_a_note_that_gives_the_number_explains_it(note, count):
    found = differing_figures(one("1,155 people waited in 2020", 1166, note=note))
    assert len(found) == count
    assert [each.printed[0].text for each in found] == ["1,155"] * count


def test_years_and_days_are_no_counts():
    changed = one("On 13 May 2020 there were 1,155 people", 900)
    (doubt,) = all_doubts(changed)
    assert doubt.words.startswith("This says 1,155,")
    found = [
        (each.text, each.is_date) for each in printed_numbers("13 May 2020: 1,155 of 14 (57%)")
    ]
    assert found == [
        ("13", True), ("2020", True), ("1,155", False), ("14", False), ("57%", False),
    ]  # fmt: skip
    assert [each.is_date for each in printed_numbers("On 13 May")] == [True]
