"""Slides of TimelineJS to events, whichever of its formats they come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.dates.edtf import DateError, parse_date
from dossier.dates.words import date_words
from dossier.importing.draft import Draft, Happening
from dossier.importing.imported import Row
from dossier.importing.markup import take_markup
from dossier.importing.own_words import OwnWords
from dossier.importing.plain_text import one_line, plain_text
from dossier.importing.sources import Source, is_web_address
from dossier.importing.timelinejs_dates import NO_DATE, DateParts, span_date
from dossier.importing.written_dates import DayOrder, read_written_date
from dossier.schema import read_schema

# Columns of events that a TimelineJS file may carry beside those of TimelineJS.
_OWN = ("event_id", "date", "date_basis", "date_note", "actors", "status", "importance")


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide or era as TimelineJS has it, all as text; `others` goes by the file's names."""

    row: int
    kind: str = ""
    start: DateParts = NO_DATE
    end: DateParts = NO_DATE
    written: str = ""
    display: str = ""
    headline: str = ""
    text: str = ""
    media: str = ""
    credit: str = ""
    caption: str = ""
    group: str = ""
    unique_id: str = ""
    others: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    own: OwnWords | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """What a format calls the fields of a slide, for the report."""

    date: str
    display: str
    headline: str
    text: str
    media: str
    credit: str
    caption: str
    group: str


def add_slide(draft: Draft, slide: Slide, names: Names) -> bool:
    """Add a slide as an event, or leave it out with the reason; say which."""
    own = {name: text for name, text in slide.others.items() if name in _OWN}
    others = {name: text for name, text in slide.others.items() if name not in own}
    cells = Row()
    try:
        cells["date"], fault = _date(draft, slide, names, own.pop("date", ""), others)
    except DateError as error:
        draft.leave_out(slide.row, str(error), _typed(slide, names))
        return False
    headline, text = plain_text(slide.headline), plain_text(slide.text)
    cells["title"], cells["summary"] = one_line(headline.text), text.text
    cells["theme"] = plain_text(slide.group).text
    key = _take_own(slide, names, cells, others) if slide.own else ""
    cells["date_note"] = _date_note(draft, slide, names, cells["date"], fault)
    if slide.kind == "era":
        cells["status"] = "background"
    said = {"title": names.headline, "event_id": "unique_id" if slide.unique_id else "event_id"}
    wanted = own.pop("event_id", "") or slide.unique_id
    cells |= {name: value for name, value in own.items() if value.strip()}
    sources = [
        *slide.sources,
        *take_markup(draft, names.headline, slide.row, headline, others),
        *take_markup(draft, names.text, slide.row, text, others),
        *_media(draft, slide, names, others),
    ]
    draft.add(Happening(slide.row, cells, wanted, others, tuple(sources), said, key))
    return True


def _take_own(slide: Slide, names: Names, cells: Row, others: Row) -> str:
    """Put our own words in place of TimelineJS' where they are the same; give the theme's key."""
    own = slide.own
    if own is None:
        return ""
    title, summary = own.title_of(slide.headline), own.summary_of(slide.text)
    cells["title"] = cells["title"] if title is None else title
    if summary is not None:
        cells["summary"], below = summary
        others |= {names.text: below} if below else {}
    return own.theme_of(slide.group)


def title_words(draft: Draft, slide: Slide, names: Names) -> tuple[str, str]:
    """Give the title and description of the dossier that a title slide holds."""
    rest = _typed(slide, names) | dict(slide.others)
    for name in (names.headline, names.text):
        rest.pop(name, None)
    for name, text in rest.items():
        if text.strip():
            went = f"of the title slide; left out: “{one_line(text)[:200]}”"
            draft.log.add("no place", name, slide.row, went)
    about = plain_text(slide.text)
    for link in about.links:
        went = f"link of the title slide; left out: {link.url[:200]}"
        draft.log.add("no place", names.text, slide.row, went)
    return plain_text(slide.headline).text, one_line(about.text)


