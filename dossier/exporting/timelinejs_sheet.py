"""TimelineJS' sheet as CSV, for a Google sheet or for its own CSV reader.

Columns and their order after the TimelineJS documentation, "Making a timeline from a Google
Spreadsheet", and NUKnightLab/TimelineJS3, src/js/core/ConfigFactory.js, which goes by the headings
and leaves other columns alone.
"""

from __future__ import annotations

from html import escape

from dossier.csv_out import csv_rows
from dossier.dates.words import date_words
from dossier.exporting.exported import LossLog
from dossier.exporting.tables import cell_of
from dossier.exporting.timelinejs import note_losses, own_columns, slide_text
from dossier.exporting.timelinejs_dates import Given, shown_year, slide_date
from dossier.knowing.said import known_cells, known_columns
from dossier.model import Dossier, Event
from dossier.schema import read_schema

HEADINGS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip


def export_timelinejs_sheet(part: Dossier, log: LossLog) -> bytes:
    """Write a title row and one row an event; our own columns follow those of TimelineJS."""
    note_losses(part, log)
    about = part.about
    own = (*read_schema().table("events").names, *known_columns(part, "events"))
    title = {"Type": "title", "Headline": escape(about.title, quote=False)}
    title["Text"] = escape(about.description, quote=False)
    rows = [title, *(_row(part, event) for event in part.each("events"))]
    header = (*HEADINGS, *own)
    return csv_rows(header, ([row.get(name, "") for name in header] for row in rows))


def _row(part: Dossier, event: Event) -> dict[str, str]:
    date = slide_date(event.date)
    return {
        **_parts("", date.start),
        "Time": date.time,
        **_parts("End ", date.end),
        "Display Date": date_words(event.date),
        "Headline": escape(event.title, quote=False),
        "Text": slide_text(part, event),
        "Group": escape(part.theme_label(event.theme), quote=False),
        **{name: cell_of(value) for name, value in own_columns(event).items()},
        **known_cells(part, "events", event.event_id),
    }


def _parts(which: str, given: Given) -> dict[str, str]:
    if not given:
        return {}
    year, *rest = given
    names = (f"{which}{name}" for name in ("Year", "Month", "Day"))
    numbers = (shown_year(year), *rest)
    return dict(zip(names, map(str, numbers), strict=False))
