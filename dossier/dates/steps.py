"""Steps of the calendar, each within the one before: from a thousand years down to a day."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dossier.dates.days import civil, day_number

Days = npt.NDArray[np.int64]


class Step(NamedTuple):
    """So many years, months or days; `days` is its usual length.

    Steps of several days begin on the 1st, the 11th, the 21st of a month, or on each sixth of it.
    """

    unit: str
    size: int
    days: float


LADDER = (
    *(Step("year", count, count * 365.2425) for count in (1000, 500, 100, 50, 10, 5, 1)),
    *(Step("month", count, count * 30.437) for count in (6, 3, 1)),
    *(Step("day", count, count) for count in (10, 5, 1)),
)


def finest_step(length: float, columns: float) -> Step:
    """The finest step of which no more than about so many fit into a stretch of days."""
    fitting = [step for step in LADDER if step.days * columns >= length]
    return fitting[-1] if fitting else LADDER[0]


def step_edges(step: Step, first: int, last: int) -> Days:
    """The days on which steps begin, from the one that holds `first` to the one after `last`."""
    edges = {"year": _year_edges, "month": _month_edges, "day": _day_edges}[step.unit]
    return np.array(edges(step.size, first, last), dtype=np.int64)


def _year_edges(count: int, first: int, last: int) -> list[int]:
    begin, end = civil(first)[0] // count, civil(last)[0] // count
    return [day_number(at * count, 1, 1) for at in range(begin, end + 2)]


def _month_edges(count: int, first: int, last: int) -> list[int]:
    begin, end = (_month_number(day) // count for day in (first, last))
    months = (at * count for at in range(begin, end + 2))
    return [day_number(month // 12, month % 12 + 1, 1) for month in months]


def _day_edges(count: int, first: int, last: int) -> list[int]:
    if count == 1:
        return list(range(first, last + 2))
    found = [
        month + day
        for month in _month_edges(1, first, last)
        for day in range(0, 30 - count // 2, count)
    ]
    begin = max(at for at, day in enumerate(found) if day <= first)
    end = min(at for at, day in enumerate(found) if day > last)
    return found[begin : end + 1]


def _month_number(day: int) -> int:
    year, month, _ = civil(day)
    return year * 12 + month - 1
