"""The stretch of time a chart shows, and how its days are written for Plotly."""

from __future__ import annotations

from dataclasses import dataclass

from components.figures.marks import LINE
from dossier.dates.edtf import civil
from dossier.views.chart_plan import Plan


@dataclass(frozen=True, slots=True)
class Frame:
    """The days a chart shows."""

    first: int
    last: int

    def part(self, day: float) -> float:
        """Say how far along the chart a day is, 0 to 1."""
        return (day - self.first) / (self.last - self.first)


def day_text(day: int) -> str:
    """A day number as Plotly reads it."""
    year, month, number = civil(max(1, day))
    return f"{year:04d}-{month:02d}-{number:02d}"


def time_frame(plan: Plan) -> Frame:
    """The days of all moments and some air on both sides."""
    first, last = plan.moments[0].first, plan.moments[-1].last + 1
    around = max(30, (last - first) // 7)
    return Frame(first - around, last + around)


def time_axis(frame: Frame) -> dict[str, object]:
    """An axis of years, their names between their ends."""
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
