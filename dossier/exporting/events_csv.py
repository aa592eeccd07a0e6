"""Events, and figures, as single tables whose every row says who says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dossier.csv_out import csv_rows
from dossier.exporting.exported import LossLog
from dossier.exporting.records import event_record, figure_record, undeclared_columns
from dossier.exporting.tables import cell_of
from dossier.knowing.said import known_columns
from dossier.model import Dossier, Event, Figure
from dossier.schema import read_schema

EVENT_MORE = ("date_words", "theme_label", "attribution", "speakers", "documents", "interests",
              "excerpts", "figures")  # fmt: skip
FIGURE_MORE = ("figure_words", "period_words", "exact", "attribution", "speaker", "document_id",
               "document", "publisher", "kind", "interest", "event_ids")  # fmt: skip


def export_events(part: Dossier, log: LossLog) -> bytes:
    """Write events.csv: the declared columns, those of this dossier, then who says it.

    `excerpts` and `figures` hold words: the passages as quoted, the numbers with qualifiers.
    """
    log.leave_tables(part, ("events", "themes"))
    _note_divided(part, log)
    return events_csv(part, part.each("events"))


def events_csv(dossier: Dossier, events: Iterable[Event]) -> bytes:
    """Write the given events of a dossier as CSV."""
    declared = read_schema().table("events")
    own = undeclared_columns(declared, dossier.events.columns)
    own = tuple(name for name in own if name not in EVENT_MORE)
    header = (*declared.names, *own, *EVENT_MORE)
    return csv_rows(header, _event_rows(dossier, events, header))


def _event_rows(
    dossier: Dossier, events: Iterable[Event], header: Sequence[str]
) -> Iterator[list[str]]:
    for event in events:
        record = event_record(dossier, event)
        record |= record.pop("more", {})
        record["excerpts"] = " · ".join(_quotation(each) for each in record["excerpts"])
        record["figures"] = " · ".join(_number(each) for each in record["figures"])
        yield [cell_of(record.get(name, "")) for name in header]


def _quotation(excerpt: dict[str, Any]) -> str:
    return f"“{excerpt['exact']}” ({excerpt['attribution']})"


def _number(figure: dict[str, Any]) -> str:
    label = f": {figure['label']}" if figure["label"] != figure["figure_words"] else ""
    qualifier = f" [{figure['qualifier']}]" if figure["qualifier"] else ""
    return f"{figure['figure_words']}{qualifier}{label} ({figure['attribution']})"


def export_figures(part: Dossier, log: LossLog) -> bytes:
    """Write figures.csv: the declared columns, then words, passage and who says it."""
    log.leave_tables(part, ("figures",))
    return figures_csv(part, part.each("figures"))


def figures_csv(dossier: Dossier, figures: Iterable[Figure]) -> bytes:
    """Write the given figures of a dossier as CSV."""
    header = (*read_schema().table("figures").names, *FIGURE_MORE)
    header += known_columns(dossier, "figures")
    records = (figure_record(dossier, each) for each in figures)
    return csv_rows(header, ([cell_of(record[name]) for name in header] for record in records))


def _note_divided(part: Dossier, log: LossLog) -> None:
    for event_id, actors in zip(part.events["event_id"], part.events["actors"], strict=True):
        if any(";" in each for each in actors):
            log.add("actors", "a “;” inside a name became “,”", event_id)
