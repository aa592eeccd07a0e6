"""Bars in the page: SVG that stretches without its text, coloured by the page's style sheet.

Lengths along the page are per cent, so a bar keeps its height and its signs on any width.
"""

from __future__ import annotations

from dossier.markup import Markup, markup
from dossier.views.bars import Bar, bar_of, scale_ticks
from dossier.views.chart_plan import Plan
from dossier.views.series import Quoted

HEIGHT = 15  # pixels
ROOM = 92  # per cent of the width for the longest bar; the rest is for arrows
SOFT_FILL = "soft-end"
UNITS = 3


def soft_fill() -> Markup:
    """The gradient that soft ends are filled with, once a page."""
    stops = (("0", "1"), ("0.5", "0.62"), ("1", "0"))
    made = [
        markup("stop", offset=offset, stop_color="var(--bar)", stop_opacity=opacity)
        for offset, opacity in stops
    ]
    gradient = markup("linearGradient", *made, id=SOFT_FILL)
    return markup("svg", gradient, width="0", height="0", class_="defs", aria_hidden="true")


def bar(row: Quoted, plan: Plan) -> Markup:
    """One number as a bar from nought."""
    shape = bar_of(row, plan)
    firm, end = shape.firm * ROOM, shape.end * ROOM
    drawn = [_rect(0, firm, "open" if shape.manner == "up to" else "firm")]
    if shape.manner == "about":
        drawn.append(_rect(firm, end - firm, "soft", f"url(#{SOFT_FILL})"))
    drawn += _sign(shape)
    unit = shape.unit % UNITS
    return markup("svg", *drawn, class_=f"bar unit-{unit}" if unit else "bar", aria_hidden="true")


def axis(plan: Plan) -> Markup:
    """The scale under the bars, from nought."""
    marks: list[Markup] = [markup("line", x1="0", x2=_part(ROOM), y1="0.5", y2="0.5")]
    for part, words in scale_ticks(plan):
        x = _part(part * ROOM)
        marks.append(markup("line", x1=x, x2=x, y1="0", y2="6"))
        marks.append(markup("text", words, x=x, y="20", text_anchor="middle" if part else "start"))
    return markup("svg", *marks, class_="axis", aria_hidden="true")


def _rect(first: float, width: float, kind: str, fill: str | None = None) -> Markup:
    size = {"width": _part(max(width, 0)), "height": str(HEIGHT)}
    return markup("rect", class_=kind, fill=fill, x=_part(first) if first else None, y="3", **size)


def _sign(shape: Bar) -> list[Markup]:
    """The bracket or arrow at the end of a bar, drawn in pixels at a place in per cent."""
    if shape.manner == "up to":
        path = markup("path", d=f"M-6 1H0V{HEIGHT + 5}H-6", class_="bracket")
    elif shape.manner == "at least":
        middle = 3 + HEIGHT / 2
        path = markup("path", d=f"M0 {middle}H20M13 {middle - 6}L21 {middle}L13 {middle + 6}")
    else:
        return []
    return [markup("svg", path, x=_part(shape.end * ROOM), class_="sign")]


def _part(per_cent: float) -> str:
    return f"{per_cent:.2f}".rstrip("0").rstrip(".") + "%"
