"""One value altered in figures.csv: the check, the chart, the panel and the report turn."""

from __future__ import annotations

import numpy as np
import pytest

from components.figures.figure_cards import cards
from components.figures.figure_chart import figure_chart
from dossier.diffing.diff import diff_dossiers
from dossier.reading.read import read_folder, read_tables
from dossier.reporting.report import report_lines
from dossier.schema import DATA
from dossier.sums.verdicts import run_check
from dossier.views.event_view import event_data
from dossier.views.series import select_series

WAS, IS = "1155", "600"


@pytest.fixture(scope="module")
def before():
    return read_tables(read_folder(DATA)[0])


@pytest.fixture(scope="module")
def after():
    files = dict(read_folder(DATA)[0])
    row = f"Registered at the end of 2020,{WAS},".encode()
    assert files["figures.csv"].count(row) == 1
    files["figures.csv"] = files["figures.csv"].replace(row, row.replace(WAS.encode(), IS.encode()))
    return read_tables(files)


def test_only_one_value_was_altered(before, after):
    (change,) = diff_dossiers(before, after)
    assert (change.row_id, change.column) == ("awaiting_2020", "value")


def test_the_check_turns_and_says_why(before, after):
    assert run_check(before, "halved").verdict == "about"
    turned = run_check(after, "halved")
    assert turned.verdict == "does not"
    assert "more than the tolerance of 5" in turned.reason
    assert IS in turned.formula_numbers


def test_the_chart_and_the_cards_turn(before, after):
    for dossier, number in ((before, "1,155"), (after, IS)):
        series = select_series(dossier, "awaiting-departure")
        chart = figure_chart(series).to_json()
        assert (number in chart, "1,155" in chart) == (True, number == "1,155")
        assert number in str(cards(series.all_rows))


def test_the_event_that_rests_on_it_turns(before, after):
    for dossier, verdict in ((before, "about"), (after, "does not")):
        event = dossier.event("awaiting-halved")
        panel = event_data(dossier, event, np.arange(len(dossier.events)))
        said = {each["statement"]: each["verdict"] for each in panel["checks"]}
        assert verdict in said.values()
        assert any(number in str(panel["figures"]) for number in ("1,155", IS))


def test_the_report_turns(before, after):
    def wrong(dossier):
        line = next(each for each in report_lines(dossier) if each.key == "wrong-sums")
        return {row.row_id for row in line.rows}

    assert wrong(after) - wrong(before) == {"halved"}
