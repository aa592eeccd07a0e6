"""Honest dates as TimelineJS has them: years, months and days, never finer than ours.

TimelineJS draws a mark or a bar and has no word for "about", "or earlier" or "one of", so the
figures say only where to draw and the words stand beside them. A day is given only where one is
known. Its years run from -1 (1 BCE) to 1, ours have 0 for 1 BCE.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dates.edtf import HonestDate
from dossier.dates.parts import Gap, Part, read_written

Given = tuple[int, ...]  # a year; a year and a month; a year, a month and a day


@dataclass(frozen=True, slots=True)
class SlideDate:
    """A date of a slide; `time` is a clock time of the start; `whole` says that nothing is lost."""

    start: Given
    end: Given
    time: str
    whole: bool


def slide_date(date: HonestDate) -> SlideDate:
    """Give the start and, where there is one, the end of a date; () is no end."""
    written = read_written(date.text)
    parts = [part for part in written.parts if isinstance(part, Part)]
    first, last = parts[0], parts[-1]
    if written.form == "list":
        first = min(parts, key=lambda part: part.earliest)
        last = max(parts, key=lambda part: part.latest)
    is_known = written.form in ("simple", "interval") and not _is_gap(written.parts[0])
    start, end = _given(first, first.year, is_known), _given(last, last.last_year, is_known)
    if len(parts) == 1 and first.year == first.last_year:
        end = ()
    if end and _padded(end) <= _padded(start):
        end = ()
    time = first.time if is_known and len(start) == 3 and len(parts) == 1 else ""
    return SlideDate(start, end, time, _edtf(start, end, time) == date.text)


def shown_year(year: int) -> int:
    """Give a year as TimelineJS counts them: there is no year 0."""
    return year if year > 0 else year - 1


def _is_gap(part: Part | Gap) -> bool:
    return not isinstance(part, Part)


def _given(part: Part, year: int, is_known: bool) -> Given:
    if part.day and is_known and not part.qualifier:
        return (year, part.month, part.day)
    return (year, part.month) if part.month else (year,)


def _padded(given: Given) -> Given:
    return (*given, 1, 1)[:3]


def _edtf(start: Given, end: Given, time: str) -> str:
    return "/".join(filter(None, (_text(start) + (f"T{time}" if time else ""), _text(end))))


def _text(given: Given) -> str:
    if not given:
        return ""
    year = f"{given[0]:04d}" if given[0] >= 0 else f"-{-given[0]:04d}"
    return "-".join((year, *(f"{number:02d}" for number in given[1:])))
