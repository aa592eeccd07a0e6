"""Counts: the figures of a step that may honestly stand as bars beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.exporting.briefing.lines import one_line
from dossier.model import Dossier, Figure
from dossier.views.bars import Manner, manner_of
from dossier.views.series import Quoted
from dossier.views.series_headings import series_title
from dossier.views.step_chart import step_plan


@dataclass(frozen=True, slots=True)
class Bar:
    """One count: when, its value, in words, its qualifier ("" if exact) and how it ends."""

    label: str
    value: float
    words: str
    qualifier: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Counts:
    """Two or more counts of one unit in one series, the earliest first."""

    title: str
    unit: str
    bars: tuple[Bar, ...]


def step_counts(dossier: Dossier, figures: Sequence[Figure]) -> Counts | None:
    """Give the figures of a step as counts to draw; None where a number in words says more.

    There are two or more, all of one series and one unit, and not all equal.
    """
    kinds = {(each.series, each.unit) for each in figures}
    values = {each.value for each in figures}
    plan = step_plan(dossier, figures)
    if plan is None or len(kinds) != 1 or len(plan.rows) < len(figures) or len(values) < 2:
        return None
    rows = plan.rows
    periods = {row.period for row in rows}
    dated = plan.axis == "time" and len(periods) == len(rows)
    title = series_title(figures[0].series) or rows[0].figure.label
    return Counts(one_line(title), one_line(rows[0].unit), tuple(_bar(row, dated) for row in rows))


def _bar(row: Quoted, dated: bool) -> Bar:
    label = row.period if dated else row.figure.label
    qualifier = row.figure.qualifier
    said = "" if qualifier == "exact" else qualifier
    value = float(row.figure.value or 0)
    return Bar(one_line(label), value, one_line(row.number), said, manner_of(qualifier))
