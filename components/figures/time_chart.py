"""A chart of numbers in time: each mark is as wide as its period, never a false day."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from components.figures.label_text import lines
from components.figures.marks import COLOURS, FAINT, FIRM, LINE, Mark, Pen
from components.figures.time_frame import Frame, day_text, time_axis, time_frame
from components.figures.time_labels import (
    ASIDE,
    ASIDE_LINE,
    HEIGHT,
    aside_label,
    moment_label,
    scale_end,
)
from dossier.dates.edtf import HonestDate
from dossier.views.chart_plan import Plan
from dossier.views.series import Quoted

FOOT = 34  # pixels under the plot
SHORTEST = 1 / 70  # of the scale: what is narrower would not be seen
SIDE, STRIPS = 0.6, 6  # how much of a soft period's width fades on either side, in steps


def time_chart(plan: Plan, asides: tuple[str, ...]) -> go.Figure:
    """Draw the moments of a plan, and words said of the same numbers where there is room."""
    frame = time_frame(plan)
    pen = Pen("v")
    for moment in plan.moments:
        for row in moment.rows:
            _draw(pen, row, plan, frame)
    figure = go.Figure(pen.traces)
    labels = [moment_label(moment, frame) for moment in plan.moments]
    said = [line for text in asides for line in lines(text, ASIDE)]
    above = 8 + ASIDE_LINE * len(said)
    figure.update_layout(
        height=HEIGHT + above + FOOT,
        margin={"l": 0, "r": 4, "t": above, "b": FOOT},
        shapes=pen.shapes,
        annotations=[*pen.arrows, *labels, *aside_label(plan, frame, said)],
        xaxis=time_axis(frame),
        yaxis={
            "range": [0, scale_end(plan)],
            "nticks": 5,
            "tickformat": ",~r",
            "automargin": True,
            "title": None,
            "gridcolor": LINE,
            "zerolinecolor": LINE,
        },
    )
    return figure


def _draw(pen: Pen, row: Quoted, plan: Plan, frame: Frame) -> None:
    first, last = _band(row, frame)
    period = row.figure.period
    window = period is not None and period.precision == "window"
    mark = Mark(
        value=row.figure.value or 0,
        qualifier=row.figure.qualifier,
        across=(day_text(first), day_text(last)),
        middle=day_text((first + last) // 2),
        words="<br>".join([*lines(row.words), *lines(row.figure.label), *lines(row.period)]),
        colour=COLOURS[plan.units.index(row.unit) % len(COLOURS)],
        opacity=FAINT / 2 if window else FIRM,
    )
    if _is_soft(period):
        for strip in _sides(first, last):
            pen.fill(replace(mark, across=strip[:2], opacity=mark.opacity * strip[2]))
    pen.draw(mark)


def _sides(first: int, last: int) -> list[tuple[str, str, float]]:
    """Strips on both sides of an approximate period, fainter outwards: two days and a strength."""
    width = max(1, int((last - first) * SIDE / STRIPS))
    strips: list[tuple[str, str, float]] = []
    for number in range(STRIPS):
        near, far = number * width, (number + 1) * width
        strength = 1 - (number + 0.5) / STRIPS
        strips.append((day_text(first - far), day_text(first - near), strength))
        strips.append((day_text(last + near), day_text(last + far), strength))
    return strips


def _is_soft(period: HonestDate | None) -> bool:
    return period is not None and (period.approximate or period.uncertain)


def _band(row: Quoted, frame: Frame) -> tuple[int, int]:
    """The days a mark covers, end excluded; no narrower than can be seen."""
    period = row.figure.period
    assert period is not None
    assert period.earliest is not None
    assert period.latest is not None
    first, last = period.earliest, period.latest + 1
    lacking = int((frame.last - frame.first) * SHORTEST) - (last - first)
    return (first - lacking // 2, last + lacking // 2) if lacking > 0 else (first, last)
