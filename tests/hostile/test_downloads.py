"""A table that is taken away holds every hostile text as typed, and no formula."""

from __future__ import annotations

from dossier.csv_out import FORMULA_STARTS, csv_table, unguarded
from dossier.reading.read import read_tables
from tests.hostile.cases import parse_rows, written
from tests.hostile.texts import HOSTILE_TEXTS


def test_a_download_gives_every_text_back_and_nothing_that_a_spreadsheet_runs():
    columns = ["event_id", "date", "title", "summary"]
    rows = [[f"e{n}", "2022", each.text, each.text] for n, each in enumerate(HOSTILE_TEXTS)]
    events = read_tables({"events.csv": written([columns, *rows]).encode("utf-8")}).events
    header, *cells = parse_rows(csv_table(events, columns).decode("utf-8"))
    assert header == columns
    assert sorted([unguarded(cell) for cell in row] for row in cells) == sorted(rows)
    assert not [cell for row in cells for cell in row if cell.startswith(FORMULA_STARTS)]
