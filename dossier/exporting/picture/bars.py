"""Bars in a picture: one number each, drawn as sure as its words.

An exact number ends sharply; "about", "estimated" and "nearly" end softly; "up to" is an open range
that a bracket closes; "at least" and "more than" lead on with an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, log10

from dossier.markup import Markup, markup
from dossier.sums.figure_words import number_words
from dossier.views.chart_plan import SHARE, Plan
from dossier.views.series import Quoted

COLOURS = ("#427ab2", "#c0602c", "#188578")
SOFT = ("about", "estimated", "nearly")
UPWARD = ("at least", "more than")
SOFTNESS = 0.08  # of a value: a manner of drawing, no margin of error
BAR, ARROW = 15, 30  # pixels
MANNERS = {
    "exact": "a sharp end: exact",
    "about": "a soft end: about, nearly, estimated",
    "up to": "an open range closed by a bracket: up to",
    "at least": "an arrow: at least, more than",
}


def manners_of(plan: Plan) -> list[str]:
    """Say how the qualifiers of a plan are drawn, each manner once."""
    kinds = dict.fromkeys(_manner(row.figure.qualifier) for row in plan.rows)
    return [MANNERS[kind] for kind in kinds]


def scale_end(plan: Plan) -> float:
    """Give the value at the right end: the whole for shares, else a round number."""
    furthest = max(_end(row) for row in plan.rows)
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


def soft_fills() -> Markup:
    """Give the gradients that soft ends are filled with."""
    made = [
        markup(
            "linearGradient",
            markup("stop", offset="0", stop_color=colour, stop_opacity="1"),
            markup("stop", offset="1", stop_color=colour, stop_opacity="0"),
            id=f"soft-{at}",
        )
        for at, colour in enumerate(COLOURS)
    ]
    return markup("defs", *made)


def bar(row: Quoted, plan: Plan, top: float, left: float, width: float) -> Iterator[Markup]:
    """Draw one number from nought, `width` being the whole scale."""
    value, kind = row.figure.value or 0, _manner(row.figure.qualifier)
    unit = plan.units.index(row.unit) % len(COLOURS)
    end = left + value / scale_end(plan) * width
    if kind == "about":
        soft = (end - left) * SOFTNESS
        is_below = row.figure.qualifier == "nearly"
        first, last = end - (2 if is_below else 1) * soft, end + (0 if is_below else soft)
        yield _box(left, first, top, COLOURS[unit])
        yield _box(first, last, top, f"url(#soft-{unit})")
        return
    yield _box(left, end, top, COLOURS[unit], "0.28" if kind == "up to" else None)
    if kind == "up to":
        yield _line(f"M{end - 6:g} {top - 3:g}H{end:g}V{top + BAR + 3:g}H{end - 6:g}", unit)
    if kind == "at least":
        middle, tip = top + BAR / 2, end + ARROW
        head = f"M{tip - 8:g} {middle - 6:g}L{tip:g} {middle:g}L{tip - 8:g} {middle + 6:g}"
        yield _line(f"M{end:g} {middle:g}H{tip:g}{head}", unit)


def ticks(plan: Plan) -> Iterator[tuple[float, str]]:
    """Give the places on the scale, from 0 to 1, with their words."""
    end = scale_end(plan)
    step = 25 if end == 100 and plan.scale == SHARE else tick_step(end)
    sign = "%" if plan.scale == SHARE else ""
    for number in range(round(end / step) + 1):
        yield number * step / end, number_words(round(number * step, 9)) + sign


def _manner(qualifier: str) -> str:
    if qualifier in SOFT:
        return "about"
    if qualifier in UPWARD:
        return "at least"
    return "up to" if qualifier == "up to" else "exact"


def _end(row: Quoted) -> float:
    value = row.figure.value or 0
    return value * (1 + SOFTNESS) if row.figure.qualifier in SOFT[:2] else value


def _box(first: float, last: float, top: float, fill: str, opacity: str | None = None) -> Markup:
    size = {"x": f"{first:g}", "y": f"{top:g}", "width": f"{max(0, last - first):g}"}
    style = f"fill-opacity:{opacity}" if opacity else None
    return markup("rect", **size, height=str(BAR), fill=fill, style=style)


def _line(path: str, unit: int) -> Markup:
    return markup("path", d=path, fill="none", style=f"stroke:{COLOURS[unit]};stroke-width:2.5")
