"""One event read closely: when, why dated so, in whose words, beside whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.briefing.choice import MOST_STEPS
from components.own.shown import is_own
from components.web.assets import component
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.drawn_parts import drawn_part
from dossier.views.packing import squeezed
from dossier.views.panel_view import panel_data
from dossier.views.view import View

_event_detail = component("dossier_event_detail", "event_detail")


def show_event_detail(
    dossier: Dossier, shown: Positions, view: View, on_go: Callable[[dict[str, Any]], None]
) -> None:
    """Draw the open event, or where to start; `on_go` gets where the reader wants to go.

    The panel's `event` is an event as data, or the id of one that the browser asks for by `asked`,
    the parameters of the selection, unless it has it already.
    """

    def gone() -> None:
        asked = st.session_state["event_detail"].get("go")
        if isinstance(asked, dict):
            on_go(asked)

    _event_detail(key="event_detail", data=_data(dossier, shown, view), on_go_change=gone)


def _data(dossier: Dossier, shown: Positions, view: View) -> bytes:
    """What the panel shows, squeezed; kept unless it has steps of the reader's own briefing."""
    picks = st.query_params.get_all("pick")[:MOST_STEPS]

    def said() -> dict[str, Any]:
        data = {**panel_data(dossier, shown, view, own=is_own()), "picks": picks}
        return {name: value for name, value in data.items() if value not in (None, [])}

    # Such steps are no part of the view.
    return squeezed(said()) if picks else drawn_part(dossier, "panel", view, said)
