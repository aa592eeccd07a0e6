"""Dates of TimelineJS, given in parts, to EDTF at the precision that was given.

Sources: the TimelineJS documentation, "Making a timeline from a Google Spreadsheet" and
"TimelineJS JSON data format" (timeline.knightlab.com/docs), and the display of negative years in
NUKnightLab/TimelineJS3, src/js/language/Language.js.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.dates.edtf import DateError, parse_date
from dossier.importing.written_dates import month_number, read_clock


@dataclass(frozen=True, slots=True)
class DateParts:
    """The parts of a date as typed; "" is not given."""

    year: str = ""
    month: str = ""
    day: str = ""
    time: str = ""

    @property
    def is_given(self) -> bool:
        """Say whether any part is there."""
        return any((self.year, self.month, self.day, self.time))

    def words(self) -> str:
        """Name the parts that are there, as typed."""
        named = (("year", self.year), ("month", self.month), ("day", self.day), ("time", self.time))
        return ", ".join(f"{name} {text}" for name, text in named if text)


NO_DATE = DateParts()


def parts_date(parts: DateParts) -> tuple[str, str]:
    """Give the EDTF of a date in parts, and "" or what of it could not be used and why.

    A part that is no such thing costs itself and what is finer, never the whole date. Raises
    DateError if there is no usable year.
    """
    year, first_year = _year(parts.year)
    if first_year:
        return first_year, "the year 0, which never was; read as 1 BCE or 1 CE"
    if not parts.month:
        return year, _unused(
            parts, "a day or a time needs its month"
        ) if parts.day or parts.time else ""
    month = int(number) if (number := _whole(parts.month)) else month_number(parts.month)
    if not 1 <= month <= 12:
        return year, _unused(parts, f"{parts.month} is no month")
    made = f"{year}-{month:02d}"
    if not parts.day:
        return made, _unused(parts, "a time needs its day") if parts.time else ""
    return _with_day(parts, made)


def span_date(start: DateParts, end: DateParts) -> tuple[str, str]:
    """Give the EDTF of a start and an end, and what could not be used; raises as `parts_date`."""
    first, fault = parts_date(start)
    if not end.is_given:
        return first, fault
    try:
        last, end_fault = parts_date(end)
    except DateError as error:
        return first, _joined(fault, f"an end that could not be used ({error})")
    fault = _joined(fault, end_fault and f"as the end {end_fault}")
    if first == last:
        return first, fault  # TimelineJS drops an end that is the start, too
    try:
        return parse_date(f"{first}/{last}").text, fault
    except DateError:
        return first, _joined(
            fault, f"the end {last}, which comes before the start and was not used"
        )


def _year(text: str) -> tuple[str, str]:
    """Give the EDTF year, or "" and the choice of years where there is none.

    TimelineJS' manual asks for a negative year for BCE, and TimelineJS shows -44 as "44 BCE" and
    no year zero; EDTF counts astronomically, with 0000 for 1 BCE. So -44 becomes -0043.
    """
    before = re.fullmatch(r"([0-9]{1,4}) ?BCE?", text, re.IGNORECASE)
    whole = f"-{before[1]}" if before else _whole(text)
    if not whole:
        raise DateError(f"“{text[:40]}” is no year" if text else "there is no year")
    number = int(whole)
    if number == 0:
        return "", "[0000,0001]"
    astronomical = number + 1 if number < 0 else number
    if not -9999 <= astronomical <= 9999:
        raise DateError(f"the year {text} is out of reach; years run from 10,000 BCE to 9999")
    return f"{astronomical:05d}" if astronomical < 0 else f"{astronomical:04d}", ""


def _whole(text: str) -> str:
    """Read a whole number as a spreadsheet may write it: 2,022 or 2022.0; "" if it is none."""
    plain = re.sub(r"[\s,]", "", text.replace("−", "-"))
    found = re.fullmatch(r"(-?[0-9]{1,12})(?:\.0+)?", plain, re.ASCII)
    return found[1] if found else ""


def _with_day(parts: DateParts, month: str) -> tuple[str, str]:
    number = _whole(parts.day)
    if not number or not 1 <= int(number) <= 99:
        return month, _unused(parts, f"{parts.day} is no day")
    try:
        made = parse_date(f"{month}-{int(number):02d}").text
    except DateError as error:
        return month, _unused(parts, str(error).partition(": ")[2])
    if not parts.time:
        return made, ""
    clock = _clock(parts.time)
    if not clock:
        return made, _unused(parts, f"{parts.time} is no time of day to the minute")
    return f"{made}T{clock}", ""


def _clock(text: str) -> str:
    """Read a time in the ways that TimelineJS' sheets take: 9:30, 9.30, 930, 9:30 pm, 11:19:01."""
    plain = re.sub(r"(:[0-9]{2}:[0-9]{2})[.,:][0-9]+", r"\1", text.strip())
    if found := re.fullmatch(r"([0-9]{1,2})([0-9]{2})( ?[AaPp]\.?[Mm]\.?)?", plain):
        plain = f"{found[1]}:{found[2]}{found[3] or ''}"
    if ":" not in plain:
        plain = re.sub(r"([0-9])\.(?=[0-9])", r"\1:", plain)
    return read_clock(plain)


def _unused(parts: DateParts, why: str) -> str:
    return f"{parts.words()}, but {why}"


def _joined(first: str, second: str) -> str:
    return "; ".join(filter(None, (first, second)))
