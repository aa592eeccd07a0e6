"""Which data of the timeline goes with a run: all of it, its name, or counts of an own dossier."""

from __future__ import annotations

import streamlit as st

from components.own.shown import is_own
from components.timeline.window import asked_window
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.drawn_timeline import drawn_timeline, named_timeline, own_timeline
from dossier.views.view import View

FETCHES = "fetches_charts"


def note_fetching() -> None:
    """Take note that this browser fetches the chart of a choice by itself."""
    st.session_state[FETCHES] = True


def sent_timeline(dossier: Dossier, shown: Positions, view: View) -> bytes:
    """The squeezed data of the timeline for this browser; its name alone where it fetches charts.

    A visitor's own dossier has no address, so what is counted in it goes along.
    """
    if is_own():
        return own_timeline(dossier, shown, view, asked_window())
    if st.session_state.get(FETCHES):
        return named_timeline(dossier, shown, view)
    return drawn_timeline(dossier, shown, view)
