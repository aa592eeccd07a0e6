"""Counts: the figures of a step that may honestly stand as bars beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.exporting.briefing.lines import one_line
from dossier.model import Dossier, Figure
from dossier.views.chart_plan import is_drawable
from dossier.views.series import Quoted, quoted
from dossier.views.series_headings import series_title

SURE = ("", "exact", "about")


@dataclass(frozen=True, slots=True)
class Bar:
    """One count: when, its value, in words, and whether the document gives it as exact."""

    label: str
    value: float
    words: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """Two or more counts of one unit in one series, the earliest first."""

    title: str
    unit: str
    bars: tuple[Bar, ...]


def step_counts(dossier: Dossier, figures: Sequence[Figure]) -> Counts | None:
    """Give the figures of a step as counts to draw; None where a number in words says more.

    There are two or more, all of one series and one unit, exact or about, and not all equal.
    """
    rows = [quoted(dossier, each) for each in figures]
    kinds = {(each.series, each.unit) for each in figures}
    sure = all(is_drawable(row) and row.figure.qualifier in SURE for row in rows)
    values = {each.value for each in figures}
    if len(kinds) != 1 or not sure or len(values) < 2:
        return None
    rows.sort(key=_start)
    periods = {row.period for row in rows}
    dated = "" not in periods and len(periods) == len(rows)
    title = series_title(figures[0].series) or rows[0].figure.label
    return Counts(one_line(title), one_line(rows[0].unit), tuple(_bar(row, dated) for row in rows))


def _bar(row: Quoted, dated: bool) -> Bar:
    label = row.period if dated else row.figure.label
    exact = row.figure.qualifier != "about"
    return Bar(one_line(label), float(row.figure.value or 0), one_line(row.number), exact)


def _start(row: Quoted) -> float:
    period = row.figure.period
    return period.earliest if period and period.earliest is not None else float("inf")
