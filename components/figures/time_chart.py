"""A chart of numbers in time: each mark is as wide as its period, never a false day."""

from __future__ import annotations

from dataclasses import dataclass, replace

import plotly.graph_objects as go

from components.figures.chart_plan import SHARE, Moment, Plan
from components.figures.label_text import lines
from components.figures.marks import COLOURS, FAINT, FIRM, LINE, Mark, Pen, mark_end
from components.figures.series import Quoted
from dossier.dates import HonestDate, civil

HEIGHT, FOOT = 330, 34  # pixels, of the plot and of what is under it
NUMBER_LINE, PERIOD_LINE, ASIDE_LINE = 22, 18, 20  # pixels
SHORTEST = 1 / 70  # of the scale: what is narrower would not be seen
SIDE, STRIPS = 0.6, 6  # how much of a soft period's width fades on either side, in steps
ASIDE, WHEN = 48, 26  # characters in a line of words, and of a period, set on the chart


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
    for moment in plan.moments:
        for row in moment.rows:
            _draw(pen, row, plan, frame)
    figure = go.Figure(pen.traces)
    labels = [_label(moment, frame) for moment in plan.moments]
    said = [line for text in asides for line in lines(text, ASIDE)]
    above = 8 + ASIDE_LINE * len(said)
    figure.update_layout(
        height=HEIGHT + above + FOOT,
        margin={"l": 0, "r": 4, "t": above, "b": FOOT},
        shapes=pen.shapes,
        annotations=[*pen.arrows, *labels, *_aside(plan, frame, said)],
        xaxis=_time_axis(frame),
        yaxis={
            "range": [0, _scale_end(plan)],
            "nticks": 5,
            "tickformat": ",~r",
            "automargin": True,
            "title": None,
            "gridcolor": LINE,
            "zerolinecolor": LINE,
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


def _label(moment: Moment, frame: Frame) -> dict[str, object]:
    """The number over its mark and when it is for, set so that it stays on the chart."""
    anchor = _anchor(frame.part((moment.first + moment.last) / 2))
    days = {"left": moment.first, "right": moment.last + 1}
    number = "<br>".join(f"<b>{line}</b>" for line in _numbers(moment))
    return {
        "x": day_text(days.get(anchor, (moment.first + moment.last) // 2)),
        "y": _top(moment),
        "yshift": 4,
        "xanchor": anchor,
        "yanchor": "bottom",
        "align": anchor,
        "text": f"<span style='font-size:17px'>{number}</span><br>{'<br>'.join(_periods(moment))}",
        "font": {"size": 14},
        "showarrow": False,
        "borderpad": 0,
    }


def _numbers(moment: Moment) -> list[str]:
    """The numbers of a moment, a line each; the unit after the last."""
    first = moment.rows[0]
    said = list(dict.fromkeys(row.number for row in moment.rows))
    ending = "" if first.unit == SHARE else f" {first.unit}"
    joined = [f"{number} and" for number in said[:-1]] + [f"{said[-1]}{ending}"]
    return [line for text in joined for line in lines(text, WHEN)]


def _periods(moment: Moment) -> list[str]:
    periods = dict.fromkeys(row.period for row in moment.rows)
    return [line for period in periods for line in lines(period, WHEN)]


def _top(moment: Moment) -> float:
    """How far the marks of a moment reach along the value axis."""
    return max(mark_end(row.figure.qualifier, row.figure.value or 0) for row in moment.rows)


def _scale_end(plan: Plan) -> float:
    """Where the value axis ends, so that every label fits between its mark and the top."""
    needed = [1.0]
    for moment in plan.moments:
        label = 12 + NUMBER_LINE * len(_numbers(moment)) + PERIOD_LINE * len(_periods(moment))
        needed.append(_top(moment) * HEIGHT / max(HEIGHT - label, HEIGHT / 4))
    return max(needed)


def _anchor(part: float) -> str:
    return "left" if part < 0.38 else "right" if part > 0.62 else "center"


def _aside(plan: Plan, frame: Frame, said: list[str]) -> list[dict[str, object]]:
    """Words set above the plot, on the side away from the tallest mark."""
    if not said:
        return []
    tallest = max(plan.moments, key=lambda each: each.rows[0].figure.value or 0)
    right = frame.part((tallest.first + tallest.last) / 2) < 0.5
    side = {"x": 1, "xanchor": "right"} if right else {"x": 0.02, "xanchor": "left"}
    place = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "bottom"}
    font = {"size": 15, "family": "Source Serif, serif"}
    text = {"text": f"<i>{'<br>'.join(said)}</i>", "align": side["xanchor"], "font": font}
    return [{**side, **place, **text, "showarrow": False, "borderpad": 0}]


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
        "ticks": "outside",
        "ticklen": 7,
        "tickcolor": LINE,
    }
