"""Dates in words that claim no more than the date says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dossier.dates.edtf import HonestDate
from dossier.dates.parts import MONTHS, SEASONS, WINTER, Gap, Part, read_written

_BASIS = {
    "stated": "stated: a document gives this date",
    "derived": "derived: worked out from what the documents state",
    "inferred": "inferred: argued from the context",
}
_CLOCK = ("minute", "second")


@dataclass(frozen=True, slots=True)
class _Style:
    months: tuple[str, ...]
    about: str
    to: str
    brief: bool


_LONG = _Style(MONTHS, "about ", " to ", False)
_SHORT = _Style(tuple(month[:3] for month in MONTHS), "c. ", "–", True)


def date_words(date: HonestDate) -> str:
    """Write a date in full: "13 January 2022", "April 2021", "4 July 2022 or earlier"."""
    return _words(date.text, _LONG)


def short_words(date: HonestDate) -> str:
    """Write a date briefly for a label: "13 Jan 2022", "c. 1992", "Jan 2021 – Nov 2022"."""
    return _words(date.text, _SHORT)


def basis_words(basis: str) -> str:
    """Say why a date is given as it is; an unknown basis is returned unchanged."""
    return _BASIS.get(basis, basis)


@lru_cache(maxsize=1 << 16)
def _words(text: str, style: _Style) -> str:
    written = read_written(text)
    start, end = written.parts[0], written.parts[-1]
    if written.form == "interval":
        return _interval(start, end, style)
    if written.form == "window":
        return _window(start, end, style)
    names = [_part(part, style) for part in written.parts if isinstance(part, Part)]
    if written.form == "list":
        return f"{', '.join(names[:-1])} or {names[-1]}"
    return _part(start, style, alone=True) if isinstance(start, Part) else ""


def _interval(start: Part | Gap, end: Part | Gap, style: _Style) -> str:
    if not isinstance(start, Part):
        assert isinstance(end, Part)
        return f"until {_part(end, style)}" + _unknown("start", start, style)
    if not isinstance(end, Part):
        on = " on" if end == ".." else _unknown("end", end, style)
        return f"from {_part(start, style)}{on}"
    if start == end:
        whole = start.precision in ("day", *_CLOCK)
        words = _part(start, style)
        return words if whole else f"within {_bare(words)}"
    first, last = _pair(start, end, style)
    if not style.brief:
        if _holds(end, start):
            last = _some_time(end, style)
        elif _holds(start, end):
            first = _some_time(start, style)
    return _join(first, last, style)


def _unknown(which: str, gap: Gap, style: _Style) -> str:
    return f" ({which} unknown)" if gap == "" and not style.brief else ""


def _join(first: str, last: str, style: _Style) -> str:
    """Join two ends; a dash has spaces unless it joins two days or two years: 3–5 May 2021."""
    tight = first.isdigit() and (last.isdigit() or len(first) < 3)
    if style.brief and not tight:
        return f"{first} {style.to} {last}"
    return f"{first}{style.to}{last}"


def _window(start: Part | Gap, end: Part | Gap, style: _Style) -> str:
    if not isinstance(start, Part):
        assert isinstance(end, Part)
        return f"{_part(end, style)} or earlier"
    if not isinstance(end, Part):
        return f"{_part(start, style)} or later"
    if start == end:
        return _part(start, style, alone=True)
    first, last = _pair(start, end, style)
    if _holds(end, start):
        last = f"the end of {_bare(last)}"
    elif _holds(start, end):
        first = f"the start of {_bare(first)}"
    return f"between {first} and {last}"


def _holds(outer: Part, inner: Part) -> bool:
    """Tell whether one end lies within the other, so that naming both says little."""
    within = outer.earliest <= inner.earliest and inner.latest <= outer.latest
    return within and not (outer.time and inner.time)


def _bare(words: str) -> str:
    """Leave out "some time", for use after words that say as much."""
    return words.removeprefix("some time in ").replace("some time around ", "about ")


def _some_time(part: Part, style: _Style) -> str:
    words = _part(part, style)
    if words.startswith("some time "):
        return words
    return f"some time {'on' if part.precision == 'day' else 'in'} {words}"


def _pair(start: Part, end: Part, style: _Style) -> tuple[str, str]:
    """Name two ends, leaving out of the first what the second repeats."""
    first, last = _part(start, style), _part(end, style)
    if start.precision != end.precision or start.qualifier or end.qualifier:
        return first, last
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    if end.precision == "day" and same_month:
        return str(start.day), last
    if end.precision == "day" and same_year:
        return f"{start.day} {style.months[start.month - 1]}", last
    if end.precision == "month" and same_year and not (start.hidden or end.hidden):
        return style.months[start.month - 1], last
    if end.time and start.earliest == end.earliest and start.zone == end.zone:
        return first, f"{end.time}{_zone(end.zone)}"
    return first, last


def _part(part: Part, style: _Style, alone: bool = False) -> str:
    about = style.about if part.qualifier in ("~", "%") else ""
    if _vague(part):
        return f"some time {'around' if about else 'in'} {_name(part, style)}{_notes(part, style)}"
    alone = (alone and not about) or style.brief
    the = "the " if part.precision == "decade" and not alone else ""
    return f"{about}{the}{_name(part, style)}{_notes(part, style)}"


def _notes(part: Part, style: _Style) -> str:
    uncertain = part.qualifier in ("?", "%")
    if style.brief:
        return "?" if uncertain else ""
    notes = [f"{part.hidden} not given"] if part.hidden else []
    notes += ["uncertain"] if uncertain else []
    return f" ({', '.join(notes)})" if notes else ""


def _name(part: Part, style: _Style) -> str:
    year = _year(part.year)
    if part.day:
        day = f"{part.day} {style.months[part.month - 1]} {year}"
        return f"{day}, {part.time}{_zone(part.zone)}" if part.time else day
    if part.month:
        return f"{style.months[part.month - 1]} {year}"
    if part.season:
        return f"{SEASONS[part.season]} {_winter(part.year) if part.season == WINTER else year}"
    if part.precision == "year":
        return year
    return _years(part.year, part.last_year) if _vague(part) else f"{part.year}s"


def _vague(part: Part) -> bool:
    """Tell the years that have no short name: "2000s" could be a decade or a century."""
    decade = part.precision == "decade" and part.year >= 1000 and part.year % 100 != 0
    return part.precision == "century" or (part.precision == "decade" and not decade)


def _year(year: int) -> str:
    """Name an astronomical year: 0 is 1 BCE; the first thousand years name their era."""
    if year < 1:
        return f"{1 - year} BCE"
    return str(year) if year >= 1000 else f"{year} CE"


def _years(first: int, last: int) -> str:
    era = " BCE" if last < 1 else " CE" if 1 <= first < 1000 else ""
    start, end = _year(first), _year(last)
    return f"{start.removesuffix(era)}–{end}" if era else f"{start}–{end}"


def _winter(year: int) -> str:
    """Name both years of a winter, since the one it is written with leaves it open which."""
    if year >= 1000 and (year + 1) % 100:
        return f"{year}–{(year + 1) % 100:02d}"
    return _years(year, year + 1)


def _zone(zone: str) -> str:
    if zone in ("", "Z"):
        return " UTC" if zone else ""
    return f" (UTC{zone})"
