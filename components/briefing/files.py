"""The buttons that hand out a briefing as slides and as a handout."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.briefing.choice import Choice
from dossier.exporting.briefing.formats import (
    BRIEFING_FORMATS,
    briefing_file_name,
    export_briefing,
)
from dossier.exporting.briefing.told import Asked
from dossier.model import Dossier

FILES = (
    ("Slides (PPTX)", "pptx", "a4"),
    ("Handout, A4 (PDF)", "pdf", "a4"),
    ("Handout, US Letter (PDF)", "pdf", "us-letter"),
)


def show_briefing_files(dossier: Dossier, choice: Choice) -> None:
    """Draw the buttons; a file is made when its button is pressed, not before."""
    with st.container(horizontal=True, key="briefing_files"):
        for label, format, paper in FILES:
            asked = Asked(choice.label, choice.steps, choice.briefing, app_address(), paper)
            st.download_button(
                label,
                partial(_file, dossier, format, asked),
                file_name=briefing_file_name(dossier, format, asked),
                mime=BRIEFING_FORMATS[format].media_type,
                key=f"download_{format}_{paper}",
                on_click="ignore",
            )


def app_address() -> str:
    """Give the address of the app's first screen as the reader has it; "" where it isn't known."""
    here = (st.context.url or "").partition("?")[0].rstrip("/")
    return here.removesuffix("/briefing") if here.startswith(("http://", "https://")) else ""


def _file(dossier: Dossier, format: str, asked: Asked) -> bytes:
    return export_briefing(dossier, format, asked).data
