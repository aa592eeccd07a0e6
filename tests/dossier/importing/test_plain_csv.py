"""A CSV with other headings becomes a dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.importing import ImportRefusedError, import_bytes, import_file
from dossier.importing.plain_text import plain_text
from dossier.importing.sources import sources_of_text
from dossier.importing.written_dates import TwoWaysError, read_written_date

PLAIN = Path(__file__).parent / "samples" / "plain.csv"


def test_obvious_headings_are_guessed_and_the_rest_is_kept() -> None:
    imported = import_file(PLAIN)
    events = imported.tables["events"]
    assert [event["date"] for event in events] == [
        "2022-01-13",
        "2022-01-13",
        "2022-01-13",
        "2021-04",
        "1992~",
        "-0043",
        "2020/2022-11",
        "2022-07-04T14:05",
        "2022-07-05",
    ]
    assert (events[0]["actors"], events[0]["Notes"]) == ("Town council", "Nine to six")
    assert [left.row for left in imported.loss.left_out] == [11]


def test_a_mapping_decides_before_any_guess() -> None:
    mapping = {"summary": "Notes", "source": "where from", "quote": "Words"}
    imported = import_file(PLAIN, mapping)
    assert imported.tables["events"][0]["summary"] == "Nine to six"
    assert imported.tables["documents"][0]["url"] == "https://news.example/vote"
    assert imported.tables["documents"][1]["title"] == "The Harbour Gazette"
    assert imported.tables["excerpts"][0]["exact"] == "Nine to six, then"


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ({"date": "Wen"}, "did you mean “When”"),
        ({"When": "date"}, "--map date=When"),
        ({"dat": "When"}, "did you mean date"),
    ],
)
def test_a_mapping_that_fits_nothing_says_what_would(mapping: dict[str, str], said: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        import_file(PLAIN, mapping)
    assert said in str(refused.value)


def test_without_a_heading_for_the_date_the_headings_are_named() -> None:
    with pytest.raises(ImportRefusedError, match=r"--map date=NAME.*“Moment”"):
        import_bytes(b"Moment,Title\n2022,x\n", {})


def test_dates_that_read_two_ways_are_refused_until_the_order_is_said() -> None:
    data = b"date,title\n03/04/2022,x\n"
    with pytest.raises(ImportRefusedError, match="--day-first or --month-first"):
        import_bytes(data, {})
    assert import_bytes(data, {}, "day").tables["events"][0]["date"] == "2022-04-03"
    assert import_bytes(data, {}, "month").tables["events"][0]["date"] == "2022-03-04"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("13 January 2022", "2022-01-13"),
        ("Thursday, 13 Jan. 2022", "2022-01-13"),
        ("January 13th, 2022", "2022-01-13"),
        ("13/01/2022", "2022-01-13"),
        ("01/13/2022", "2022-01-13"),
        ("05/05/2022", "2022-05-05"),
        ("2022/1/13", "2022-01-13"),
        ("13-Jan-2022", "2022-01-13"),
        ("2022-01-13 11:19", "2022-01-13T11:19"),
        ("13 January 2022 at 2:05 pm", "2022-01-13T14:05"),
        ("2022-01-13T11:19:01.250Z", "2022-01-13T11:19:01Z"),
        ("2022-01-13T00:00:00", "2022-01-13T00:00:00"),
        ("2022-01-13 00:00:00", "2022-01-13"),
        ("Sept 2022", "2022-09"),
        ("fall 2022", "2022-23"),
        ("c. 1992", "1992~"),
        ("1990s", "199X"),
        ("44 BC", "-0043"),
        ("[..2022-07-04]", "[..2022-07-04]"),
    ],
)
def test_strict_patterns_keep_the_precision(text: str, edtf: str) -> None:
    assert read_written_date(text) == edtf


@pytest.mark.parametrize("text", ["", "12", "soon", "31/02/2022", "13/13/2022", "1/2/22", "May"])
def test_nothing_else_is_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_written_date(text)


def test_an_order_that_the_figures_contradict_is_no_date() -> None:
    with pytest.raises(ValueError, match="day comes first"):
        read_written_date("01/13/2022", "day")
    with pytest.raises(TwoWaysError):
        read_written_date("01/12/2022")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a < b & c", "a < b & c"),
        ("if a <b then", "if a <b then"),
        ("AT&T", "AT&T"),
        ("Tea &amp; cake", "Tea & cake"),
        ("&lt;b&gt;", "<b>"),
        ("<p>One</p><p>two<br>three</p>", "One\ntwo\nthree"),
        ("a<script>x()</script>b", "ab"),
        ("a<script>never closed", "anever closed"),
        ("<b>bold</b> a <b", "bold a <b"),
        ("a<!-- unseen -->b <!-- never closed", "ab <!-- never closed"),
        ("<b>" + "<!--" * 50_000, "<!--" * 50_000),
        ("<b>" + "</" * 50_000, "</" * 50_000),
    ],
)
def test_markup_becomes_plain_words(text: str, plain: str) -> None:
    assert plain_text(text).text == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://a.example/x, https://b.example", ["https://a.example/x", "https://b.example"]),
        ("The Gazette; https://a.example", ["", "https://a.example"]),
        ("See https://a.example/1 and https://b.example/2.", ["https://a.example/1", "https://b.example/2"]),
        ("javascript:alert(1)", [""]),
    ],
)  # fmt: skip
def test_a_cell_of_sources_is_taken_apart(text: str, found: list[str]) -> None:
    assert [source.url for source in sources_of_text(text)] == found


def test_an_export_with_guarded_cells_comes_back_as_it_was() -> None:
    imported = import_bytes(b"date,title\n2022,'=SUM(1)\n", {})
    assert imported.tables["events"][0]["title"] == "=SUM(1)"
    assert imported.loss.losses[0].fate == "altered"


def test_other_separators_and_encodings_are_read() -> None:
    data = "Date\tTitle\n2022\tFærge\n".encode("utf-16")
    assert import_bytes(data, {}).tables["events"][0]["title"] == "Færge"
    latin = "Date;Title\n2022;Færge\n".encode("cp1252")
    assert import_bytes(latin, {}).tables["events"][0]["title"] == "Færge"
