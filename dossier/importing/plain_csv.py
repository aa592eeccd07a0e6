"""A plain table of events, whatever its headings, to the tables of a dossier."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.importing.draft import Draft
from dossier.importing.fields import choose_fields
from dossier.importing.imported import Imported
from dossier.importing.records import Records
from dossier.importing.sheet import Sheet, note_faults
from dossier.importing.written_dates import DayOrder


def import_plain_csv(sheet: Sheet, mapping: Mapping[str, str], order: DayOrder = "") -> Imported:
    """Turn a table into the tables of a dossier; `mapping` gives the heading for each place.

    Raises ImportRefusedError without a date or title, and where dates can be read two ways.
    """
    draft = Draft("row", order)
    records = Records(draft, choose_fields(sheet.headings, mapping))
    for row, cells in sheet.rows:
        records.add(row, cells)
    records.check()
    note_faults(draft, sheet)
    records.note_places()
    count = len(sheet.rows) + len(sheet.faults)
    return draft.imported("CSV", "", "", count, sheet.blank)
