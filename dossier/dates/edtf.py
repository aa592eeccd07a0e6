"""Honest dates: EDTF text read into the days it allows, never finer than it was written.

Bounds are the strict ones: "about" and "uncertain" are flags and widen nothing. Seasons are the
meteorological ones of the northern half of the globe; a winter begins in the year it is named
after (2022-24 is December 2022 to February 2023). A time keeps the day that was written; an offset
moves nothing. The calendar is proleptic Gregorian, and the year 0000 is 1 BCE.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dossier.dates.days import DAY_MAX, DAY_MIN, civil, day_number, days_in_month
from dossier.dates.hints import mend, shown
from dossier.dates.parts import (
    DateError,
    Gap,
    Part,
    Precision,
    ShapeError,
    Written,
    read_written,
)

__all__ = [
    "DAY_MAX",
    "DAY_MIN",
    "DateError",
    "HonestDate",
    "Kind",
    "Precision",
    "civil",
    "date_order",
    "day_number",
    "parse_date",
]

Kind = Literal["instant", "span"]

_LONGEST = 1000  # characters: a list of some ninety days
_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
_COARSENESS: tuple[Precision, ...] = (
    "second",
    "minute",
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
)


@dataclass(frozen=True, slots=True)
class HonestDate:
    """A date with the precision that its text has; days are numbers as in `day_number`.

    An "instant" happened once, somewhere from `earliest` to `latest`. A "span" lasted: it began by
    `inner_start` and ended no earlier than `inner_end`, so where `inner_start <= inner_end` it
    held between them; where it is not, no single day is sure. None is an open or unknown end.
    `precision` is that of the coarser end of a span, and "window" for a one-of set. `time` is the
    clock time as written, without its offset; of a span, that of its start.
    """

    text: str
    kind: Kind
    earliest: int | None
    latest: int | None
    inner_start: int | None
    inner_end: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    time: str = ""


@lru_cache(maxsize=1 << 16)
def parse_date(text: str) -> HonestDate:
    """Read an EDTF date, white space around it aside.

    Raises DateError, whose message names what is wrong and how to mend it, for anything else.
    """
    text = text.strip()
    return _plain(text) or _honest(text, _written(text))


def date_order(date: HonestDate) -> tuple[int, int, str]:
    """Give a key that sorts by earliest day, latest day, time of day; open ends go outermost."""
    earliest = DAY_MIN if date.earliest is None else date.earliest
    latest = DAY_MAX if date.latest is None else date.latest
    return earliest, latest, date.time


def _plain(text: str) -> HonestDate | None:
    """Read the three commonest forms quickly; None leaves the text to the full reader."""
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[3] is not None:
        if not 1 <= day <= 28 and not 1 <= day <= days_in_month(year, month):
            return None
        exact = day_number(year, month, day)
        return HonestDate(text, "instant", exact, exact, None, None, "day")
    if month:
        first = day_number(year, month, 1)
        last = first + days_in_month(year, month) - 1
        return HonestDate(text, "instant", first, last, None, None, "month")
    first, last = day_number(year, 1, 1), day_number(year, 12, 31)
    return HonestDate(text, "instant", first, last, None, None, "year")


def _written(text: str) -> Written:
    if not text:
        raise DateError("no date; write for example 2022-01-13, 2022-01 or 2022")
    if len(text) > _LONGEST:
        raise DateError(f"{shown(text)}: too long; a date has at most {_LONGEST} characters")
    try:
        return read_written(text)
    except ShapeError as error:
        raise DateError(f"{shown(text)}: {mend(text, error.args[0])}") from None


def _honest(text: str, written: Written) -> HonestDate:
    start, end = written.parts[0], written.parts[-1]
    if written.form == "list":
        return _choice(text, [part for part in written.parts if isinstance(part, Part)])
    if written.form == "simple" and isinstance(start, Part):
        return _instant(text, start)
    marks = _marks(start) + _marks(end)
    spans = written.form == "interval"
    return HonestDate(
        text,
        "span" if spans else "instant",
        start.earliest if isinstance(start, Part) else None,
        end.latest if isinstance(end, Part) else None,
        _inner_start(start, end) if spans else None,
        _inner_end(start, end) if spans else None,
        _coarser(start, end) if spans else "window",
        "~" in marks or "%" in marks,
        "?" in marks or "%" in marks,
        start == "..",
        end == "..",
        start == "",
        end == "",
        start.time if spans and isinstance(start, Part) else "",
    )


def _instant(text: str, part: Part) -> HonestDate:
    return HonestDate(
        text,
        "instant",
        part.earliest,
        part.latest,
        None,
        None,
        part.precision,
        part.qualifier in ("~", "%"),
        part.qualifier in ("?", "%"),
        time=part.time,
    )


def _choice(text: str, parts: list[Part]) -> HonestDate:
    marks = "".join(part.qualifier for part in parts)
    return HonestDate(
        text,
        "instant",
        min(part.earliest for part in parts),
        max(part.latest for part in parts),
        None,
        None,
        "window",
        "~" in marks or "%" in marks,
        "?" in marks or "%" in marks,
    )


def _marks(end: Part | Gap) -> str:
    return end.qualifier if isinstance(end, Part) else ""


def _coarser(start: Part | Gap, end: Part | Gap) -> Precision:
    """Name the coarser precision of two ends; one at least is dated."""
    found = [end.precision for end in (start, end) if isinstance(end, Part)]
    return max(found, key=_COARSENESS.index)


def _inner_start(start: Part | Gap, end: Part | Gap) -> int | None:
    if not isinstance(start, Part):
        return None
    return min(start.latest, end.latest) if isinstance(end, Part) else start.latest


def _inner_end(start: Part | Gap, end: Part | Gap) -> int | None:
    if not isinstance(end, Part):
        return None
    return max(start.earliest, end.earliest) if isinstance(start, Part) else end.earliest