def _date(draft: Draft, slide: Slide, names: Names, edtf: str, others: Row) -> tuple[str, str]:
    """Give the date: the dossier's own where the file carries one that fits, else TimelineJS'.

    TimelineJS needs a year even where a dossier has a window, so what a dossier exports carries
    the date itself beside the one for TimelineJS.
    """
    try:
        theirs, fault = (slide.written, "") if slide.written else span_date(slide.start, slide.end)
    except DateError:
        if slide.start.is_given or not edtf.strip():
            raise
        return parse_date(edtf).text, ""
    if edtf.strip() and edtf.strip() != theirs:
        if _overlap(edtf, theirs):
            draft.log.placed.setdefault("date", f"date of events.csv, before {names.date}")
            return parse_date(edtf).text, ""
        others["date"] = edtf
    return theirs, fault


def _overlap(edtf: str, other: str) -> bool:
    """Say whether two texts are dates that may mean the same day."""
    try:
        a, b = parse_date(edtf), parse_date(other)
    except DateError:
        return False
    ends = ((a.earliest, b.latest), (b.earliest, a.latest))
    return all(first is None or last is None or first <= last for first, last in ends)


def _date_note(draft: Draft, slide: Slide, names: Names, date: str, fault: str) -> str:
    notes = []
    if fault:
        notes.append(f"The imported file gives {fault}.")
        went = "could not be used as given; the date is coarser, and its note says why"
        draft.log.add("altered", names.date, slide.row, went)
    display = plain_text(slide.display).text
    if display and display != date_words(parse_date(date)):
        notes.append(f"The imported file shows this date as “{display}”.")
        draft.log.placed.setdefault(names.display, "date_note of events.csv")
        if not _agrees(display, date):
            went = f"may say less or other than the {names.date}; see the date_note"
            draft.log.add("look at", names.display, slide.row, went)
    return " ".join(notes)


def _agrees(display: str, date: str) -> bool:
    """Say whether a date for show reads as the date itself, day first or month first."""
    orders: tuple[DayOrder, ...] = ("day", "month")
    for order in orders:
        try:
            if read_written_date(display, order) == date:
                return True
        except DateError:
            continue
    return False


def _media(draft: Draft, slide: Slide, names: Names, others: Row) -> list[Source]:
    """Keep the media beside the event; a block quotation becomes a source with its words."""
    fields = (
        (names.media, slide.media),
        (names.credit, slide.credit),
        (names.caption, slide.caption),
    )
    media, credit = plain_text(slide.media), plain_text(slide.credit)
    quoted = "<blockquote" in slide.media.lower() and len(media.quotations) == 1
    who = media.cite or credit.text
    links = [*media.links, *credit.links, *plain_text(slide.caption).links]
    url = next((link.url for link in links if is_web_address(link.url)), "")
    if quoted and (who or url):
        went = "a quotation: went to excerpts.csv and documents.csv; check its document and speaker"
        draft.log.add("look at", names.media, slide.row, went)
        if caption := one_line(slide.caption):
            others[names.caption] = caption
        title = one_line(credit.text) or who or url
        return [Source(title=title, url=url, quote=media.quotations[0], speaker=media.cite)]
    for name, text in fields:
        if text.strip():
            others[name] = text.strip()
    return [Source(title=link.words, url=link.url) for link in links if is_web_address(link.url)]


def _typed(slide: Slide, names: Names) -> Row:
    """Give a slide as it was typed, under the names of its format."""
    span = f" to {slide.end.words()}" if slide.end.is_given else ""
    given = {
        names.date: slide.start.words() + span,
        names.display: slide.display,
        names.headline: slide.headline,
        names.text: slide.text,
        names.media: slide.media,
        names.credit: slide.credit,
        names.caption: slide.caption,
        names.group: slide.group,
    }
    return {name: text for name, text in given.items() if text.strip()}


def note_places(draft: Draft, names: Names, given: set[str]) -> None:
    """Note the places of the fields that have one."""
    events = read_schema().table("events").path
    places = {
        names.date: f"date of {events}",
        names.headline: f"title of {events}",
        names.text: f"summary of {events}; its links to documents.csv, titled by their words",
        names.group: f"theme of {events} and themes.csv",
    }
    for name, place in places.items():
        if name in given:
            draft.log.placed.setdefault(name, place)
