"""Bars in a picture: one number each, drawn in pixels with colours of its own."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.markup import Markup, markup
from dossier.views.bars import bar_of
from dossier.views.chart_plan import Plan
from dossier.views.series import Quoted

COLOURS = ("#427ab2", "#c0602c", "#188578")
BAR, ARROW = 15, 30  # pixels


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
    shape = bar_of(row, plan)
    unit = shape.unit % len(COLOURS)
    firm, end = left + shape.firm * width, left + shape.end * width
    yield _box(left, firm, top, COLOURS[unit], "0.28" if shape.manner == "up to" else None)
    if shape.manner == "about":
        yield _box(firm, end, top, f"url(#soft-{unit})")
    if shape.manner == "up to":
        yield _line(f"M{end - 6:g} {top - 3:g}H{end:g}V{top + BAR + 3:g}H{end - 6:g}", unit)
    if shape.manner == "at least":
        middle, tip = top + BAR / 2, end + ARROW
        head = f"M{tip - 8:g} {middle - 6:g}L{tip:g} {middle:g}L{tip - 8:g} {middle + 6:g}"
        yield _line(f"M{end:g} {middle:g}H{tip:g}{head}", unit)


def _box(first: float, last: float, top: float, fill: str, opacity: str | None = None) -> Markup:
    size = {"x": f"{first:g}", "y": f"{top:g}", "width": f"{max(0, last - first):g}"}
    style = f"fill-opacity:{opacity}" if opacity else None
    return markup("rect", **size, height=str(BAR), fill=fill, style=style)


def _line(path: str, unit: int) -> Markup:
    return markup("path", d=path, fill="none", style=f"stroke:{COLOURS[unit]};stroke-width:2.5")
