"""The timeline: events on lanes, each mark as wide as what is not known of its date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.web.assets import component

_timeline = component("dossier_timeline", "timeline")

Asked = dict[str, Any]


def show_timeline(data: bytes, on_go: Callable[[Asked], None]) -> None:
    """Draw the timeline from squeezed data.

    `on_go` gets the filters by which the list shows what one count stands for. Which event is
    opened is told by the panel beside it.
    """

    def gone() -> None:
        asked = st.session_state["timeline"].get("go")
        if isinstance(asked, dict):
            on_go(asked)

    _timeline(
        key="timeline",
        data=data,
        on_go_change=gone,
        on_window_change=lambda: None,
    )
