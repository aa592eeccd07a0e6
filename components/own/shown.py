"""The dossier that this visitor sees: the one that is served, or one of their own."""

from __future__ import annotations

import streamlit as st

from dossier.model import Dossier
from dossier.reading.store import current_dossier

OWN = "own_dossier"
LEFT = "own_dossier_left"
GONE = "own_dossier_gone"


def shown_dossier() -> Dossier:
    """The visitor's own dossier where they brought one, else the one that is served."""
    own = st.session_state.get(OWN)
    return own if isinstance(own, Dossier) else current_dossier()


def is_own() -> bool:
    """Whether this visitor looks at a dossier of their own."""
    return isinstance(st.session_state.get(OWN), Dossier)


def set_own(dossier: Dossier | None) -> None:
    """Show a dossier to this visitor alone; `None` goes back to the one that is served."""
    st.session_state.pop(GONE, None)
    st.session_state[LEFT] = dossier is None
    if dossier is None:
        st.session_state.pop(OWN, None)
    else:
        st.session_state[OWN] = dossier
    st.query_params.clear()


def own_state() -> str:
    """What the page is to remember: "shown", "left" by choice, or "" where none is known of."""
    return "shown" if is_own() else "left" if st.session_state.get(LEFT) else ""


def say_gone() -> None:
    """Take note that the page had an own file before, which this session never saw."""
    st.session_state[GONE] = True


def is_gone() -> bool:
    """Whether the visitor's own file is no longer here, and not by their choice."""
    return bool(st.session_state.get(GONE)) and not is_own()
