"""The button that hands out the whole dossier as one file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dossier.exporting.one_file import export_one_file
from dossier.importing.ids import slug
from dossier.model import Dossier

WORDS = "Download the dossier as one file (HTML)"


def show_one_file_button(dossier: Dossier) -> None:
    """Draw the button; the file is made when it is pressed, not before."""
    st.download_button(
        WORDS,
        partial(export_one_file, dossier),
        file_name=f"{slug(dossier.about.name) or 'dossier'}.html",
        mime="text/html",
        key="download_one_file",
        on_click="ignore",
        disabled=dossier.events.empty,
    )
