"""A TimelineJS sheet becomes a dossier that passes the check."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.checking.check import check_dossier
from dossier.dates.edtf import parse_date
from dossier.importing import Imported, ImportRefusedError, import_bytes, import_file
from dossier.importing.writing import write_dossier
from dossier.reading.read import read_dossier

SHEET = Path(__file__).parent / "samples" / "timelinejs_sheet.csv"
HEADER = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Type\n"


def rows(*lines: str) -> Imported:
    return import_bytes((HEADER + "\n".join(lines)).encode(), {})


def date_of(line: str) -> str:
    return rows(line).tables["events"][0]["date"]


def losses(imported: Imported) -> dict[str, str]:
    return {loss.field: loss.went for loss in imported.loss.losses}


@pytest.fixture(scope="module")
def sample() -> Imported:
    return import_file(SHEET)


def test_every_row_with_content_is_an_event_a_title_or_left_out(sample: Imported) -> None:
    report = sample.loss
    assert (report.rows, report.blank_rows, report.events) == (11, 2, 9)
    assert [left.row for left in report.left_out] == [12]
    assert report.rows == report.events + len(report.left_out) + 1  # the title row


def test_the_folder_passes_the_check(sample: Imported, tmp_path: Path) -> None:
    write_dossier(sample, tmp_path / "made")
    dossier = read_dossier(tmp_path / "made")
    report = check_dossier(dossier, None)
    assert [each for each in report.problems if each.severity == "error"] == []
    assert len(dossier.events) == 9
    assert dossier.about.title == "A harbour and its town"
    assert dossier.about.description == "How the harbour of Nordhavn came to be."


def test_all_that_has_no_place_is_in_the_report_and_kept(sample: Imported) -> None:
    assert {"Desk", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text"} <= set(
        losses(sample)
    )
    vote = sample.tables["events"][0]
    assert (vote["Desk"], vote["Media"]) == ("News", "https://pictures.example/vote.jpg")
    assert set(vote) <= set(sample.columns["events"])


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("2022,1,13,11:19,,,,,,x", "2022-01-13T11:19"),
        ("2022,1,13,11:19:01,,,,,,x", "2022-01-13T11:19:01"),
        ("2022,1,13,2:05 pm,,,,,,x", "2022-01-13T14:05"),
        ("2022,1,13,12:00 a.m.,,,,,,x", "2022-01-13T00:00"),
        ("2022,1,13,930,,,,,,x", "2022-01-13T09:30"),
        ("2022,1,13,,,,,,,x", "2022-01-13"),
        ("2021,4,,,,,,,,x", "2021-04"),
        ("2021,April,,,,,,,,x", "2021-04"),
        ("2021,,,,,,,,,x", "2021"),
        ("2021.0,4.0,,,,,,,,x", "2021-04"),
        ("800,,,,,,,,,x", "0800"),
        ("2020,,,,2022,11,,,,x", "2020/2022-11"),
        ("2020,5,1,,2020,5,1,,,x", "2020-05-01"),
    ],
)
def test_a_date_keeps_the_precision_it_was_given(line: str, edtf: str) -> None:
    assert date_of(line) == edtf


@pytest.mark.parametrize(
    ("year", "edtf"), [("-44", "-0043"), ("-1", "0000"), ("-500", "-0499"), ("44 BCE", "-0043")]
)
def test_a_negative_year_is_the_year_bce_that_timelinejs_shows(year: str, edtf: str) -> None:
    assert date_of(f"{year},,,,,,,,,x") == edtf


@pytest.mark.parametrize(
    ("line", "edtf", "said"),
    [
        ("2023,2,31,,,,,,,x", "2023-02", "28 days"),
        ("2023,13,1,,,,,,,x", "2023", "13 is no month"),
        ("2023,,5,,,,,,,x", "2023", "needs its month"),
        ("2023,1,,10:00,,,,,,x", "2023-01", "needs its day"),
        ("2023,1,5,noon,,,,,,x", "2023-01-05", "noon"),
        ("2023,1,5,9,,,,,,x", "2023-01-05", "time 9"),
        ("2023,,,,2020,,,,,x", "2023", "before the start"),
        ("2023,,,,,5,,,,x", "2023", "no year"),
        ("0,,,,,,,,,x", "[0000,0001]", "1 BCE or 1 CE"),
    ],
)
def test_an_impossible_part_costs_itself_and_is_said(line: str, edtf: str, said: str) -> None:
    imported = rows(line)
    event = imported.tables["events"][0]
    assert event["date"] == edtf
    assert said in event["date_note"]
    assert [loss.fate for loss in imported.loss.losses] == ["altered"]


def test_a_display_date_goes_to_the_note_of_the_date() -> None:
    imported = rows("2021,3,1,,,,,,Spring 2021,x", "2021,3,1,,,,,,1 March 2021,y")
    first, second = imported.tables["events"]
    assert "“Spring 2021”" in first["date_note"]
    assert second.get("date_note", "") == ""
    assert [(loss.fate, loss.rows) for loss in imported.loss.losses] == [("look at", 1)]


def test_an_era_is_a_span_in_the_background() -> None:
    event = rows("1990,,,,1999,,,,,Lean years,,Era").tables["events"][0]
    assert (event["status"], parse_date(event["date"]).kind) == ("background", "span")


def test_a_second_title_row_is_an_event_if_it_has_a_date() -> None:
    imported = rows(",,,,,,,,,First,,title", "2020,,,,,,,,,Second,,title", ",,,,,,,,,Third,,title")
    assert imported.title == "First"
    assert [event["title"] for event in imported.tables["events"]] == ["Second"]
    assert [left.row for left in imported.loss.left_out] == [4]


def test_equal_headlines_get_different_ids() -> None:
    events = rows("2020,,,,,,,,,Same", "2021,,,,,,,,,Same", "2022,,,,,,,,,Æøå!").tables["events"]
    assert [event["event_id"] for event in events] == ["same", "same-2", "aeoaa"]


def test_a_quotation_as_media_becomes_an_excerpt(sample: Imported) -> None:
    excerpt = sample.tables["excerpts"][0]
    document = next(
        each for each in sample.tables["documents"] if each["document_id"] == excerpt["document_id"]
    )
    assert excerpt["exact"] == "We built it together."
    assert excerpt["speaker"] == "Mayor Holm"
    assert excerpt["event_ids"] == "the-opening"
    assert document["title"] == "Harbour Gazette"


def test_the_first_version_of_the_sheet_puts_the_month_first() -> None:
    data = b"Start Date,End Date,Headline,Text,Tag\n3/4/2022,3/5/2022,A,b,News\n1999,,B,,\n"
    events = import_bytes(data, {}).tables["events"]
    assert [event["date"] for event in events] == ["2022-03-04/2022-03-05", "1999"]
    assert events[0]["theme"] == "news"


def test_columns_of_the_dossier_itself_come_back() -> None:
    data = (
        b"Year,Month,Day,Headline,event_id,date,actors,importance\n"
        b"2022,1,1,A,my-id,[..2022-07-04],Holm;Jensen,3\n"
        b"2022,1,1,B,other,1999,,9\n"
    )
    first, second = import_bytes(data, {}).tables["events"]
    assert (first["event_id"], first["date"]) == ("my-id", "[..2022-07-04]")
    assert (first["actors"], first["importance"]) == ("Holm;Jensen", "3")
    assert second["date"] == "2022-01-01"
    assert (second["date (as given)"], second["importance (as given)"]) == ("1999", "9")


def test_a_sheet_without_a_single_date_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="row 2"):
        rows("soon,,,,,,,,,x")


def test_a_broken_quote_costs_its_own_row() -> None:
    imported = rows('2020,,,,,,,,,"never closed', "2021,,,,,,,,,Next", "2022,,,,,,,,,Last")
    kept = [event["date"] for event in imported.tables["events"]]
    assert kept[-2:] == ["2021", "2022"]
    assert len(kept) + len(imported.loss.left_out) == 3
