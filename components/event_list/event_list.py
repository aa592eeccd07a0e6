"""The list: the same selection as the chart, as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.web.assets import component

_event_list = component("dossier_event_list", "event_list")


def show_event_list(data: bytes, on_go: Callable[[dict[str, Any]], None]) -> None:
    """Draw the list from squeezed data; `on_go` gets the event to open or the page to turn to."""

    def gone() -> None:
        asked = st.session_state["event_list"].get("go")
        if isinstance(asked, dict):
            on_go(asked)

    _event_list(key="event_list", data=data, on_go_change=gone)
