"""The window of time that a visitor's browser asked for, of a dossier that no address gives."""

from __future__ import annotations

import streamlit as st

from dossier.dates.days import DAY_MAX, DAY_MIN
from dossier.views.window_view import MOST_COLUMNS

Asked = tuple[int, int, int]


def asked_window() -> Asked | None:
    """The first day, the day after the last, and the columns asked for; None where none was."""
    state = st.session_state.get("timeline")
    asked = state.get("window") if state else None
    if isinstance(asked, dict):
        st.session_state["timeline_window"] = asked
    return read_window(st.session_state.get("timeline_window"))


def read_window(asked: object) -> Asked | None:
    """A window as a browser sent it; None where it is none."""
    if not isinstance(asked, dict):
        return None
    values = [asked.get(name) for name in ("t0", "t1", "columns")]
    t0, t1, columns = (each if type(each) is int else 0 for each in values)
    if not (DAY_MIN <= t0 < t1 <= DAY_MAX and 1 <= columns <= MOST_COLUMNS):
        return None
    return t0, t1, columns
