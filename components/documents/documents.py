"""The parts of the Documents screen, all drawn by one component from data made in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.web.assets import component

_documents = component("dossier_documents", "documents")


def show_part(
    data: dict[str, Any], on_go: Callable[[dict[str, str | list[str]]], None]
) -> str | None:
    """Draw one part; `on_go` gets the parameters to change. Returns an event to leave for."""
    key = f"documents_{data['part']}"

    def gone() -> None:
        asked = st.session_state[key].get("go")
        if isinstance(asked, dict) and "leave" not in asked:
            on_go(address_changes(asked))

    result = _documents(key=key, data=data, on_go_change=gone)
    asked = result.get("go")
    left = asked.get("leave") if isinstance(asked, dict) else None
    return left if isinstance(left, str) else None


def address_changes(asked: dict[Any, Any]) -> dict[str, str | list[str]]:
    """The parameters of this screen among what a browser sent; anything else is dropped."""
    known = ("document", "topic", "compare", "against", "mark", "events", "page")
    changes: dict[str, str | list[str]] = {}
    for name in known:
        value = asked.get(name)
        if isinstance(value, str):
            changes[name] = value
        elif isinstance(value, list):
            changes[name] = [one for one in value if isinstance(one, str)]
    return changes
