"""The shapes in which a date may be written: EDTF (ISO 8601-2) levels 0 and 1, and one-of sets.

Strict patterns first; nothing is guessed. What a pattern admits is then held against the calendar.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from dossier.dates.days import day_number, days_in_month

Precision = Literal[
    "second", "minute", "day", "month", "season", "year", "decade", "century", "window"
]
Form = Literal["simple", "interval", "window", "list"]
Gap = Literal["..", ""]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
WINTER = 24

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_QUALIFIER = "([?~%]?)"
_CALENDAR = re.compile(rf"(-?[0-9]{{4}})(?:-([0-9]{{2}}|XX)(?:-([0-9]{{2}}|XX))?)?{_QUALIFIER}")
_YEARS = re.compile(rf"(-?)([0-9]{{2}})([0-9]X|XX){_QUALIFIER}")
_MOMENT = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)


class DateError(ValueError):
    """A text is no date; the message names what is wrong and how to mend it."""


class ShapeError(DateError):
    """A text has none of the known shapes; its only argument is the piece that failed."""


class Part(NamedTuple):
    """One simple date as written, with the first and last day that it allows.

    `month`, `day` and `season` are 0 where not written; `last_year` differs from `year` for 199X
    and 20XX; `hidden` names what was written as XX. A named tuple, since one is made for every
    date read and a frozen dataclass takes four times as long to make.
    """

    earliest: int
    latest: int
    precision: Precision
    year: int
    last_year: int
    month: int = 0
    day: int = 0
    season: int = 0
    hidden: str = ""
    qualifier: str = ""
    time: str = ""
    zone: str = ""


class Written(NamedTuple):
    """A whole date as written: one part, the two ends of a stretch, or a list to choose from.

    In an interval an end may be ".." (open) or "" (unknown); in a window "..".
    """

    form: Form
    parts: tuple[Part | Gap, ...]


def read_written(text: str) -> Written:
    """Take a stripped text apart into its dates.

    Raises ShapeError where the text has no known shape, DateError where the calendar forbids it.
    """
    if text.startswith("[") and text.endswith("]"):
        return _one_of(text)
    if "/" in text:
        return _interval(text)
    return Written("simple", (read_part(text),))


@lru_cache(maxsize=1 << 14)
def read_part(text: str) -> Part:
    """Take one simple date apart; raises as `read_written` does."""
    if found := _CALENDAR.fullmatch(text):
        return _calendar(text, *found.groups(default=""))
    if found := _YEARS.fullmatch(text):
        return _years(text, *found.groups())
    if found := _MOMENT.fullmatch(text):
        return _moment(text, found.groups(default=""))
    raise ShapeError(text)


def _interval(text: str) -> Written:
    ends = text.split("/")
    if len(ends) != 2:
        raise ShapeError(text)
    start, end = _end(ends[0]), _end(ends[1])
    if not isinstance(start, Part) and not isinstance(end, Part):
        raise DateError(f"{text}: one end at least needs a date, as in 2011/..")
    _check_order(text, start, end)
    return Written("interval", (start, end))


def _end(text: str) -> Part | Gap:
    if text == "..":
        return ".."
    return read_part(text) if text else ""


def _one_of(text: str) -> Written:
    inside = text[1:-1]
    if "," in inside:
        return Written("list", tuple(read_part(piece.strip(" ")) for piece in inside.split(",")))
    before, dots, after = inside.partition("..")
    if not dots:
        read_part(inside)
        raise DateError(f"{text}: brackets need a choice; for one date write {inside}")
    if not before and not after:
        raise DateError(f"{text}: one end at least needs a date, as in [..2022-07-04]")
    start: Part | Gap = read_part(before) if before else ".."
    end: Part | Gap = read_part(after) if after else ".."
    _check_order(text, start, end)
    return Written("window", (start, end))


def _check_order(text: str, start: Part | Gap, end: Part | Gap) -> None:
    if not isinstance(start, Part) or not isinstance(end, Part):
        return
    backwards = start.earliest > end.latest
    if start.time and end.time and bool(start.zone) == bool(end.zone):
        backwards = backwards or _instant(start) > _instant(end)
    if backwards:
        raise DateError(f"{text}: the end comes before the start; write the earlier date first")


def _instant(part: Part) -> int:
    """Count the seconds to a moment, in UTC where an offset is written."""
    hours, minutes, seconds = (int(n) for n in (part.time + ":00").split(":")[:3])
    clock = part.earliest * 86_400 + hours * 3600 + minutes * 60 + seconds
    if part.zone in ("", "Z"):
        return clock
    offset = int(part.zone[1:3]) * 3600 + int(part.zone[4:] or 0) * 60
    return clock - (offset if part.zone[0] == "+" else -offset)


def _year(text: str, digits: str) -> int:
    if digits == "-0000":
        raise DateError(f"{text}: there is no year -0000; write 0000 for 1 BCE")
    return int(digits)


def _calendar(text: str, year: str, month: str, day: str, qualifier: str) -> Part:
    y = _year(text, year)
    if not month or month == "XX":
        if day not in ("", "XX"):
            raise DateError(f"{text}: a day needs its month; write {year} or {year}-XX-XX")
        hidden = ("month and day" if day else "month") if month else ""
        return _whole_years(y, y, "year", qualifier, hidden)
    m = int(month)
    if m > 12 or m == 0:
        return _season(text, y, m, day, qualifier)
    if day in ("", "XX"):
        first, last = day_number(y, m, 1), day_number(y, m, days_in_month(y, m))
        return Part(first, last, "month", y, y, m, hidden="day" if day else "", qualifier=qualifier)
    exact = _day(text, y, m, int(day))
    return Part(exact, exact, "day", y, y, m, int(day), qualifier=qualifier)


def _day(text: str, year: int, month: int, day: int) -> int:
    days = days_in_month(year, month)
    if day == 0:
        raise DateError(
            f"{text}: there is no day 00; where it is not known write {year:04d}-{month:02d}"
        )
    if day > days:
        raise DateError(f"{text}: {MONTHS[month - 1]} {year:04d} has {days} days")
    return day_number(year, month, day)


def _season(text: str, year: int, code: int, day: str, qualifier: str) -> Part:
    if code not in SEASONS or day:
        raise DateError(f"{text}: there is no month {code:02d}; {_no_month(year, code, day)}")
    if code == WINTER and year == 9999:
        raise DateError(f"{text}: this winter ends after the year 9999, the last one read")
    if code == WINTER:  # begins in the year it is named after
        first, last = day_number(year, 12, 1), day_number(year + 1, 2, days_in_month(year + 1, 2))
    else:
        opens, closes = _SEASON_MONTHS[code]
        first = day_number(year, opens, 1)
        last = day_number(year, closes, days_in_month(year, closes))
    return Part(first, last, "season", year, year, season=code, qualifier=qualifier)


def _no_month(year: int, code: int, day: str) -> str:
    if code == 0:
        return f"where it is not known leave it out: {year:04d}"
    if code > year % 100 and year > 0 and not day:
        return f"for the years to {year // 100:02d}{code} write {year:04d}/{year // 100:02d}{code}"
    return (
        "months are 01 to 12, seasons 21 (spring) to 24 (winter); for another part of a year"
        " write a window, as in [2022-01..2022-03]"
    )


def _years(text: str, sign: str, century: str, rest: str, qualifier: str) -> Part:
    near, far = (int(century + rest.replace("X", digit)) for digit in "09")
    first, last = (-far, -max(near, 1)) if sign else (near, far)  # -0000 is no year
    return _whole_years(first, last, "century" if rest == "XX" else "decade", qualifier, "")


def _whole_years(first: int, last: int, precision: Precision, qualifier: str, hidden: str) -> Part:
    days = day_number(first, 1, 1), day_number(last, 12, 31)
    return Part(*days, precision, first, last, hidden=hidden, qualifier=qualifier)


def _moment(text: str, groups: tuple[str, ...]) -> Part:
    year, month, day, hour, minute, second, zone = groups
    if hour == "24":
        raise DateError(
            f"{text}: hours run from 00 to 23; write midnight as T00:00 of the next day"
        )
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise DateError(f"{text}: a time runs from 00:00:00 to 23:59:59")
    if int(zone[1:3] or 0) > 14 or int(zone[4:] or 0) > 59:
        raise DateError(f"{text}: an offset from UTC is written Z or as +01:00, up to 14 hours")
    date = _calendar(text, year, month, day, "")
    time = f"{hour}:{minute}" + (f":{second}" if second else "")
    return Part(
        date.earliest, date.latest, "second" if second else "minute",
        date.year, date.year, date.month, date.day, time=time, zone=zone,
    )  # fmt: skip
