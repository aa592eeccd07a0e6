"""What is written on a chart in time: each number over its mark, and words above the plot."""

from __future__ import annotations

from components.figures.label_text import lines
from components.figures.marks import ARROW, UPWARD, mark_end
from components.figures.time_frame import Frame, day_text
from dossier.views.chart_plan import SHARE, Moment, Plan

HEIGHT = 330  # pixels of the plot
NUMBER_LINE, PERIOD_LINE, ASIDE_LINE = 22, 18, 20  # pixels
ASIDE, WHEN = 48, 26  # characters in a line of words, and of a period, set on the chart


def moment_label(moment: Moment, frame: Frame) -> dict[str, object]:
    """The number over its mark and when it is for, set so that it stays on the chart."""
    anchor = _anchor(frame.part((moment.first + moment.last) / 2))
    days = {"left": moment.first, "right": moment.last + 1}
    number = "<br>".join(f"<b>{line}</b>" for line in _numbers(moment))
    return {
        "x": day_text(days.get(anchor, (moment.first + moment.last) // 2)),
        "y": _top(moment),
        "yshift": 4 + _arrow(moment),
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


def _arrow(moment: Moment) -> int:
    """Pixels that an arrow takes above the marks."""
    return ARROW if any(row.figure.qualifier in UPWARD for row in moment.rows) else 0


def _top(moment: Moment) -> float:
    """How far the marks of a moment reach along the value axis."""
    return max(mark_end(row.figure.qualifier, row.figure.value or 0) for row in moment.rows)


def scale_end(plan: Plan) -> float:
    """Where the value axis ends, so that every label fits between its mark and the top."""
    needed = [1.0]
    for moment in plan.moments:
        label = (
            12
            + _arrow(moment)
            + NUMBER_LINE * len(_numbers(moment))
            + PERIOD_LINE * len(_periods(moment))
        )
        needed.append(_top(moment) * HEIGHT / max(HEIGHT - label, HEIGHT / 4))
    return max(needed)


def _anchor(part: float) -> str:
    return "left" if part < 0.38 else "right" if part > 0.62 else "center"


def aside_label(plan: Plan, frame: Frame, said: list[str]) -> list[dict[str, object]]:
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
