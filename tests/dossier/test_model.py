from __future__ import annotations

import pytest

from dossier.dates.edtf import parse_date
from dossier.reading.read import read_dossier
from tests.dossier.shapes import SMALL


@pytest.fixture(scope="module")
def small():
    return read_dossier(SMALL)


def test_typed_rows_carry_honest_dates_and_tuples(small):
    event = small.event("ships-1997")
    assert event.date == parse_date("1997")
    assert event.actors == ("Harbour Office of Kråkøy", "Abbé René Faÿe")
    assert event.importance == 2


def test_missing_numbers_and_dates_are_none(small):
    assert small.figure("night_share").value is None
    assert small.figure("upkeep").period is None
    assert small.document("messenger").url == ""


def test_an_unknown_id_gives_none(small):
    assert small.event("none") is None
    assert small.document("") is None


def test_excerpts_of_an_event_come_in_the_order_of_the_documents(small):
    assert [each.excerpt_id for each in small.excerpts_of("report")] == [
        "hr-upkeep",
        "hr-kept",
        "ms-kept",
    ]
    assert small.excerpts_of("none") == ()


def test_figures_comparisons_and_checks_are_found_through_excerpts(small):
    figures = [each.figure_id for each in small.figures_of("ships-1997")]
    assert figures == ["ships_office", "ships_parish", "night_share", "day_share"]
    assert [each.comparison_id for each in small.comparisons_of("report")] == ["its-fate"]
    assert {each.check_id for each in small.checks_of("interview")} == {"by-day", "counts-agree"}


def test_a_theme_without_a_label_is_called_by_its_key(small):
    assert small.theme_label("traffic") == "Ships"
    assert small.theme_label("unknown") == "unknown"


def test_every_table_gives_typed_rows(small):
    assert [step.position for step in small.each("briefings")] == [1, 2, 3]
    assert next(small.each("corrections")).table == "events"
