"""The overview strip: how many events each year holds, with a brush that sets the period."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

from components.web.assets import component
from dossier.dates.days import civil
from dossier.dates.edtf import parse_date
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.links import Positions
from dossier.selecting.selection import Selection
from dossier.views.drawn_parts import drawn_part
from dossier.views.view import View

MOST_BARS = 300
SIZES = (1, 10, 100, 1000)  # years that one bar stands for
NEAR, FAR = -9_999, 9_999

_overview = component("dossier_overview", "overview")


@kept_with_dossier
def years_of(dossier: Dossier) -> npt.NDArray[np.int16]:
    """The year each event stands in: that of its earliest day, else of its latest."""
    earliest, latest = (dossier.events[end].to_numpy() for end in ("earliest", "latest"))
    days = np.where(earliest > DAY_MIN, earliest, np.where(latest < DAY_MAX, latest, 1))
    distinct, places = np.unique(days, return_inverse=True)
    years = np.array([civil(day)[0] for day in distinct.tolist()], dtype=np.int16)
    return years[places]


def overview_data(dossier: Dossier, shown: Positions, selection: Selection) -> dict[str, Any]:
    """The strip as data: bars of one year, or of ten and more where there would be too many.

    `first` is the year the first bar begins with, `size` the years of a bar; `all` and `chosen`
    count the events, and `period` is the chosen stretch in years.
    """
    years = years_of(dossier)
    low, high = int(years.min()), int(years.max())
    size = next(each for each in SIZES if (high - low) // each < MOST_BARS)
    first = low // size * size
    bars = (high - first) // size + 1
    every, chosen = (
        np.bincount((held - first) // size, minlength=bars).tolist()
        for held in (years.astype(np.intp), years[shown].astype(np.intp))
    )
    return {
        "first": first,
        "size": size,
        "all": every,
        "chosen": chosen,
        "period": span_of(selection, first, first + bars * size),
        "words": f"Events a year, {len(shown):,} of {len(dossier.events):,} selected. "
        "The same period can be set with the Period filter.",
    }


def period_of(span: list[float]) -> tuple[str, str]:
    """A brushed stretch of years as two EDTF months, first and last."""
    first, last = min(span), max(span)
    return _month(first), _month(last)


def _month(year: float) -> str:
    whole = math.floor(year)
    month = min(12, 1 + int((year - whole) * 12))
    return f"{whole:04d}-{month:02d}" if whole >= 0 else f"-{-whole:04d}-{month:02d}"


def span_of(selection: Selection, low: float, high: float) -> tuple[float, float] | None:
    """The chosen period as a stretch of years on the strip; None where all years are chosen."""
    if not selection.first and not selection.last:
        return None
    first = _year(parse_date(selection.first).earliest) if selection.first else None
    last = _year(parse_date(selection.last).latest, 1) if selection.last else None
    return max(low, low if first is None else first), min(high, high if last is None else last)


def _year(day: int | None, further: int = 0) -> float | None:
    if day is None:
        return None
    year, month, _ = civil(day)
    return year + (month - 1 + further) / 12


def show_overview(
    dossier: Dossier, shown: Positions, view: View, on_period: Callable[[str, str], None]
) -> None:
    """Draw the strip; `on_period` gets the first and last month that were brushed, or "" twice."""
    if dossier.events.empty:
        return

    def brushed() -> None:
        asked = st.session_state["overview"].get("period")
        if asked == []:
            on_period("", "")
        elif span := _span(asked):
            on_period(*period_of(span))

    # It is the same whichever way the events are looked at, and whichever of them is open.
    asked = View(view.selection, event="", lanes="theme", view="chart", page=1, said=())
    data = drawn_part(
        dossier, "overview", asked, lambda: overview_data(dossier, shown, view.selection)
    )
    _overview(
        key="overview",
        data=data,
        on_period_change=brushed,
    )


def _span(asked: Any) -> list[float] | None:
    """The two ends of a stretch of years, as far as a browser sent such."""
    if not isinstance(asked, list) or len(asked) != 2:
        return None
    ends = [each for each in asked if isinstance(each, int | float) and NEAR <= each <= FAR]
    return [float(each) for each in ends] if len(ends) == 2 else None
