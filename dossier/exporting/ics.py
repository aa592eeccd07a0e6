"""Events with a known day as a calendar (iCalendar, RFC 5545): all-day entries and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.dates.edtf import DAY_MAX, HonestDate, civil
from dossier.dates.parts import Part, read_written
from dossier.dates.words import date_words
from dossier.exporting.exported import ExportRefusedError, LossLog
from dossier.exporting.linked import linked
from dossier.exporting.voices import CLAIMED, attribution, speakers_of
from dossier.ids import slug
from dossier.knowing.said import known_words
from dossier.model import Dossier, Event

_OCTETS = 75
# An entry must say when it was made; nothing here reads a clock.
_STAMP = "19700101T000000Z"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})

Days = tuple[int, int]


def export_ics(part: Dossier, log: LossLog) -> bytes:
    """Write an all-day entry for each event whose day, or whose first and last day, is known.

    Others would get a day that no document gives, so they are left out and named in the report.
    Raises ExportRefusedError where that leaves nothing.
    """
    log.leave_tables(part, ("events", "excerpts", "documents", "themes"))
    entries = []
    for event in part.each("events"):
        days = known_days(event.date)
        if days is None:
            went = "left out: no day is known, and a calendar has no other place"
            log.add("date", went, event.event_id)
        elif civil(days[0])[0] < 1 or days[1] >= DAY_MAX:
            log.add("date", "left out: calendars run from the year 1 to 9999", event.event_id)
        else:
            entries.append(_entry(part, event, days))
            if event.date.time:
                log.add("date", "the time of day stands in the text only", event.event_id)
    if not entries:
        raise ExportRefusedError("no event here has a known day, so a calendar would be empty")
    name = f"X-WR-CALNAME:{_text(part.about.title)}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier//Export//EN", name]
    every = [*lines, *(line for entry in entries for line in entry), "END:VCALENDAR"]
    return "".join(_folded(every)).encode("utf-8", "replace")


def known_days(date: HonestDate) -> Days | None:
    """Give the first and last day of a date whose days are known; None for all other dates."""
    written = read_written(date.text)
    if written.form not in ("simple", "interval"):
        return None
    parts = [part for part in written.parts if isinstance(part, Part)]
    days = [part.earliest for part in parts if part.day and not part.qualifier]
    if len(days) != len(written.parts):
        return None
    return days[0], days[-1]


def _entry(part: Dossier, event: Event, days: Days) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.event_id}@{slug(part.about.name) or 'dossier'}"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{_day(days[0])}"
    if days[1] > days[0]:
        yield f"DTEND;VALUE=DATE:{_day(days[1] + 1)}"  # the day after the last one
    yield f"SUMMARY:{_text(_headline(part, event))}"
    yield f"DESCRIPTION:{_text(_description(part, event))}"
    if event.theme:
        yield f"CATEGORIES:{_text(part.theme_label(event.theme))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _headline(part: Dossier, event: Event) -> str:
    """Give the title; a calendar shows it alone, so a claim says there whose it is."""
    speakers = speakers_of(linked(part).excerpts_of(event.event_id))
    if event.status != CLAIMED:
        return event.title
    return f"{event.title} (claimed by {', '.join(speakers) or 'someone not named'})"


def _description(part: Dossier, event: Event) -> str:
    excerpts = linked(part).excerpts_of(event.event_id)
    known = known_words(part, "events", event.event_id)
    lines = [date_words(event.date), event.summary, f"{attribution(part, event)}.", known]
    lines += [f"“{each.exact}” ({each.speaker or 'speaker not named'})" for each in excerpts]
    return "\n".join(line for line in lines if line.strip())


def _day(day: int) -> str:
    year, month, number = civil(day)
    return f"{year:04d}{month:02d}{number:02d}"


def _text(text: str) -> str:
    shown = "".join(sign for sign in text if sign in "\n\t" or sign >= " ")
    return shown.translate(_ESCAPED)


def _folded(lines: Iterable[str]) -> Iterator[str]:
    """Break lines after at most 75 octets, never inside a character."""
    for line in lines:
        piece, width = "", 0
        for sign in line:
            octets = len(sign.encode("utf-8", "replace"))
            if width + octets > _OCTETS:
                yield piece + "\r\n"
                piece, width = " ", 1
            piece, width = piece + sign, width + octets
        yield piece + "\r\n"
