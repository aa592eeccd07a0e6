"""The row of filters over the timeline: search, facets with counts, period, lanes, view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.web.assets import component

_filters = component("dossier_filters", "filters")

Change = dict[str, Any]


def pick_filters(data: bytes, on_change: Callable[[Change], None]) -> None:
    """Draw the filters from squeezed data; `on_change` gets what the reader asks to change."""

    def changed() -> None:
        asked = st.session_state["filters"].get("change")
        if isinstance(asked, dict):
            on_change(asked)

    _filters(key="filters", data=data, on_change_change=changed)
