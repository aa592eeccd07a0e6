from __future__ import annotations

import pytest

from dossier.exporting.exported import ExportRefusedError
from dossier.exporting.formats import export_dossier
from dossier.reading.read import read_tables
from tests.dossier.exporting.samples import EVERY, harmful


def calendar(*dates: str) -> str:
    rows = "".join(f'e{at},"{date}",T{at}\n' for at, date in enumerate(dates))
    files = {"events.csv": f"event_id,date,title\n{rows}".encode()}
    return export_dossier(read_tables(files), "ics").data.decode()


def test_a_known_day_is_an_all_day_entry():
    assert "DTSTART;VALUE=DATE:20220113\r\n" in calendar("2022-01-13")
    assert "DTEND" not in calendar("2022-01-13")


def test_a_span_of_known_days_ends_the_day_after():
    made = calendar("2022-02-27/2022-02-28")
    assert "DTSTART;VALUE=DATE:20220227\r\nDTEND;VALUE=DATE:20220301\r\n" in made


@pytest.mark.parametrize(
    "date",
    ["2022", "2022-04", "2022-01-13~", "2022-01-13?", "[..2022-07-04]", "[2022-01-13,2022-01-15]",
     "2022-01-13/..", "../2022-01-13", "2012~/2022-01-13", "2022-21", "-0043-03-15"],
)  # fmt: skip
def test_no_other_date_becomes_a_day(date):
    made = calendar(date, "2020-02-29")
    assert made.count("BEGIN:VEVENT") == 1
    assert "VALUE=DATE:20200229" in made


def test_a_calendar_of_nothing_is_refused():
    with pytest.raises(ExportRefusedError, match="known day"):
        calendar("2022")


@pytest.mark.parametrize("name", EVERY)
def test_lines_are_short_and_what_is_left_out_is_counted(name):
    exported = export_dossier(EVERY[name](), "ics")
    lines = exported.data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    entries = lines.count(b"BEGIN:VEVENT")
    left = sum(loss.count for loss in exported.loss.losses if "left out: no day" in loss.went)
    assert entries + left == len(EVERY[name]().events)
    for line in lines:
        line.decode()


def test_a_title_begins_no_entry_of_its_own():
    plain = export_dossier(harmful(), "ics").data.decode().replace("\r\n ", "")
    assert plain.count("\r\nBEGIN:VEVENT\r\n") == len(harmful().events)
    assert "SUMMARY:BEGIN:VEVENT\\;X\\,Y (claimed by BEGIN:VEVENT\\;X\\,Y)" in plain
