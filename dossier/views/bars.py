"""Bars: where a number ends on its scale, and how sure that end is, for whoever draws it.

An exact number ends sharply; "about", "estimated" and "nearly" end softly; "up to" is an open range
that a bracket closes; "at least" and "more than" lead on with an arrow. Lengths are parts of the
scale, from 0 to 1, so that the same bar serves a page, a picture and a step of a briefing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

from dossier.sums.figure_words import number_words
from dossier.views.chart_plan import SHARE, Plan
from dossier.views.series import Quoted

Manner = Literal["exact", "about", "up to", "at least"]
SOFT = ("about", "estimated", "nearly")
UPWARD = ("at least", "more than")
SOFTNESS = 0.08  # of a value: a manner of drawing, no margin of error
MANNERS: dict[Manner, str] = {
    "exact": "a sharp end: exact",
    "about": "a soft end: about, nearly, estimated",
    "up to": "an open range closed by a bracket: up to",
    "at least": "an arrow: at least, more than",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One number from nought: firm as far as `firm`, and soft from there to `end`."""

    manner: Manner
    firm: float
    end: float
    unit: int


def bar_of(row: Quoted, plan: Plan) -> Bar:
    """Give the bar of one row of a plan."""
    manner = manner_of(row.figure.qualifier)
    at = (row.figure.value or 0) / scale_end(plan)
    unit = plan.units.index(row.unit)
    if manner != "about":
        return Bar(manner, at, at, unit)
    if row.figure.qualifier == "nearly":
        return Bar(manner, at * (1 - 2 * SOFTNESS), at, unit)
    return Bar(manner, at * (1 - SOFTNESS), at * (1 + SOFTNESS), unit)


def manner_of(qualifier: str) -> Manner:
    """Give how a number of this qualifier ends."""
    if qualifier in SOFT:
        return "about"
    if qualifier in UPWARD:
        return "at least"
    return "up to" if qualifier == "up to" else "exact"


def manners_of(plan: Plan) -> list[str]:
    """Say how the qualifiers of a plan are drawn, each manner once."""
    kinds = dict.fromkeys(manner_of(row.figure.qualifier) for row in plan.rows)
    return [MANNERS[kind] for kind in kinds]


def scale_end(plan: Plan) -> float:
    """Give the value at the right end: the whole for shares, else a round number."""
    furthest = max(_furthest(row) for row in plan.rows)
    if plan.scale == SHARE and furthest <= 100:
        return 100
    step = tick_step(furthest)
    return max(1, ceil(furthest / step)) * step


def tick_step(furthest: float) -> float:
    """Give a round distance between ticks, three to six of them up to a value."""
    if furthest <= 0:
        return 1
    size: float = 10 ** floor(log10(furthest))
    return next((size * part for part in (1, 0.5, 0.2) if furthest / (size * part) >= 3), size / 10)


def scale_ticks(plan: Plan) -> Iterator[tuple[float, str]]:
    """Give the places on the scale, from 0 to 1, with their words."""
    end = scale_end(plan)
    step = 25 if end == 100 and plan.scale == SHARE else tick_step(end)
    sign = "%" if plan.scale == SHARE else ""
    for number in range(round(end / step) + 1):
        yield number * step / end, number_words(round(number * step, 9)) + sign


def _furthest(row: Quoted) -> float:
    value = row.figure.value or 0
    return value * (1 + SOFTNESS) if row.figure.qualifier in SOFT[:2] else value
