"""The parts of the Documents screen, all drawn by one component from data made in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.web.assets import component

_documents = component("dossier_documents", "documents")


def show_part(data: dict[str, Any], on_go: Callable[[dict[str, str | list[str]]], None]) -> None:
    """Draw one part; `on_go` gets the parameters of the address that the reader changes."""
    key = f"documents_{data['part']}"

    def gone() -> None:
        asked = st.session_state[key].get("go")
        if isinstance(asked, dict):
            on_go(address_changes(asked))

    _documents(key=key, data=data, on_go_change=gone)


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
