"""Bytes to rows: encodings, separators, quotes, ragged and blank rows, headers."""

from __future__ import annotations

import csv
import io

import pytest

from dossier.problems import count_problems
from tests.dossier.shapes import EVENTS, found, ids, only, read_events, small_files

ROWS = EVENTS + "a,2021,Première\nb,2022,Second\n"


def titles(dossier):
    return dossier.events["title"].tolist()


@pytest.mark.parametrize(
    ("encoding", "severity"),
    [
        ("utf-8", None),
        ("utf-8-sig", "note"),
        ("utf-16", "warning"),
        ("utf-16-le", "warning"),
        ("utf-16-be", "warning"),
        ("utf-32", "warning"),
        ("cp1252", "warning"),
    ],
)
def test_every_encoding_is_read_right_and_all_but_plain_utf8_are_said(encoding, severity):
    dossier = read_events(ROWS.encode(encoding))
    assert titles(dossier) == ["Première", "Second"]
    said = [problem.severity for problem in found(dossier.problems, "encoding-error")]
    assert said == ([severity] if severity else [])


def test_one_foreign_line_does_not_spoil_the_others():
    dossier = read_events(ROWS.encode() + "c,2023,Café".encode("cp1252"))
    assert titles(dossier) == ["Première", "Second", "Café"]
    assert only(dossier.problems, "encoding-error").row == 4


def test_a_null_byte_is_kept_and_said():
    dossier = read_events(EVENTS + "a,2021,Fi\0rst\n")
    assert titles(dossier) == ["Fi\0rst"]
    assert only(dossier.problems, "odd-character").column == "title"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(end):
    dossier = read_events(ROWS.replace("\n", end))
    assert titles(dossier) == ["Première", "Second"]
    assert not dossier.problems[:-1]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_read_and_said(separator):
    dossier = read_events(ROWS.replace(",", separator))
    assert titles(dossier) == ["Première", "Second"]
    assert only(dossier.problems, "format-error").severity == "warning"


def test_a_separator_named_in_the_first_line_is_taken():
    dossier = read_events("sep=;\r\n" + ROWS.replace(",", ";"))
    assert titles(dossier) == ["Première", "Second"]


def test_cells_stay_as_typed():
    dossier = read_events(EVENTS + "007,2021,NA\n1e5,2021,1e5\nnull,2021,007\n")
    assert dict(zip(ids(dossier), titles(dossier), strict=True)) == {
        "007": "NA",
        "1e5": "1e5",
        "null": "007",
    }


def test_a_quoted_cell_holds_commas_quotes_and_lines():
    dossier = read_events(EVENTS + 'a,2021,"one, ""two""\nthree"\nb,2022,Second\n')
    assert titles(dossier) == ['one, "two"\nthree', "Second"]
    assert dossier.rows["events"].tolist() == [2, 3]


def test_a_quote_that_is_never_closed_costs_no_other_row():
    dossier = read_events(EVENTS + 'a,2020,"Open\n' + 'b,2021,Good\nc,2022,"Fine, too"\n')
    assert titles(dossier) == ['"Open', "Good", "Fine, too"]
    assert only(dossier.problems, "quote-error").row == 2


def test_a_quote_that_swallows_into_a_later_quoted_cell_costs_no_other_row():
    rows = 'a,"2020,Open\nb,2021,Good\nc,2022,"Fine"\nd,2023,Last\n'
    dossier = read_events(EVENTS + rows)
    assert ids(dossier) == ["b", "c", "d"]
    assert [row.row for row in dossier.rejected["events"]] == [2]


def test_a_quote_inside_a_plain_cell_is_just_a_quote():
    dossier = read_events(EVENTS + 'a,2021,The "big" one\n')
    assert titles(dossier) == ['The "big" one']


def test_text_after_a_closing_quote_costs_only_its_row():
    dossier = read_events(EVENTS + 'a,2020,"Big" day\n' + "b,2021,Good\n")
    assert titles(dossier) == ['"Big" day', "Good"]
    assert only(dossier.problems, "quote-error").row == 2


def test_a_short_row_is_kept_and_said():
    dossier = read_events("event_id,date,title,summary\na,2021,Short\n")
    assert titles(dossier) == ["Short"]
    assert only(dossier.problems, "missing-cell").row == 2


def test_a_row_with_one_cell_too_many_does_not_move_the_columns():
    dossier = read_events(EVENTS + "a,2021,Too,many\nb,2022,Good\n")
    assert titles(dossier) == ["Good"]
    assert only(dossier.problems, "extra-cell").row == 2
    (rejected,) = dossier.rejected["events"]
    assert rejected.cells == ("a", "2021", "Too", "many")


def test_the_first_row_may_be_too_long_as_well():
    dossier = read_events(EVENTS + "a,2021,One,more\n")
    assert ids(dossier) == []
    assert count_problems(dossier.problems)["error"] == 1


