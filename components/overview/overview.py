"""The overview strip: how many events each year holds, with a brush that sets the period."""

from __future__ import annotations

from collections.abc import Callable

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from dossier.days import civil, day_number
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier

HEIGHT = 64
INK, FAINT = "#8a3b12", "#a9a294"


@kept_with_dossier
def years_of(dossier: Dossier) -> npt.NDArray[np.int64]:
    """The year each event stands in: that of its earliest day, else of its latest."""
    earliest, latest = (dossier.events[end].to_numpy() for end in ("earliest", "latest"))
    days = np.where(earliest > DAY_MIN, earliest, np.where(latest < DAY_MAX, latest, 1))
    distinct, places = np.unique(days, return_inverse=True)
    years = np.array([civil(day)[0] for day in distinct.tolist()], dtype=np.int64)
    return years[places] if len(years) else years


def overview_counts(dossier: Dossier, shown: npt.NDArray[np.intp]) -> pd.DataFrame:
    """For each year how many events begin in it, and how many of them are selected."""
    years = years_of(dossier)
    chosen = np.zeros(len(years), dtype=bool)
    chosen[shown] = True
    table = pd.DataFrame({"year": years, "all": 1, "selected": chosen.astype(int)})
    return table.groupby("year", as_index=False).sum()


def overview_chart(counts: pd.DataFrame, period: tuple[float, float] | None) -> alt.LayerChart:
    """Bars a year, all events faint and the selected ones strong, with an interval brush."""
    low, high = int(counts["year"].min()), int(counts["year"].max()) + 1
    brush = alt.selection_interval(name="period", encodings=["x"])
    x = alt.X("from:Q", scale=alt.Scale(domain=[low, high], nice=False)).axis(
        format="d", title=None, grid=False, tickCount=8, domain=False
    )
    base = alt.Chart(counts.assign(**{"from": counts["year"] + 0.08, "to": counts["year"] + 0.92}))
    bars = base.mark_bar(color=FAINT, opacity=0.55, cornerRadiusEnd=2).encode(
        x=x, x2="to:Q", y=alt.Y("all:Q", scale=alt.Scale(type="sqrt")).axis(None)
    )
    strong = base.mark_bar(color=INK, cornerRadiusEnd=2).encode(x=x, x2="to:Q", y="selected:Q")
    layers = [bars.add_params(brush), strong]
    return alt.layer(*layers).properties(height=HEIGHT).configure_view(strokeWidth=0)


def period_of(span: list[float]) -> tuple[str, str]:
    """A brushed stretch of years as two EDTF months, first and last."""
    first, last = sorted(span)[:2] if len(span) >= 2 else (span[0], span[0])
    return _month(first), _month(last)


def _month(year: float) -> str:
    whole = int(np.floor(year))
    day = day_number(whole, 1, 1) + int((year - whole) * 365)
    civil_year, month, _ = civil(day)
    return f"{civil_year:04d}-{month:02d}"


def show_overview(
    dossier: Dossier, shown: npt.NDArray[np.intp], on_period: Callable[[str, str], None]
) -> None:
    """Draw the strip; `on_period` gets the first and last month that were brushed."""
    if dossier.events.empty:
        return
    counts = overview_counts(dossier, shown)

    def brushed() -> None:
        chosen = st.session_state["overview"].get("selection", {}).get("period", {})
        span = chosen.get("from")
        if span:
            on_period(*period_of([float(one) for one in span]))

    st.altair_chart(
        overview_chart(counts, None),
        key="overview",
        on_select=brushed,
        selection_mode="period",
        alt=f"Events a year, {len(shown)} of {len(dossier.events)} selected. "
        "The same period can be set with the Period filter.",
    )
