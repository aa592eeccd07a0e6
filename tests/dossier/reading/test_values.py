from __future__ import annotations

import math

import pytest

from dossier.reading.values import parse_column
from dossier.schema import Field, read_schema

TABLES = read_schema().tables


def judge(field: Field, cell: str, *, odd: bool = True):
    column = parse_column(field, [cell], odd=odd)
    return column.values[0], [finding for _, finding in column.findings]


VALUE = TABLES["figures"].field("value")
WEIGHT = TABLES["events"].field("importance")


@pytest.mark.parametrize(
    ("cell", "value"), [("12", 12.0), ("-0.5", -0.5), ("+3", 3.0), (" 7 ", 7.0), ("0", 0.0)]
)
def test_plain_numbers_are_read(cell, value):
    assert judge(VALUE, cell)[0] == value


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("1,155", "write 1155"),
        ("1 155", "write 1155"),
        ("1\u202f155", "write 1155"),
        ("1.155.000", "write 1155000"),
        ("2,5", "write 2.5"),
        ("57%", "write 57 and % as the unit"),
        ("57 %", "write 57 and % as the unit"),
        ("1e5", "write all its digits"),
        ("007", "write 7"),
        ("٣", "write 3"),
        ("NaN", "leave the cell empty"),
        ("inf", "leave the cell empty"),
        ("-Infinity", "leave the cell empty"),
        ("about 550", "write digits only"),
        ("0x10", "write digits only"),
        ("1_000", "write digits only"),
        ("9" * 400, "larger unit"),
    ],
)
def test_other_numbers_cost_the_cell_and_the_hint_says_what_to_write(cell, hint):
    value, (finding,) = judge(VALUE, cell)
    assert math.isnan(value)
    assert finding.severity == "error"
    assert hint in finding.hint


def test_more_digits_than_can_be_kept_are_said():
    assert [finding.code for finding in judge(VALUE, "12345678901234567891")[1]] == ["type-error"]


def test_importance_falls_back_to_its_default():
    assert judge(WEIGHT, "") == (1, [])
    assert judge(WEIGHT, "9")[0] == 1
    assert judge(WEIGHT, "2.5")[0] == 1
    assert judge(WEIGHT, "3.0")[0] == 3


@pytest.mark.parametrize(
    "cell",
    ["a b", "a/b", "a?b", "-a", "__proto__", "é", "a\n b", "<script>", "x" * 81, "a;b", "."],
)
def test_ids_that_do_not_fit_in_an_address_are_refused(cell):
    value, findings = judge(TABLES["events"].field("event_id"), cell)
    assert value == ""
    assert findings[0].lost


def test_the_hint_for_an_id_would_itself_fit():
    _, (finding,) = judge(TABLES["events"].field("event_id"), "Århus: the Día")
    assert "“arhus-the-dia”" in finding.hint
    _, (finding,) = judge(TABLES["figures"].field("figure_id"), "2020-count")
    assert "“f_2020_count”" in finding.hint


def test_white_space_around_an_id_is_left_out_with_a_note():
    value, (finding,) = judge(TABLES["events"].field("event_id"), " a-1 ")
    assert (value, finding.severity) == ("a-1", "note")


def test_a_value_of_a_closed_list_in_other_capitals_is_taken():
    value, (finding,) = judge(TABLES["events"].field("status"), "Occurred")
    assert (value, finding.severity) == ("occurred", "warning")


def test_an_unknown_value_of_a_closed_list_costs_the_cell_and_names_the_nearest():
    value, (finding,) = judge(TABLES["events"].field("status"), "ocurred")
    assert (value, finding.hint) == ("", "write “occurred”")


@pytest.mark.parametrize("cell", ["2023-02-31", "13/01/2022", "soon", "2022-13", "44574.5"])
def test_a_date_that_is_none_is_refused_with_a_reason(cell):
    value, (finding,) = judge(TABLES["figures"].field("period"), cell)
    assert value == ""
    assert finding.message
    assert finding.lost


def test_lists_are_split_trimmed_and_freed_of_repetition():
    actors = TABLES["events"].field("actors")
    assert judge(actors, "A; B;C") == (("A", "B", "C"), [])
    assert judge(actors, "A;;B;A")[0] == ("A", "B")
    assert len(judge(actors, "A;;B;A")[1]) == 2
    assert judge(actors, ";")[0] == ()


@pytest.mark.parametrize(
    "cell",
    [
        "javascript:alert(1)",
        "//example.org",
        "https://",
        "https://user:word@example.org",
        "http://example.org/a b",
        'https://example.org/"x',
        "data:text/html,x",
        "file:///etc/passwd",
    ],
)
def test_addresses_other_than_plain_web_addresses_are_refused(cell):
    value, findings = judge(TABLES["documents"].field("url"), cell)
    assert value == ""
    assert findings[0].lost


def test_a_web_address_is_kept_as_typed():
    assert judge(TABLES["documents"].field("url"), "https://example.org/a?b=c#d")[1] == []


def test_over_long_titles_and_excerpts_are_kept_and_said():
    value, (finding,) = judge(TABLES["events"].field("title"), "x" * 91)
    assert (len(value), finding.severity) == (91, "warning")
    value, (finding,) = judge(TABLES["excerpts"].field("exact"), "word " * 61)
    assert finding.severity == "error"
    assert not finding.lost


@pytest.mark.parametrize("cell", ["", "   ", "\u200b\u200b", "\u3164", "\u2800"])
def test_a_title_that_nobody_can_see_is_no_title(cell):
    assert judge(TABLES["events"].field("title"), cell)[1][0].lost


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("=1+1", "formula-like"),
        ("@SUM(A1)", "formula-like"),
        ("-cmd|' /C calc'!A0", "formula-like"),
        ("#REF!", "spreadsheet-error"),
        ("a\u202eb", "odd-character"),
        ("a\x07b", "odd-character"),
        ("a\u200bb", "odd-character"),
        ("CafÃ©", "encoding-error"),
        ("Caf\ufffd", "encoding-error"),
    ],
)
def test_odd_text_is_kept_letter_by_letter_and_said(cell, code):
    value, (finding,) = judge(TABLES["events"].field("summary"), cell)
    assert (value, finding.code) == (cell, code)


@pytest.mark.parametrize("cell", ["- a dash", "+45 12 34", "**bold**", "<b>x</b>", "5 > 4 = 1"])
def test_ordinary_text_is_not_suspected(cell):
    assert judge(TABLES["events"].field("summary"), cell) == (cell, [])


def test_words_of_a_document_may_hold_what_can_not_be_seen():
    assert judge(TABLES["excerpts"].field("exact"), "soft\u00adhyphen")[1] == []
