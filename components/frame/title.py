"""What the browser's tab and a bookmark are called: the open event, else the screen."""

from __future__ import annotations

import streamlit as st

from components.own.shown import shown_dossier

LONGEST_ID = 200


def show_title(path: str, screen: str) -> None:
    """Name the tab after what is open; `path` is "" on the first screen."""
    dossier = shown_dossier()
    event = None if path else dossier.event(st.query_params.get("event", "")[:LONGEST_ID])
    first = event.title if event else screen if path else ""
    st.set_page_config(
        page_title=f"{first}: {dossier.about.title}" if first else dossier.about.title
    )
