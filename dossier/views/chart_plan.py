"""Which figures of a series may be drawn on one scale, and whether time is the axis that serves."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from dossier.dates.edtf import HonestDate
from dossier.views.series import CALENDAR, Quoted, Series

# A year that is named is no quantity, and lengths of different things have nothing to compare.
NEVER_DRAWN = frozenset(
    {CALENDAR, "years", "months", "weeks", "days", "hours", "minutes", "seconds"}
)
OWN_SCALE = re.compile(r"\b(thousand|million|billion|trillion|per)\b")
SHARE = "%"
LONGEST_TIME = 60 * 366  # days
MOST_MARKS = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """Rows of one value whose periods overlap, drawn at one place in time with one label."""

    rows: tuple[Quoted, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a chart draws: rows on one scale; `moments` where time is the axis, else empty."""

    rows: tuple[Quoted, ...]
    scale: str
    moments: tuple[Moment, ...]

    @property
    def axis(self) -> Literal["time", "rows"]:
        """Whether the marks stand in time or one under the other."""
        return "time" if self.moments else "rows"

    @property
    def units(self) -> tuple[str, ...]:
        """The units drawn, each once, in order."""
        return tuple(dict.fromkeys(row.unit for row in self.rows))


def chart_plan(series: Series) -> Plan | None:
    """Choose what to draw of a series; None where numbers well set say more than a chart.

    Only figures on one scale share a chart, the largest such group; those left over are set as
    numbers. Equal exact counts are not drawn: there is nothing to see; nor are
    more than `MOST_MARKS`, which no label would fit.
    """
    groups: dict[str, list[Quoted]] = {}
    for row in series.rows:
        if is_drawable(row):
            groups.setdefault(scale_of(row.unit), []).append(row)
    scale = max(groups, key=lambda each: len(groups[each]), default="")
    rows = groups.get(scale, [])
    if len(rows) > MOST_MARKS:
        return None
    marks = {(row.figure.value, row.figure.qualifier) for row in rows}
    if len(rows) < 2 or (marks == {(rows[0].figure.value, "exact")} and scale != SHARE):
        return None
    moments = () if scale == SHARE else _moments(rows)
    return Plan(tuple(rows), scale, moments)


def is_drawable(row: Quoted) -> bool:
    """Tell whether a figure is a number that a mark can stand for."""
    value = row.figure.value
    if value is None or row.only_words or not math.isfinite(value) or value < 0:
        return False
    return row.unit not in NEVER_DRAWN


def scale_of(unit: str) -> str:
    """The scale a unit is drawn on: things counted one by one share one, all others have theirs."""
    if unit == SHARE:
        return SHARE
    return unit if OWN_SCALE.search(unit.lower()) else "count"


def _moments(rows: list[Quoted]) -> tuple[Moment, ...]:
    """The rows as moments in time, or () where time can't honestly be the axis."""
    placed = [(row, *span) for row in rows if (span := _span(row.figure.period))]
    if len(placed) < len(rows):
        return ()
    placed.sort(key=lambda each: (each[1], each[2]))
    moments: list[Moment] = []
    for row, first, last in placed:
        if moments and first <= moments[-1].last:
            held = moments.pop()
            moments.append(Moment((*held.rows, row), held.first, max(held.last, last)))
        else:
            moments.append(Moment((row,), first, last))
    apart = len(moments) > 1 and moments[-1].last - moments[0].first <= LONGEST_TIME
    one_value = all(len({row.figure.value for row in each.rows}) == 1 for each in moments)
    return tuple(moments) if apart and one_value else ()


def _span(period: HonestDate | None) -> tuple[int, int] | None:
    """The outer days of a bounded period after the year 0; None for any other."""
    if period is None or period.earliest is None or period.latest is None or period.earliest < 1:
        return None
    return period.earliest, period.latest
