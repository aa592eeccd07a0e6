"""TimelineJS' Google sheet, saved as CSV, to the tables of a dossier.

Columns after the TimelineJS documentation: Year, Month, Day, Time, their End twins, Display Date,
Headline, Text, Media, Media Credit, Media Caption, Media Thumbnail, Alt Text, Type, Group,
Background; and Start Date, End Date and Tag of its first version, whose dates put the month first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.dates.edtf import DateError, parse_date
from dossier.importing.draft import Draft
from dossier.importing.imported import Imported
from dossier.importing.own_words import OWN_WORDS, own_words
from dossier.importing.sheet import Sheet, heading_key, note_faults
from dossier.importing.slides import Names, Slide, add_slide, note_places, title_words
from dossier.importing.sources import sources_of_text
from dossier.importing.timelinejs_dates import DateParts
from dossier.importing.written_dates import DayOrder, read_written_date
from dossier.schema import read_schema

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Start Date", "End Date", "Tag",
)  # fmt: skip
NAMES = Names(
    "date", "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption", "Group"
)

_SOURCES = frozenset(("link", "links", "source", "sources", "url", "source url"))
_ASIDE = ("Media Thumbnail", "Alt Text", "Background")


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    draft: Draft
    mapping: Mapping[str, str]
    title: tuple[str, str] = ("", "")
    has_title: bool = False
    eras: int = 0
    known: dict[str, str] = field(default_factory=dict)


def is_timelinejs_sheet(headings: tuple[str, ...]) -> bool:
    """Say whether headings are those of a TimelineJS sheet."""
    keys = {heading_key(heading) for heading in headings}
    return "headline" in keys and bool(keys & {"year", "start date"})


def import_timelinejs_sheet(
    sheet: Sheet, mapping: Mapping[str, str], order: DayOrder = ""
) -> Imported:
    """Turn a TimelineJS sheet into tables; `mapping` gives headings for further columns of events.

    Raises ImportRefusedError if no row can be read as an event.
    """
    draft = Draft("row", order or "month")
    reading = _Reading(draft, {heading: target for target, heading in mapping.items()})
    ours = {heading_key(name): name for name in COLUMNS}
    reading.known = {
        each: ours[heading_key(each)] for each in sheet.headings if heading_key(each) in ours
    }
    for row, cells in sheet.rows:
        _take(reading, row, cells)
    note_faults(draft, sheet)
    _note_places(reading)
    other = ["1 title row: the title and description of the dossier"] if reading.has_title else []
    if reading.eras:
        other.append(f"{reading.eras} of type era: spans with the status background")
    count = len(sheet.rows) + len(sheet.faults)
    return draft.imported("TimelineJS sheet", *reading.title, count, sheet.blank, other)


def _take(reading: _Reading, row: int, cells: dict[str, str]) -> None:
    slide = _slide(reading, row, cells)
    if slide.kind == "title" and not reading.has_title:
        reading.has_title = True
        reading.title = title_words(reading.draft, slide, NAMES)
    elif add_slide(reading.draft, slide, NAMES) and slide.kind == "era":
        reading.eras += 1


def _slide(reading: _Reading, row: int, cells: dict[str, str]) -> Slide:
    ours = {known: cells.get(name, "").strip() for name, known in reading.known.items()}
    others = {
        name: text for name, text in cells.items() if name not in reading.known and text.strip()
    }
    others = {_declared(reading.mapping.get(name, name)): text for name, text in others.items()}
    own = own_words(cells, _cell) if set(OWN_WORDS) <= cells.keys() else None
    if own:
        others = {name: text for name, text in others.items() if name not in OWN_WORDS}
    sources = "\n".join(others.pop(name) for name in list(others) if heading_key(name) in _SOURCES)
    others |= {name: ours[name] for name in _ASIDE if ours.get(name)}
    kind = ours.get("Type", "").casefold()
    if kind not in ("", "title", "era"):
        others["Type"] = ours["Type"]
    get = ours.get
    return Slide(
        row=row,
        kind=kind,
        start=DateParts(get("Year", ""), get("Month", ""), get("Day", ""), get("Time", "")),
        end=DateParts(
            get("End Year", ""), get("End Month", ""), get("End Day", ""), get("End Time", "")
        ),
        written=_first_version(reading, ours, others),
        display=get("Display Date", ""),
        headline=get("Headline", ""),
        text=get("Text", ""),
        media=get("Media", ""),
        credit=get("Media Credit", ""),
        caption=get("Media Caption", ""),
        group=get("Group", "") or get("Tag", ""),
        others=others,
        sources=sources_of_text(sources) if sources else (),
        own=own,
    )


def _cell(value: object) -> str:
    return value if isinstance(value, str) else ""


def _declared(name: str) -> str:
    """Give the dossier's own name of a column that bears it, else the name as typed."""
    return name if name in read_schema().table("events").names else name.strip()


def _first_version(reading: _Reading, ours: dict[str, str], others: dict[str, str]) -> str:
    """Read the whole dates of the first version's sheets; "" if there are none that read."""
    start, end = ours.get("Start Date", ""), ours.get("End Date", "")
    if not start:
        return ""
    try:
        first = read_written_date(start, reading.draft.order)
        last = read_written_date(end, reading.draft.order) if end else first
        return first if first == last else parse_date(f"{first}/{last}").text
    except DateError:
        others |= {"Start Date": start} | ({"End Date": end} if end else {})
        return ""


def _note_places(reading: _Reading) -> None:
    given = {known for known in reading.known.values() if known in (NAMES.headline, NAMES.text)}
    given |= {NAMES.date} | (
        {NAMES.group} if {"Group", "Tag"} & set(reading.known.values()) else set()
    )
    note_places(reading.draft, NAMES, given)
