"""TimelineJS' own JSON, which its package and its hosted page take.

Source: the TimelineJS documentation, "TimelineJS JSON data format", and
NUKnightLab/TimelineJS3, src/js/core/TimelineConfig.js, which cleans HTML in headlines and texts
and carries members that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from dossier.dates.words import date_words
from dossier.exporting.exported import LossLog
from dossier.exporting.linked import linked
from dossier.exporting.records import json_bytes, row_record
from dossier.exporting.timelinejs_dates import Given, shown_year, slide_date
from dossier.exporting.voices import attribution, excerpt_attribution
from dossier.knowing.said import known_cells, known_words
from dossier.model import Dossier, Event

_PARTS = ("year", "month", "day")


def export_timelinejs(part: Dossier, log: LossLog) -> bytes:
    """Write one slide an event; the member `dossier` of each keeps our own columns."""
    note_losses(part, log)
    about = part.about
    title = {"text": {"headline": _html(about.title), "text": _html(about.description)}}
    slides = [_slide(part, event) for event in part.each("events")]
    return json_bytes({"title": title, "events": slides, "scale": "human"})


def slide_text(part: Dossier, event: Event) -> str:
    """Give the text of a slide as HTML: the summary, who says so, the exact words."""
    return "".join(_paragraphs(part, event))


def note_losses(part: Dossier, log: LossLog) -> None:
    """Note what no form of TimelineJS has a place for."""
    log.leave_tables(part, ("events", "excerpts", "documents", "themes"))
    if len(part.excerpts):
        log.add("excerpts.csv", "words, speaker and document stand in the text of the slides only")
    for event in part.each("events"):
        if not slide_date(event.date).whole:
            went = "coarser in figures than in the dossier; display_date says it in words"
            log.add("date", went, event.event_id)
    if (part.themes["description"] != "").any():
        log.add("themes.csv", "the labels are the groups; the descriptions are left out")


def _paragraphs(part: Dossier, event: Event) -> Iterator[str]:
    if event.summary.strip():
        yield f"<p>{_html(event.summary)}</p>"
    if known := known_words(part, "events", event.event_id):
        yield f"<p>{_html(known)}</p>"
    yield f"<p><em>{_html(attribution(part, event))}.</em></p>"
    for excerpt in linked(part).excerpts_of(event.event_id):
        who = _html(excerpt_attribution(part, excerpt))
        yield f"<blockquote>“{_html(excerpt.exact)}” <cite>{who}</cite></blockquote>"


def _slide(part: Dossier, event: Event) -> dict[str, Any]:
    date = slide_date(event.date)
    return {
        "unique_id": event.event_id,
        "start_date": _date(date.start, date.time),
        **({"end_date": _date(date.end, "")} if date.end else {}),
        "display_date": date_words(event.date),
        "text": {"headline": _html(event.title), "text": slide_text(part, event)},
        **({"group": _html(part.theme_label(event.theme))} if event.theme else {}),
        "dossier": own_columns(event) | known_cells(part, "events", event.event_id),
    }


def own_columns(event: Event) -> dict[str, Any]:
    """Give our own columns of an event, as a reader of dossiers takes them back."""
    return {name: value for name, value in row_record("events", event).items() if value}


def _date(given: Given, time: str) -> dict[str, int]:
    year, *rest = given
    made = dict(zip(_PARTS, (shown_year(year), *rest), strict=False))
    clock = (int(number) for number in time.split(":")) if time else ()
    return made | dict(zip(("hour", "minute", "second"), clock, strict=False))


def _html(text: str) -> str:
    return escape(text, quote=False)
