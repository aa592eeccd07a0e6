"""Bars: numbers drawn as sure as their words, in SVG that stretches without its text.

Lengths along the page are per cent, so a bar keeps its height and its signs on any width. An
exact number ends sharply; "about", "estimated" and "nearly" end softly; "up to" is an open range
that a bracket closes; "at least" and "more than" lead on with an arrow.
"""

from __future__ import annotations

from math import ceil, floor, log10

from dossier.markup import Markup, markup
from dossier.sums.figure_words import number_words
from dossier.views.chart_plan import SHARE, Plan
from dossier.views.series import Quoted

SOFT = ("about", "estimated", "nearly")
UPWARD = ("at least", "more than")
SOFTNESS = 8  # per cent of a value that its soft end takes: a manner of drawing, no margin of error
HEIGHT = 15  # pixels
ROOM = 92  # per cent of the width for the longest bar; the rest is for arrows
SOFT_FILL = "soft-end"


def soft_fill() -> Markup:
    """The gradient that soft ends are filled with, once a page."""
    stops = (("0", "1"), ("0.5", "0.62"), ("1", "0"))
    made = [
        markup("stop", offset=offset, stop_color="var(--bar)", stop_opacity=opacity)
        for offset, opacity in stops
    ]
    gradient = markup("linearGradient", *made, id=SOFT_FILL)
    return markup("svg", gradient, width="0", height="0", class_="defs", aria_hidden="true")


def scale_end(plan: Plan) -> float:
    """The value at the right end of the bars: the whole for shares, else a round number."""
    furthest = max(_end(row) for row in plan.rows)
    if plan.scale == SHARE and furthest <= 100:
        return 100
    step = tick_step(furthest)
    return max(1, ceil(furthest / step)) * step


def tick_step(furthest: float) -> float:
    """A round distance between ticks, three to six of them up to a value."""
    if furthest <= 0:
        return 1
    size: float = 10 ** floor(log10(furthest))
    for part in (1, 0.5, 0.2):
        if furthest / (size * part) >= 3:
            return size * part
    return size * 0.1


def bar(row: Quoted, plan: Plan) -> Markup:
    """One number as a bar from nought."""
    value, end = row.figure.value or 0, scale_end(plan)
    at = value / end * ROOM
    kind = row.figure.qualifier
    drawn: list[Markup] = []
    if kind in SOFT:
        soft = at * SOFTNESS / 100
        first = at - (2 if kind == "nearly" else 1) * soft
        last = at if kind == "nearly" else at + soft
        drawn = [_rect(0, first, "firm"), _rect(first, last - first, "soft", f"url(#{SOFT_FILL})")]
    else:
        drawn = [_rect(0, at, "open" if kind == "up to" else "firm")]
    drawn += _sign(kind, at)
    unit = plan.units.index(row.unit) % 3
    return markup("svg", *drawn, class_=f"bar unit-{unit}" if unit else "bar", aria_hidden="true")


def axis(plan: Plan) -> Markup:
    """The scale under the bars, from nought."""
    end = scale_end(plan)
    step = 25 if end == 100 and plan.scale == SHARE else tick_step(end)
    marks: list[Markup] = [markup("line", x1="0", x2=_part(ROOM), y1="0.5", y2="0.5")]
    for number in range(round(end / step) + 1):
        x = _part(number * step / end * ROOM)
        words = number_words(round(number * step, 9)) + ("%" if plan.scale == SHARE else "")
        anchor = "start" if number == 0 else "middle"
        marks.append(markup("line", x1=x, x2=x, y1="0", y2="6"))
        marks.append(markup("text", words, x=x, y="20", text_anchor=anchor))
    return markup("svg", *marks, class_="axis", aria_hidden="true")


def _end(row: Quoted) -> float:
    value = row.figure.value or 0
    return value * (1 + SOFTNESS / 100) if row.figure.qualifier in SOFT[:2] else value


def _rect(first: float, width: float, kind: str, fill: str | None = None) -> Markup:
    size = {"width": _part(max(width, 0)), "height": str(HEIGHT)}
    return markup("rect", class_=kind, fill=fill, x=_part(first) if first else None, y="3", **size)


def _sign(kind: str, at: float) -> list[Markup]:
    """The bracket or arrow at the end of a bar, drawn in pixels at a place in per cent."""
    if kind == "up to":
        path = markup("path", d=f"M-6 1H0V{HEIGHT + 5}H-6", class_="bracket")
    elif kind in UPWARD:
        middle = 3 + HEIGHT / 2
        path = markup("path", d=f"M0 {middle}H20M13 {middle - 6}L21 {middle}L13 {middle + 6}")
    else:
        return []
    return [markup("svg", path, x=_part(at), class_="sign")]


def _part(per_cent: float) -> str:
    return f"{per_cent:.2f}".rstrip("0").rstrip(".") + "%"
