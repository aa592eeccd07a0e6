"""The browser's tab and what a bookmark is called: the open event, else the screen."""

from __future__ import annotations

import streamlit as st

from dossier.model import Dossier

LONGEST_ID = 200


def show_title(dossier: Dossier, path: str, screen: str) -> None:
    """Name the tab after what is open, above a page of full width; `path` is "" on the first."""
    event = None if path else dossier.event(st.query_params.get("event", "")[:LONGEST_ID])
    first = event.title if event else screen if path else ""
    # In one call, since each is a message to the browser.
    st.set_page_config(
        page_title=f"{first}: {dossier.about.title}" if first else dossier.about.title,
        page_icon="components/frame/icon.svg",
        layout="wide",
    )
