"""The overview strip: how many events each year holds, with a brush that sets the period."""

from __future__ import annotations

import math
from collections.abc import Callable

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from dossier.dates.days import civil
from dossier.dates.edtf import parse_date
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.selection import Selection

Positions = npt.NDArray[np.intp]

HEIGHT = 84
INK, FAINT = "#8a3b12", "#a9a294"


@kept_with_dossier
def years_of(dossier: Dossier) -> npt.NDArray[np.int64]:
    """The year each event stands in: that of its earliest day, else of its latest."""
    earliest, latest = (dossier.events[end].to_numpy() for end in ("earliest", "latest"))
    days = np.where(earliest > DAY_MIN, earliest, np.where(latest < DAY_MAX, latest, 1))
    distinct, places = np.unique(days, return_inverse=True)
    years = np.array([civil(day)[0] for day in distinct.tolist()], dtype=np.int64)
    return years[places] if len(years) else years


def overview_counts(dossier: Dossier, shown: Positions) -> pd.DataFrame:
    """For each year how many events begin in it, and how many of them are selected."""
    years = years_of(dossier)
    chosen = np.zeros(len(years), dtype=bool)
    chosen[shown] = True
    table = pd.DataFrame({"year": years, "all": 1, "selected": chosen.astype(int)})
    return table.groupby("year", as_index=False).sum()


def overview_chart(counts: pd.DataFrame, period: tuple[float, float] | None) -> alt.LayerChart:
    """Bars a year, all events faint and the selected ones strong, with an interval brush."""
    first, last = int(counts["year"].min()), int(counts["year"].max()) + 1
    brush = alt.selection_interval(
        name="period",
        encodings=["x"],
        value={"x": period} if period else alt.Undefined,
        mark=alt.BrushConfig(fill=INK, fillOpacity=0.1),
    )
    x = alt.X("begin:Q", scale=alt.Scale(domain=[first, last], nice=False)).axis(
        format="d", title=None, grid=False, tickMinStep=1, domain=False, ticks=False
    )
    y = alt.Y("all:Q", scale=alt.Scale(type="sqrt")).axis(None)
    spread = counts.assign(begin=counts["year"] + 0.08, end=counts["year"] + 0.92, foot=0)
    bars = alt.Chart(spread).mark_bar(cornerRadius=1).encode(x=x, x2="end:Q", y=y, y2="foot:Q")
    faint = bars.encode(color=alt.value(FAINT), opacity=alt.value(0.5)).add_params(brush)
    strong = bars.encode(y="selected:Q", color=alt.value(INK))
    # On a canvas, since in SVG the brush would be a picture without a name.
    drawn = {"embedOptions": {"renderer": "canvas"}}
    layers = alt.layer(faint, strong, height=HEIGHT, usermeta=drawn)
    made: alt.LayerChart = layers.configure_view(strokeWidth=0)
    return made


def period_of(span: list[float]) -> tuple[str, str]:
    """A brushed stretch of years as two EDTF months, first and last."""
    first, last = min(span), max(span)
    return _month(first), _month(last)


def _month(year: float) -> str:
    whole = math.floor(year)
    month = min(12, 1 + int((year - whole) * 12))
    return f"{whole:04d}-{month:02d}" if whole >= 0 else f"-{-whole:04d}-{month:02d}"


def span_of(selection: Selection, counts: pd.DataFrame) -> tuple[float, float] | None:
    """The chosen period as a stretch of years on the strip; None where all years are chosen."""
    if not selection.first and not selection.last:
        return None
    first = _year(parse_date(selection.first).earliest) if selection.first else None
    last = _year(parse_date(selection.last).latest, 1) if selection.last else None
    low, high = float(counts["year"].min()), float(counts["year"].max() + 1)
    return max(low, first if first is not None else low), min(high, last or high)


def _year(day: int | None, further: int = 0) -> float | None:
    if day is None:
        return None
    year, month, _ = civil(day)
    return year + (month - 1 + further) / 12


def show_overview(
    dossier: Dossier, shown: Positions, selection: Selection, on_period: Callable[[str, str], None]
) -> None:
    """Draw the strip; `on_period` gets the first and last month that were brushed."""
    if dossier.events.empty:
        return
    counts = overview_counts(dossier, shown)

    def brushed() -> None:
        chosen = st.session_state["overview"].get("selection", {}).get("period", {})
        span = chosen.get("begin")
        if span:
            on_period(*period_of([float(one) for one in span]))

    st.altair_chart(
        overview_chart(counts, span_of(selection, counts)),
        key="overview",
        on_select=brushed,
        selection_mode="period",
        alt=f"Events a year, {len(shown)} of {len(dossier.events)} selected. "
        "The same period can be set with the Period filter.",
    )
