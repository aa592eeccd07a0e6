from __future__ import annotations

import json

import pytest

from dossier.dates.edtf import parse_date
from dossier.exporting.formats import export_dossier
from dossier.exporting.timelinejs_dates import slide_date
from dossier.exporting.timelinejs_sheet import HEADINGS
from dossier.reading.read import read_tables
from tests.dossier.exporting.samples import EVERY, cells, default, harmful

# An EDTF date, its start and its end in TimelineJS, and whether it comes back as it was.
DATES = [
    ("2022-01-13", (2022, 1, 13), (), True),
    ("2022-04", (2022, 4), (), True),
    ("2022", (2022,), (), True),
    ("2022~", (2022,), (), False),
    ("2022-11?", (2022, 11), (), False),
    ("2022-01-13~", (2022, 1), (), False),
    ("2022-01-13T11:19:01", (2022, 1, 13), (), True),
    ("2022-01-13T11:19Z", (2022, 1, 13), (), False),
    ("2021-01/2022-11", (2021, 1), (2022, 11), True),
    ("2021-01-05/2022", (2021, 1, 5), (2022,), True),
    ("2022-05/2022", (2022, 5), (), False),
    ("2011/..", (2011,), (), False),
    ("1992~/..", (1992,), (), False),
    ("../2022-07-04", (2022, 7), (), False),
    ("/2015", (2015,), (), False),
    ("[..2022-07-04]", (2022, 7), (), False),
    ("[2022-11-23..]", (2022, 11), (), False),
    ("[2021-04..2022]", (2021, 4), (2022,), False),
    ("[2022-04..2022]", (2022, 4), (), False),
    ("[2022-01-13..2022-03-16]", (2022, 1), (2022, 3), False),
    ("[2020,2022]", (2020,), (2022,), False),
    ("2022-21", (2022,), (), False),
    ("199X", (1990,), (1999,), False),
    ("2022-XX", (2022,), (), False),
    ("-0043", (-43,), (), True),
    ("-0043-03-15", (-43, 3, 15), (), True),
]


@pytest.mark.parametrize(("text", "start", "end", "whole"), DATES)
def test_a_date_is_never_finer_than_ours(text, start, end, whole):
    found = slide_date(parse_date(text))
    assert (found.start, found.end, found.whole) == (start, end, whole)


@pytest.mark.parametrize("name", EVERY)
def test_a_day_is_given_only_where_one_is_known(name):
    dossier = EVERY[name]()
    made = json.loads(export_dossier(dossier, "timelinejs").data)
    for slide in made["events"]:
        date = dossier.event(slide["unique_id"]).date
        if date.kind == "instant" and date.precision not in ("day", "minute", "second"):
            assert "day" not in slide["start_date"]
        if date.precision == "year" and date.kind == "instant":
            assert slide["start_date"].keys() == {"year"}
        assert slide["display_date"]


def test_there_is_a_slide_an_event_and_a_title():
    made = json.loads(export_dossier(default(), "timelinejs").data)
    assert [slide["unique_id"] for slide in made["events"]] == default().events["event_id"].tolist()
    assert made["title"]["text"]["headline"] == default().about.title
    assert all(isinstance(v, int) for s in made["events"] for v in s["start_date"].values())


def test_text_from_a_table_is_no_markup():
    made = json.loads(export_dossier(harmful(), "timelinejs").data)
    shown = [slide["text"]["headline"] + slide["text"]["text"] for slide in made["events"]]
    assert not any("<script" in text or "<b>" in text for text in shown)
    assert "&lt;script&gt;" in "".join(shown)


def test_the_sheet_begins_with_the_columns_of_timelinejs():
    header, title, *rows = cells(export_dossier(default(), "timelinejs-csv").data)
    assert tuple(header[: len(HEADINGS)]) == HEADINGS
    assert dict(zip(header, title, strict=True))["Type"] == "title"
    assert len(rows) == len(default().events)
    assert all(row[0].lstrip("-").isdigit() for row in rows)


def test_the_years_of_timelinejs_have_no_zero():
    dossier = read_tables({"events.csv": b"event_id,date,title\na,-0043,A\nb,0000,B\n"})
    made = json.loads(export_dossier(dossier, "timelinejs").data)
    assert [slide["start_date"]["year"] for slide in made["events"]] == [-44, -1]
