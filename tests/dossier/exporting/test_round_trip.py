"""What can be read back is: import(export(x)) = x."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from dossier.exporting.formats import export_dossier
from dossier.exporting.tables import cell_of
from dossier.importing.formats import import_bytes
from dossier.model import Dossier
from dossier.reading.read import read_tables
from dossier.schema import read_schema
from tests.dossier.exporting.samples import EVERY, cells, default, harmful, read_unguarded

FIELDS = read_schema().table("events").names


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(dossier: Dossier, table: str) -> list[tuple[str, ...]]:
    names = read_schema().table(table).names
    frame = dossier.tables[table][list(names)]
    return [tuple(map(cell_of, row)) for row in frame.itertuples(index=False, name=None)]


def events(dossier: Dossier) -> dict[str, dict[str, str]]:
    """The events as cells, white space at the ends aside, which no importer keeps."""
    named = (dict(zip(FIELDS, row, strict=True)) for row in rows(dossier, "events"))
    return {row["event_id"]: {name: text.strip() for name, text in row.items()} for row in named}


@pytest.mark.parametrize("name", EVERY)
def test_a_package_holds_every_table_as_it_was(name):
    before = EVERY[name]()
    after = read_tables(unpacked(export_dossier(before, "datapackage").data))
    for table in read_schema().tables:
        assert rows(after, table) == rows(before, table)
    assert after.files == before.files
    for name in ("title", "version", "licences", "left_out"):
        assert getattr(after.about, name) == getattr(before.about, name)


def test_a_package_keeps_the_columns_that_only_this_dossier_has():
    after = read_tables(unpacked(export_dossier(harmful(), "datapackage").data))
    assert after.events["own"].tolist() == harmful().events["own"].tolist()


def test_apostrophes_stay_in_a_folder_that_does_not_say_it_is_guarded():
    files = {"events.csv": b"event_id,date,title\na,2022,'=x\n"}
    assert read_tables(files).events["title"].tolist() == ["'=x"]
    for said in (b"{}", b'{"dossier:guarded": "yes"}', b"[", b"[1]"):
        after = read_tables(files | {"datapackage.json": said})
        assert after.events["title"].tolist() == ["'=x"]


@pytest.mark.parametrize("name", EVERY)
def test_events_as_csv_come_back_unchanged(name):
    before = EVERY[name]()
    after = read_unguarded({"events.csv": export_dossier(before, "csv").data})
    assert rows(after, "events") == rows(before, "events")


@pytest.mark.parametrize("format", ["csv", "json", "timelinejs", "timelinejs-csv"])
@pytest.mark.parametrize("name", ["default", "small"])
def test_an_import_gives_the_events_back(name, format):
    before = events(EVERY[name]())
    imported = import_bytes(export_dossier(EVERY[name](), format).data, {})
    after = {row["event_id"]: row for row in imported.tables["events"]}
    assert after.keys() == before.keys()
    for event_id, row in before.items():
        for field in FIELDS:
            came = after[event_id].get(field, "")
            came = came.replace("; ", ";") if field == "actors" else came
            assert came == row[field], (event_id, field)


@pytest.mark.parametrize("format", ["timelinejs", "timelinejs-csv"])
def test_an_event_without_a_summary_comes_back_without_one(format):
    table = b"event_id,date,title,theme\na,2022,A <b>,t\nb,2022,B,\n"
    before = read_tables({"events.csv": table})
    imported = import_bytes(export_dossier(before, format).data, {})
    assert [row.get("summary", "") for row in imported.tables["events"]] == ["", ""]
    assert [row["title"] for row in imported.tables["events"]] == ["A <b>", "B"]
    assert [row.get("theme", "") for row in imported.tables["events"]] == ["t", ""]


def test_what_someone_changed_on_a_slide_is_taken_and_not_our_own():
    data = export_dossier(default(), "timelinejs").data.decode()
    slide = json.loads(data)["events"][0]
    slide["text"] = {"headline": "Changed", "text": "<p>Changed too</p>"}
    row = import_bytes(json.dumps({"events": [slide]}).encode(), {}).tables["events"][0]
    assert (row["title"], row["summary"]) == ("Changed", "Changed too")


@pytest.mark.parametrize("name", ["default", "small"])
def test_json_gives_the_excerpts_back(name):
    before = EVERY[name]()
    imported = import_bytes(export_dossier(before, "json").data, {})
    after = {row["excerpt_id"]: row for row in imported.tables["excerpts"]}
    used = [each for each in before.each("excerpts") if each.event_ids]
    assert after.keys() == {each.excerpt_id for each in used}
    for each in used:
        row = after[each.excerpt_id]
        assert set(row["event_ids"].split(";")) == set(each.event_ids)
        for field in ("document_id", "exact", "speaker", "prefix", "suffix", "note"):
            assert row.get(field, "") == " ".join(getattr(each, field).split()), field


@pytest.mark.parametrize("format", ["csv", "timelinejs-csv", "figures-csv"])
def test_no_cell_is_run_by_a_spreadsheet(format):
    for row in cells(export_dossier(harmful(), format).data):
        for cell in row:
            is_number = cell.lstrip("+-").replace(".", "").replace(",", "").isdigit()
            assert is_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_line_ends_inside_a_cell_come_back_as_they_were():
    header = b"event_id,date,title,summary\n"
    before = read_tables({"events.csv": header + b'a,2022,A,"one\r\ntwo"\n'})
    exported = export_dossier(before, "datapackage")
    after = read_tables(unpacked(exported.data))
    assert after.events["summary"].tolist() == ["one\r\ntwo"]


def test_a_list_keeps_its_entries_apart():
    assert cell_of(("a;b", "=c")) == "a,b;=c"


@pytest.mark.parametrize("value", [0.1, -1.5e-7, 1e22, 3300.0, 123456.789, -0.0])
def test_a_number_is_written_with_its_digits_and_no_exponent(value):
    assert float(cell_of(value)) == value
    assert "e" not in cell_of(value)
