"""The chart of a series, as sure as the words it is drawn from."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from components.figures.row_chart import row_chart
from components.figures.time_chart import time_chart
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.views.chart_plan import Plan, chart_plan
from dossier.views.series import Quoted, Series, all_series

LONGEST_QUOTE, LONGEST_NOTE = 70, 50  # characters that may stand on a chart


@kept_with_dossier
def all_charts(dossier: Dossier) -> dict[str, go.Figure]:
    """The chart of every series that has one, by the name of the series."""
    return {
        series.name: figure_chart(series)
        for series in all_series(dossier)
        if chart_plan(series) is not None
    }


def figure_chart(series: Series) -> go.Figure:
    """Draw a series with its labels on the chart; an empty figure where `chart_plan` has nothing.

    Exact numbers end sharply, "about", "estimated" and "nearly" softly, "up to" is an open range
    that a bracket closes, "at least" and "more than" lead on with an arrow. Colours tell units
    apart and suit light and dark; the text takes the colour of the theme.
    """
    plan = chart_plan(series)
    if plan is None:
        return go.Figure()
    asides = tuple(aside_words(row) for row in series.companions)
    figure = time_chart(plan, asides) if plan.axis == "time" else row_chart(plan)
    figure.update_layout(
        showlegend=False,
        hovermode="closest",
        hoverdistance=30,
        dragmode=False,  # so that a finger scrolls the page; the bar above the chart zooms
        separators=".,",
    )
    return figure


def aside_words(row: Quoted) -> str:
    """A benchmark in words: the passage where it is short, else what the table calls it."""
    if row.excerpt is not None and len(row.excerpt.exact) <= LONGEST_QUOTE:
        return f"“{row.excerpt.exact}”"
    said = row.figure.label if row.only_words else f"{row.figure.label}: {row.words}"
    return f"{said}. {row.figure.note}" if 0 < len(row.figure.note) <= LONGEST_NOTE else said


def chart_config(series: Series) -> dict[str, Any]:
    """What a reader may do with the chart: zoom, and take a picture; nothing leaves the machine."""
    return {
        "displaylogo": False,
        "scrollZoom": False,
        "doubleClick": "reset",
        "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": series.anchor},
    }


def chart_words(series: Series, plan: Plan) -> str:
    """The chart in one sentence, for those who don't see it."""
    said = [
        ", ".join(part for part in (row.words, row.figure.label, row.period) if part)
        for row in plan.rows
    ]
    return f"{series.title}: {'; '.join(said)}."
