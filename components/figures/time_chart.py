"""A chart of numbers in time: each mark is as wide as its period, never a false day."""

from __future__ import annotations

from dataclasses import dataclass, replace

import plotly.graph_objects as go

from components.figures.chart_plan import Moment, Plan
from components.figures.label_text import broken, lines
from components.figures.marks import COLOURS, FAINT, FIRM, Mark, Pen
from components.figures.series import Quoted
from dossier.dates import HonestDate, civil

HEIGHT = 380  # pixels
HEADROOM = 1.24  # the scale's length to that of the longest mark, for labels on top
SHORTEST = 1 / 70  # of the scale: what is narrower would not be seen
SIDE = 0.6  # how much of a soft period's width fades on either side
ASIDE = 34  # characters in a line of words set on the chart


@dataclass(frozen=True, slots=True)
class Frame:
    """The days a chart shows."""

    first: int
    last: int

    def part(self, day: float) -> float:
        """Say how far along the chart a day is, 0 to 1."""
        return (day - self.first) / (self.last - self.first)


def time_chart(plan: Plan, asides: tuple[str, ...]) -> go.Figure:
    """Draw the moments of a plan, and words said of the same numbers where there is room."""
    frame = _frame(plan)
    pen = Pen("v")
    ends = [_draw(pen, row, plan, frame) for moment in plan.moments for row in moment.rows]
    figure = go.Figure(pen.traces)
    labels = [_label(moment, frame) for moment in plan.moments]
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 0, "r": 4, "t": 6, "b": 30},
        shapes=pen.shapes,
        annotations=[*pen.arrows, *labels, *_asides(plan, frame, asides)],
        xaxis=_time_axis(frame),
        yaxis={
            "range": [0, max(ends) * HEADROOM or 1],
            "nticks": 5,
            "tickformat": ",~r",
            "automargin": True,
            "title": None,
        },
    )
    return figure


def day_text(day: int) -> str:
    """A day number as Plotly reads it."""
    year, month, number = civil(day)
    return f"{year:04d}-{month:02d}-{number:02d}"


def _frame(plan: Plan) -> Frame:
    first, last = plan.moments[0].first, plan.moments[-1].last + 1
    around = max(30, (last - first) // 7)
    return Frame(first - around, last + around)


def _draw(pen: Pen, row: Quoted, plan: Plan, frame: Frame) -> float:
    """Draw one row; gives how far it reaches along the value axis."""
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
        side = int((last - first) * SIDE)
        mark = replace(mark, middle=mark.middle)
        pen.fade(mark, day_text(first - side), day_text(last + side))
    pen.draw(mark)
    return mark.end


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


def _label(moment: Moment, frame: Frame) -> dict[str, object]:
    """The number over its mark and when it is for, set so that it stays on the chart."""
    numbers = " / ".join(dict.fromkeys(row.number for row in moment.rows))
    unit = moment.rows[0].unit
    tail = "" if unit == "%" else f" {unit}"
    periods = list(dict.fromkeys(row.period for row in moment.rows))
    middle = (moment.first + moment.last) / 2
    anchor = _anchor(frame.part(middle))
    day = {"left": moment.first, "right": moment.last + 1, "center": int(middle)}[anchor]
    top = max(
        Mark(row.figure.value or 0, row.figure.qualifier, (0, 0), 0, "").end for row in moment.rows
    )
    when = "<br>".join(broken(period, ASIDE) for period in periods)
    return {
        "x": day_text(day),
        "y": top,
        "yshift": 4,
        "xanchor": anchor,
        "yanchor": "bottom",
        "align": anchor,
        "text": f"<span style='font-size:17px'><b>{broken(numbers + tail)}</b></span><br>{when}",
        "font": {"size": 14},
        "showarrow": False,
        "borderpad": 0,
    }


def _anchor(part: float) -> str:
    return "left" if part < 0.38 else "right" if part > 0.62 else "center"


def _asides(plan: Plan, frame: Frame, asides: tuple[str, ...]) -> list[dict[str, object]]:
    """Words set at the top, on the side away from the tallest mark."""
    if not asides:
        return []
    tallest = max(plan.moments, key=lambda each: each.rows[0].figure.value or 0)
    right = frame.part((tallest.first + tallest.last) / 2) < 0.5
    side = {"x": 1, "xanchor": "right"} if right else {"x": 0.02, "xanchor": "left"}
    said = "<br>".join(broken(text, ASIDE) for text in asides)
    place = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "top", "align": side["xanchor"]}
    font = {"size": 15, "family": "Source Serif, serif"}
    return [{**side, **place, "text": f"<i>{said}</i>", "font": font, "showarrow": False}]


def _time_axis(frame: Frame) -> dict[str, object]:
    years = (frame.last - frame.first) / 365.25
    step = next((each for each in (1, 2, 5, 10, 20) if years / each <= 9), 50)
    return {
        "type": "date",
        "range": [day_text(frame.first), day_text(frame.last)],
        "dtick": f"M{12 * step}",
        "tick0": "2000-01-01",
        "tickformat": "%Y",
        "ticklabelmode": "period" if step == 1 else "instant",
        "title": None,
        "showgrid": False,
    }
