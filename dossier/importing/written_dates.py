"""Dates as people write them in tables, read by strict patterns only; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from dossier.dates.edtf import DateError, parse_date
from dossier.dates.parts import MONTHS, SEASONS

DayOrder = Literal["", "day", "month"]

_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + "|sept"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[.,]* +"
_TIME = r"(?:(?:,? +(?:at +)?|T)([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\.?)?))?"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–−", "-") | {"\u00a0": " ", "\u202f": " "})


class TwoWaysError(DateError):
    """A date in figures can be read day first or month first."""


def read_written_date(text: str, order: DayOrder = "") -> str:
    """Give a date in EDTF at exactly the precision in which it is written.

    Takes EDTF itself, 13 January 2022, January 13, 2022, January 2022, 13/01/2022, spring 2022,
    about 1992, 1990s, 44 BCE, and a time of day after a full date. `order` decides dates in
    figures alone that can be read two ways. Raises TwoWaysError without it, DateError for all
    else; the message says how to mend the date.
    """
    plain = " ".join(text.translate(_DASHES).split())
    plain = re.sub(f"^{_WEEKDAY}", "", plain, flags=re.IGNORECASE)
    plain = _FRACTION.sub("", plain)
    try:
        return parse_date(plain).text
    except DateError:
        for pattern, read in _PATTERNS:
            if found := pattern.fullmatch(plain):
                return parse_date(read(found, order)).text
        raise


def read_clock(text: str) -> str:
    """Give a time of day as HH:MM or HH:MM:SS; "" if the text is no such time."""
    found = _CLOCK.fullmatch(" ".join(text.split()))
    if not found:
        return ""
    hour, rest, half = int(found[1]), found[2], (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    clock = f"{hour:02d}{rest}"
    return clock if re.fullmatch(r"(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){1,2}", clock) else ""


def month_number(text: str) -> int:
    """Give the number of an English month, in full or by its first three letters; 0 if none."""
    if not re.fullmatch(f"(?:{_NAMES})\\.?", text.strip(), re.IGNORECASE):
        return 0
    short = text.strip()[:3].capitalize()
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(short))


def _moment(year: int, month: int, day: int, time: str | None) -> str:
    date = f"{year:04d}-{month:02d}-{day:02d}"
    if not time:
        return date
    clock = read_clock(time)
    if not clock:
        raise DateError(f"{time}: a time runs from 00:00:00 to 23:59:59")
    # Midnight to the second is what a spreadsheet adds to a bare date.
    return date if clock == "00:00:00" else f"{date}T{clock}"


def _figures(found: re.Match[str], order: DayOrder) -> str:
    first, second, year, time = int(found[1]), int(found[2]), int(found[3]), found[4]
    if first > 12 and second > 12:
        raise DateError(f"{found[0]}: there is no such day; write it as in 2022-01-13")
    if first == second or (first <= 12 < second and order != "day"):
        return _moment(year, first, second, time)
    if second <= 12 < first and order != "month":
        return _moment(year, second, first, time)
    if order == "day" and second <= 12:
        return _moment(year, second, first, time)
    if order == "month" and first <= 12:
        return _moment(year, first, second, time)
    if order:
        said = "day" if order == "day" else "month"
        raise DateError(f"{found[0]}: there is no such day when the {said} comes first")
    ways = f"{year:04d}-{second:02d}-{first:02d} or {year:04d}-{first:02d}-{second:02d}"
    raise TwoWaysError(f"{found[0]}: this may be {ways}")


def _season(found: re.Match[str], _order: DayOrder) -> str:
    codes = {name: code for code, name in SEASONS.items()} | {"fall": 23}
    return f"{found[2]}-{codes[found[1].lower()]}"


def _before_our_era(found: re.Match[str], _order: DayOrder) -> str:
    year = 1 - int(found[1])
    return "0000" if year == 0 else f"{year:05d}"


_FRACTION = re.compile(r"(?<=T[0-9]{2}:[0-9]{2}:[0-9]{2})[.,][0-9]+")
_CLOCK = re.compile(
    r"([0-9]{1,2})((?::[0-9]{2}){1,2}) ?(?:([ap])\.?m\.?)?", re.IGNORECASE | re.ASCII
)
_Read = Callable[[re.Match[str], DayOrder], str]
_PATTERNS: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), read)
    for pattern, read in (
        (
            rf"([0-9]{{4}})[-/]([0-9]{{1,2}})[-/]([0-9]{{1,2}}){_TIME}",
            lambda m, _: _moment(int(m[1]), int(m[2]), int(m[3]), m[4]),
        ),
        (rf"([0-9]{{1,2}})[./-]([0-9]{{1,2}})[./-]([0-9]{{4}}){_TIME}", _figures),
        (
            rf"{_DAY}\.? (?:of )?({_NAMES})\.?,? ([0-9]{{4}}){_TIME}",
            lambda m, _: _moment(int(m[3]), month_number(m[2]), int(m[1]), m[4]),
        ),
        (
            rf"([0-9]{{1,2}})-({_NAMES})-([0-9]{{4}}){_TIME}",
            lambda m, _: _moment(int(m[3]), month_number(m[2]), int(m[1]), m[4]),
        ),
        (
            rf"({_NAMES})\.? {_DAY},? ([0-9]{{4}}){_TIME}",
            lambda m, _: _moment(int(m[3]), month_number(m[1]), int(m[2]), m[4]),
        ),
        (rf"({_NAMES})\.?,? ([0-9]{{4}})", lambda m, _: f"{m[2]}-{month_number(m[1]):02d}"),
        (r"(spring|summer|autumn|fall|winter)(?: of)? ([0-9]{4})", _season),
        (r"(?:about|around|circa|approximately|ca?\.?) ?([0-9]{4})", lambda m, _: f"{m[1]}~"),
        (r"(?:the )?([0-9]{3})0'?s", lambda m, _: f"{m[1]}X"),
        (r"([0-9]{4}) ?(?:AD|CE)", lambda m, _: m[1]),
        (r"([1-9][0-9]{0,3}) ?BCE?", _before_our_era),
    )
)
