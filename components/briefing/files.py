"""The files of a briefing that a reader may ask for: slides, and a handout on either paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from components.briefing.choice import LONGEST, MOST_STEPS, Choice, read_choice
from components.taking.taking import Make
from dossier.exporting.briefing.formats import export_briefing
from dossier.exporting.briefing.told import Asked
from dossier.model import Dossier

# What the screen's buttons ask for: the words of each, its format and its paper.
FILES = {
    "slides": ("Slides", "pptx", "a4"),
    "a4": ("Handout, A4", "pdf", "a4"),
    "us-letter": ("Handout, US Letter", "pdf", "us-letter"),
}
OFFERED = [
    {"file": "slides", "words": "Slides (PPTX)"},
    {"file": "a4", "words": "Handout, A4 (PDF)"},
    {"file": "us-letter", "words": "US Letter (PDF)"},
]


def asked_file(dossier: Dossier, asked: Mapping[Any, Any]) -> tuple[str, Make | None]:
    """Give the words of the file that a browser asked for, and how it is made; None if not."""
    wanted, briefing, picks = asked.get("take"), asked.get("briefing"), asked.get("pick")
    if not isinstance(wanted, str) or wanted not in FILES:
        return "", None
    params: dict[str, list[str]] = {}
    if isinstance(briefing, str):
        params["briefing"] = [briefing[:LONGEST]]
    if isinstance(picks, list):
        params["pick"] = [each for each in picks if isinstance(each, str)][:MOST_STEPS]
    choice = read_choice(dossier, params)
    words, format, paper = FILES[wanted]
    return words, _make(dossier, choice, format, paper) if choice.steps else None


def _make(dossier: Dossier, choice: Choice, format: str, paper: str) -> Make:
    asked = Asked(choice.label, choice.steps, choice.briefing, app_address(), paper)
    return partial(export_briefing, dossier, format, asked)


def app_address() -> str:
    """Give the address of the app's first screen as the reader has it; "" where it isn't known."""
    here = (st.context.url or "").partition("?")[0].rstrip("/")
    return here.removesuffix("/briefing") if here.startswith(("http://", "https://")) else ""
