"""The row of filters over the timeline: search, facets with counts, period, lanes, view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.own.shown import is_own
from components.web.assets import component
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.drawn_parts import drawn_part
from dossier.views.filter_view import download_links, filter_data
from dossier.views.view import View

_filters = component("dossier_filters", "filters")

Change = dict[str, Any]


def pick_filters(
    dossier: Dossier, shown: Positions, view: View, on_change: Callable[[Change], None]
) -> None:
    """Draw the filters of a view; `on_change` gets what the reader asks to change."""

    def changed() -> None:
        asked = st.session_state["filters"].get("change")
        if isinstance(asked, dict):
            on_change(asked)

    data = drawn_part(dossier, "filters", view, lambda: _data(dossier, shown, view))
    _filters(key="filters", data=data, on_change_change=changed)


def _data(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    """What the filters show; a visitor's own dossier has no address to download from."""
    downloads = [] if is_own() else download_links(view)
    ahead = not is_own() and view.view == "chart"
    return {**filter_data(dossier, view, len(shown)), "downloads": downloads, "ahead": ahead}
