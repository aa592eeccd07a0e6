"""The dossier that this visitor sees: the one that is served, or one of their own."""

from __future__ import annotations

import streamlit as st

from dossier.model import Dossier
from dossier.reading.store import current_dossier

OWN = "own_dossier"


def shown_dossier() -> Dossier:
    """The visitor's own dossier where they brought one, else the one that is served."""
    own = st.session_state.get(OWN)
    return own if isinstance(own, Dossier) else current_dossier()


def is_own() -> bool:
    """Whether this visitor looks at a dossier of their own."""
    return isinstance(st.session_state.get(OWN), Dossier)


def set_own(dossier: Dossier | None) -> None:
    """Show a dossier to this visitor alone; `None` goes back to the one that is served."""
    if dossier is None:
        st.session_state.pop(OWN, None)
    else:
        st.session_state[OWN] = dossier
    st.query_params.clear()
