"""The list: the same selection as the chart, as text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

from components.timeline.marks import Mark, all_marks, theme_colors
from components.web.assets import component
from dossier.days import civil
from dossier.model import Dossier

PAGE = 200
NOTHING = "No event fits these filters. Clear one, or all of them."

_event_list = component("dossier_event_list", "event_list")


def list_data(
    dossier: Dossier, shown: npt.NDArray[np.intp], page: int, selected: str
) -> dict[str, Any]:
    """One page of the selected events, grouped by the year they begin in."""
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(1, page), pages)
    rows = [list_row(dossier, at) for at in shown[(page - 1) * PAGE : page * PAGE].tolist()]
    groups = [
        {"label": label, "events": list(events)}
        for label, events in groupby(rows, key=lambda row: row["year"])
    ]
    return {
        "groups": groups,
        "selected": selected or None,
        "page": page,
        "pages": pages,
        "empty": NOTHING,
    }


def list_row(dossier: Dossier, position: int) -> dict[str, Any]:
    """One event as a row of the list."""
    mark = all_marks(dossier)[position]
    theme = str(dossier.events["theme"].iat[position])
    theme_words = dossier.theme_label(theme)
    return {
        "id": mark["id"],
        "year": start_words(mark),
        "when": mark["when"],
        "title": mark["title"],
        "color": theme_colors(dossier).get(theme, 0),
        "meta": " · ".join(word for word in (theme_words, mark["status"]) if word),
    }


def start_words(mark: Mark) -> str:
    """The heading an event stands under: the year of its earliest day."""
    if mark["a"] is None:
        return "Start not known"
    year = civil(mark["a"])[0]
    return str(year) if year > 0 else f"{1 - year} BCE"


def show_event_list(data: dict[str, Any], on_go: Callable[[dict[str, Any]], None]) -> None:
    """Draw the list; `on_go` gets the event to open or the page to turn to."""

    def gone() -> None:
        asked = st.session_state["event_list"].get("go")
        if isinstance(asked, dict):
            on_go(asked)

    _event_list(key="event_list", data=data, on_go_change=gone)
