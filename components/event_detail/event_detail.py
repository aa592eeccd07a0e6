"""One event read closely: when, why dated so, in whose words, beside whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.web.assets import component

_event_detail = component("dossier_event_detail", "event_detail")


def show_event_detail(data: bytes, on_go: Callable[[dict[str, Any]], None]) -> None:
    """Draw the panel from squeezed data; `on_go` gets where the reader wants to go.

    `event` is an event as data, or the id of one that the browser asks for by `asked`, the
    parameters of the selection, unless it has it already.
    """

    def gone() -> None:
        asked = st.session_state["event_detail"].get("go")
        if isinstance(asked, dict):
            on_go(asked)

    _event_detail(key="event_detail", data=data, on_go_change=gone)