def test_blank_rows_are_left_out_and_rows_count_as_in_a_spreadsheet():
    dossier = read_events(EVENTS + "\na,2021,First\n,,\n  , ,\nb,2022,\n")
    assert titles(dossier) == ["First"]
    assert dossier.rows["events"].tolist() == [3]
    assert "3 blank rows (2, 4, 5)" in only(dossier.problems, "blank-row").message
    assert only(dossier.problems, "constraint-error").row == 6


def test_labels_are_recognised_however_they_are_spelled():
    dossier = read_events("Event ID,DATE, Title \na,2021,First\n")
    assert ids(dossier) == ["a"]
    assert len(found(dossier.problems, "incorrect-label")) == 3


def test_an_exact_label_wins_over_one_spelled_otherwise():
    dossier = read_events("Title,title,event_id,date\nwrong,right,a,2021\n")
    assert titles(dossier) == ["right"]
    assert only(dossier.problems, "duplicate-label").column == "Title"


def test_a_second_column_of_a_name_is_kept_apart():
    dossier = read_events("event_id,date,title,title\na,2021,first,second\n")
    assert titles(dossier) == ["first"]
    assert dossier.events["title (2)"].tolist() == ["second"]


def test_an_undeclared_column_is_kept_with_a_note():
    dossier = read_events("event_id,date,title,Photo\na,2021,first,x.jpg\n")
    assert dossier.events["Photo"].tolist() == ["x.jpg"]
    assert only(dossier.problems, "extra-label").severity == "note"


def test_an_undeclared_column_that_is_like_a_declared_one_is_a_warning():
    dossier = read_events("event_id,date,title,sumary\na,2021,first,text\n")
    problem = only(dossier.problems, "extra-label")
    assert (problem.severity, "summary" in problem.hint) == ("warning", True)


def test_an_undeclared_column_can_not_take_the_place_of_the_days():
    dossier = read_events("event_id,date,title,earliest\na,2021,first,never\n")
    assert dossier.events["earliest"].dtype == "int64"
    assert dossier.events["earliest (as typed)"].tolist() == ["never"]


def test_a_missing_required_column_is_said_once_and_every_row_is_listed():
    dossier = read_events("event_id,title\na,first\nb,second\n")
    assert only(dossier.problems, "missing-label").column == "date"
    assert len(dossier.rejected["events"]) == 2


def test_unnamed_empty_columns_are_left_out():
    dossier = read_events("event_id,date,title,,\na,2021,first,,\n")
    assert only(dossier.problems, "blank-label").severity == "note"
    assert "column 4" not in dossier.events


def test_an_unnamed_column_with_content_is_kept():
    dossier = read_events("event_id,date,title,\na,2021,first,more\n")
    assert dossier.events["column 4"].tolist() == ["more"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b",,,\n"])
def test_an_empty_file_is_said(data):
    assert only(read_events(data).problems, "source-error").severity == "error"


def test_a_header_without_rows_is_said():
    assert "no rows" in only(read_events(EVENTS).problems, "source-error").message


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.7", b" <!DOCTYPE html>"])
def test_a_file_of_another_kind_is_named(data):
    assert only(read_events(data).problems, "format-error").severity == "error"


def test_a_cell_beyond_what_the_reader_takes_costs_only_its_row():
    dossier = read_events(EVENTS + f"a,2021,{'x' * 200_000}\nb,2022,Good\n")
    assert ids(dossier) == ["b"]
    assert "longer than" in only(dossier.problems, "source-error").message


def test_a_quoted_cell_beyond_what_the_reader_takes_costs_only_its_row():
    cell = "long line\n" * 20_000
    dossier = read_events(EVENTS + f'a,2021,"{cell}"\nb,2022,Good\n')
    assert "b" in ids(dossier)
    assert "a" not in ids(dossier)


def test_what_a_long_cell_costs_does_not_depend_on_the_csv_module_s_limit():
    table = EVENTS + 'a,2021,"' + "long line\n" * 20_000 + '"\nb,2022,Good\n'
    usual = read_events(table)
    before = csv.field_size_limit(10**9)
    try:
        lenient = read_events(table)
    finally:
        csv.field_size_limit(before)
    assert ids(lenient) == ids(usual)
    assert [one.row for one in lenient.rejected["events"]] == [
        one.row for one in usual.rejected["events"]
    ]


def test_an_open_quote_swallows_no_row_even_where_the_csv_module_would_let_it():
    before = csv.field_size_limit(10**9)
    try:
        rows = "".join(f"e{number},2021,Good {number}\n" for number in range(60_000))
        dossier = read_events(EVENTS + 'a,2020,"Open\n' + rows)
    finally:
        csv.field_size_limit(before)
    assert len(dossier.events) == 60_001


def test_a_thousand_open_quotes_are_read_line_by_line():
    rows = "".join(f'e{number},2021,"Open {number}\n' for number in range(1000))
    dossier = read_events(EVENTS + rows)
    assert len(dossier.events) == 1000


def test_writing_and_reading_gives_the_same_cells():
    files = small_files()
    cells = list(csv.reader(io.StringIO(files["events.csv"].decode(), newline="")))
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(cells)
    plain, quoted = read_events(files["events.csv"]), read_events(text.getvalue())
    assert plain.events.equals(quoted.events)
