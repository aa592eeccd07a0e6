"""The Briefing screen's component: a briefing step by step, the choice of one, or making one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.briefing.choice import LONGEST, LONGEST_PICK, MOST_STEPS, Choice
from components.briefing.steps import make_data, start_data, steps_data
from components.web.assets import component
from dossier.model import Dossier
from dossier.views.briefing_step import Data

KEY = "briefing"
NAMES = ("briefing", "step", "make", "notes")

_briefing = component("dossier_briefing", "briefing")


def briefing_data(dossier: Dossier, choice: Choice) -> Data:
    """What the browser is sent: one briefing whole, the form, or the briefings to choose from."""
    if choice.making:
        return make_data(dossier)
    return steps_data(dossier, choice) if choice.steps else start_data(dossier)


def show_briefing(data: Data, on_go: Callable[[dict[str, str | list[str]]], None]) -> str | None:
    """Draw the screen; `on_go` gets the parameters to change. Returns an event to leave for."""

    def gone() -> None:
        asked = st.session_state[KEY].get("go")
        if isinstance(asked, dict) and "leave" not in asked:
            on_go(address_changes(asked))

    result = _briefing(key=KEY, data=data, on_go_change=gone)
    asked = result.get("go")
    left = asked.get("leave") if isinstance(asked, dict) else None
    return left[:LONGEST] if isinstance(left, str) else None


def address_changes(asked: dict[Any, Any]) -> dict[str, str | list[str]]:
    """The parameters of this screen among what a browser sent; anything else is dropped."""
    changes: dict[str, str | list[str]] = {
        name: value[:LONGEST] for name in NAMES if isinstance(value := asked.get(name), str)
    }
    picks = asked.get("pick")
    if isinstance(picks, list):
        texts = [pick[:LONGEST_PICK] for pick in picks if isinstance(pick, str)]
        changes["pick"] = texts[:MOST_STEPS]
    return changes
