"""Days as places across a picture, and the ticks between millennia and single days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dates.days import civil, day_number, days_in_month

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = {"y": 365.2425, "m": 30.437, "d": 1.0}
ROOM = {"y": 46, "m": 40, "d": 30}  # least pixels between two ticks
# From the coarsest to the finest: a tick every so many of a unit, and which years are bold.
STEPS = (
    ("y", 5000, 10000), ("y", 2000, 10000), ("y", 1000, 5000), ("y", 500, 1000), ("y", 200, 1000),
    ("y", 100, 1000), ("y", 50, 100), ("y", 20, 100), ("y", 10, 100), ("y", 5, 10), ("y", 2, 10),
    ("y", 1, 10), ("m", 6, 12), ("m", 3, 12), ("m", 1, 12), ("d", 10, 0), ("d", 5, 0), ("d", 1, 0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """The window of days from `first` to the end of `last`, drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    @property
    def a_day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / max(1, self.last + 1 - self.first)

    def x(self, day: float) -> float:
        """Where the beginning of a day lies."""
        return self.left + (day - self.first) * self.a_day


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the axis; `bold` where a larger unit begins."""

    x: float
    words: str
    bold: bool


def ticks(scale: Scale) -> Iterator[Tick]:
    """Give the ticks that lie in the window, in order."""
    unit, size, bold = STEPS[0]
    for step in STEPS:
        if step[1] * DAYS[step[0]] * scale.a_day >= ROOM[step[0]]:
            unit, size, bold = step
    made = {"y": _years, "m": _months, "d": _days}[unit](scale, size, bold)
    yield from (each for each in made if scale.left <= each.x <= scale.right)


def year_words(year: int) -> str:
    """Write an astronomical year: 2022, or 44 BCE for -43."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def _years(scale: Scale, size: int, bold: int) -> Iterator[Tick]:
    first, last = civil(scale.first)[0], civil(scale.last)[0]
    for place in range((first - 1) // size, last // size + 2):
        if size == 1 and place == 0:
            continue
        # Round years on both sides of the year 1: 200 BCE, 100 BCE, 1, 100, 200.
        year = place * size if place > 0 else 1 + place * size
        yield Tick(scale.x(day_number(year, 1, 1)), year_words(year), place * size % bold == 0)


def _months(scale: Scale, size: int, bold: int) -> Iterator[Tick]:
    for year, month in _months_between(scale):
        if (month - 1) % size == 0:
            words = year_words(year) if month == 1 else MONTHS[month - 1]
            yield Tick(scale.x(day_number(year, month, 1)), words, month == 1)


def _days(scale: Scale, size: int, bold: int) -> Iterator[Tick]:
    for year, month in _months_between(scale):
        words = f"{MONTHS[month - 1]} {year_words(year)}"
        yield Tick(scale.x(day_number(year, month, 1)), words, True)
        for day in range(2 if size == 1 else size, days_in_month(year, month) + 1, size):
            if day <= 31 - size / 2:
                yield Tick(scale.x(day_number(year, month, day)), str(day), False)


def _months_between(scale: Scale) -> Iterator[tuple[int, int]]:
    year, month, _ = civil(scale.first)
    last = civil(scale.last)[:2]
    while (year, month) <= last:
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
