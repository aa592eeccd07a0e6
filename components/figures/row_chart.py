"""A chart of numbers one under the other, each with its words above its mark."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from components.figures.label_text import lines
from components.figures.marks import ARROW, COLOURS, LINE, UPWARD, Mark, Pen, mark_end
from dossier.views.chart_plan import SHARE, Plan
from dossier.views.series import Quoted

VALUE_LINE, TEXT_LINE, GAP, BAR, AFTER = 22, 18, 5, 15, 20  # pixels
FOOT = 30  # pixels


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one row stands, in pixels from the top."""

    row: Quoted
    top: int
    text: tuple[str, ...]

    @property
    def bar(self) -> int:
        """The upper edge of its mark."""
        return self.top + VALUE_LINE + TEXT_LINE * len(self.text) + GAP

    @property
    def foot(self) -> int:
        """Where the next row may begin."""
        return self.bar + BAR + AFTER


def row_chart(plan: Plan) -> go.Figure:
    """Draw the rows of a plan from a common nought."""
    slots = _slots(plan)
    height = slots[-1].foot
    pen = Pen("h")
    for slot in slots:
        pen.draw(_mark(slot, plan))
    figure = go.Figure(pen.traces)
    labels = [label for slot in slots for label in _labels(slot)]
    figure.update_layout(
        height=height + FOOT,
        margin={"l": 8, "r": _room(plan), "t": 0, "b": FOOT},
        shapes=pen.shapes,
        annotations=[*pen.arrows, *labels],
        xaxis=_value_axis(plan),
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    return figure


def _slots(plan: Plan) -> list[Slot]:
    slots: list[Slot] = []
    for row in plan.rows:
        said = " · ".join(part for part in (row.figure.label, row.period) if part)
        top = slots[-1].foot if slots else 0
        slots.append(Slot(row, top, tuple(lines(said))))
    return slots


def _mark(slot: Slot, plan: Plan) -> Mark:
    row = slot.row
    colour = COLOURS[plan.units.index(row.unit) % len(COLOURS)]
    across = (float(slot.bar), float(slot.bar + BAR))
    said = "<br>".join([lines(row.words)[0], *slot.text])
    return Mark(row.figure.value or 0, row.figure.qualifier, across, sum(across) / 2, said, colour)


def _labels(slot: Slot) -> list[dict[str, object]]:
    """The number in bold and under it what it counts, both from the left edge."""
    common = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "top", "align": "left"}
    common |= {"showarrow": False, "borderpad": 0}
    number = {"text": f"<b>{lines(slot.row.words)[0]}</b>", "y": slot.top, "font": {"size": 17}}
    said = {"text": "<br>".join(slot.text), "y": slot.top + VALUE_LINE, "font": {"size": 14}}
    return [{**common, **number}, {**common, **said}]


def _room(plan: Plan) -> int:
    """Pixels kept free on the right for arrows, and for half of the last number of the axis."""
    return ARROW + 10 if any(row.figure.qualifier in UPWARD for row in plan.rows) else 22


def _value_axis(plan: Plan) -> dict[str, object]:
    furthest = max(mark_end(row.figure.qualifier, row.figure.value or 0) for row in plan.rows)
    axis: dict[str, object] = {"range": [0, furthest * 1.02 or 1], "nticks": 5, "tickformat": ",~r"}
    if plan.scale == SHARE and furthest <= 100:
        quarters = (0, 25, 50, 75, 100)
        axis |= {"range": [0, 100], "tickvals": quarters}
        axis |= {"ticktext": [f"{quarter}%" for quarter in quarters]}
    ticks = {"ticks": "outside", "ticklen": 5, "tickcolor": LINE, "showgrid": False}
    nought = {"zeroline": True, "zerolinecolor": LINE, "zerolinewidth": 1.5}
    return axis | ticks | nought | {"title": None}
