"""The list: the same selection as the chart, as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from components.web.assets import component
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.drawn_parts import drawn_part
from dossier.views.lens_view import lens_words
from dossier.views.list_view import list_data
from dossier.views.view import View

_event_list = component("dossier_event_list", "event_list")


def show_event_list(
    dossier: Dossier, shown: Positions, view: View, on_go: Callable[[dict[str, Any]], None]
) -> None:
    """Draw a page of the list; `on_go` gets the event to open or the page to turn to."""

    def gone() -> None:
        asked = st.session_state["event_list"].get("go")
        if isinstance(asked, dict):
            on_go(asked)

    # Which event is open is told by the panel, so the list is the same whichever it is.
    listed = replace(view, event="")
    data = drawn_part(dossier, "list", listed, lambda: _data(dossier, shown, view))
    _event_list(key="event_list", data=data, on_go_change=gone)


def _data(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    """A page of the list, with what the lenses say."""
    return list_data(dossier, shown, view.page, "", lens_words(dossier, view))
