"""The button that hands out the whole dossier as one file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.taking.taking import show_taking
from dossier.exporting.exported import Exported, LossReport
from dossier.exporting.one_file.export import export_one_file
from dossier.exporting.progress import Watch
from dossier.ids import slug
from dossier.model import Dossier

WORDS = "Download the dossier as one file (HTML)"


def show_one_file_button(dossier: Dossier) -> None:
    """Draw the button; the file is made when it is pressed, not before."""
    empty = dossier.events.empty
    pressed = st.button(WORDS, key="download_one_file", disabled=empty)
    show_taking("One file", partial(_one_file, dossier) if pressed and not empty else None)


def _one_file(dossier: Dossier, watch: Watch) -> Exported:
    data, events = export_one_file(dossier, watch), len(dossier.events)
    name = f"{slug(dossier.about.name) or 'dossier'}.html"
    return Exported(name, "text/html", data, LossReport("One HTML file", events, events, ()))
