"""The dossier as one JSON file."""

from __future__ import annotations

from dossier.exporting.exported import LossLog
from dossier.exporting.records import (
    Record,
    about_record,
    document_record,
    event_record,
    excerpt_record,
    figure_record,
    json_bytes,
    row_record,
)
from dossier.knowing.said import known_cells
from dossier.model import Dossier, Row
from dossier.schema import read_schema

PLAIN = ("comparisons", "checks", "themes", "briefings", "corrections")


def export_json(part: Dossier, log: LossLog) -> bytes:
    """Write events with their excerpts and figures, then all that is not inside an event.

    `excerpts` are those that no event rests on; the others stand in their events.
    """
    there = set(part.events["event_id"])
    loose = [each for each in part.each("excerpts") if there.isdisjoint(each.event_ids)]
    whole = {
        **about_record(part),
        "events": [event_record(part, each) for each in part.each("events")],
        "excerpts": [excerpt_record(part, each) for each in loose],
        "figures": [figure_record(part, each) for each in part.each("figures")],
        "documents": [document_record(part, each) for each in part.each("documents")],
    }
    whole |= {name: [_plain(part, name, each) for each in part.each(name)] for name in PLAIN}
    log.leave_tables(part, (*whole, *PLAIN))
    return json_bytes(whole)


def _plain(part: Dossier, table: str, row: Row) -> Record:
    record = row_record(table, row)
    key = read_schema().table(table).primary_key
    return record | known_cells(part, table, str(record[key[0]])) if key else record
