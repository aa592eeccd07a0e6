"""The Briefing screen's component: a briefing step by step, the choice of one, or making one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.briefing.choice import LONGEST, Choice, address_changes
from components.briefing.steps import make_data, start_data, steps_data
from components.web.assets import component
from dossier.model import Dossier
from dossier.views.briefing_step import Data

KEY = "briefing"

_briefing = component("dossier_briefing", "briefing")


def briefing_data(dossier: Dossier, choice: Choice) -> Data:
    """What the browser is sent: one briefing whole, the form, or the briefings to choose from."""
    if choice.making:
        return make_data(dossier)
    return steps_data(dossier, choice) if choice.steps else start_data(dossier)


def show_briefing(
    data: Data, on_go: Callable[[dict[str, str | list[str]]], None]
) -> dict[Any, Any]:
    """Draw the screen; `on_go` gets the parameters to change.

    Returns what else a browser asked for: to `leave` for an event, or to `take` a file.
    """

    def gone() -> None:
        asked = st.session_state[KEY].get("go")
        if isinstance(asked, dict) and not {"leave", "take"} & asked.keys():
            on_go(address_changes(asked))

    result = _briefing(key=KEY, data=data, on_go_change=gone)
    asked = result.get("go")
    return asked if isinstance(asked, dict) else {}


def event_to_leave_for(asked: dict[Any, Any]) -> str:
    """Give the event that a browser asked to leave for, "" if none."""
    left = asked.get("leave")
    return left[:LONGEST] if isinstance(left, str) else ""
