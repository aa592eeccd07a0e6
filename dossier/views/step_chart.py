"""The chart of a step: its own figures as bars, where a drawing says more than the words do."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Dossier, Figure
from dossier.views.bars import UPWARD
from dossier.views.chart_plan import Plan, chart_plan, is_drawable, scale_of
from dossier.views.series import Quoted, Series, quoted

OPEN = ("up to", *UPWARD)


def step_plan(dossier: Dossier, figures: Sequence[Figure]) -> Plan | None:
    """Plan the chart of a step's figures, the earliest first; None where words say as much.

    Only figures whose words the step shows are drawn, never a number that a sum implies. One alone
    is drawn only where it is a bound, for then it is a range and not a length.
    """
    rows = sorted((quoted(dossier, each) for each in figures), key=_end)
    if len(rows) == 1:
        return _bound(rows[0])
    return chart_plan(Series("", "", "", tuple(rows)))


def _bound(row: Quoted) -> Plan | None:
    if row.figure.qualifier not in OPEN or not is_drawable(row):
        return None
    return Plan((row,), scale_of(row.unit), ())


def _end(row: Quoted) -> float:
    period = row.figure.period
    return period.latest if period and period.latest is not None else float("inf")
