"""Making a file while a reader waits: how far it is, a way to stop it, then the whole file.

The file is made in the run of the script. Whatever a reader does meanwhile, pressing Stop above
all, ends that run where the next part would begin: nothing more is made, and nothing is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from secrets import token_hex

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame.sheet import show_sheet
from components.markup import markup, show_markup
from components.web.assets import component
from dossier.exporting.exported import Exported, ExportRefusedError
from dossier.exporting.progress import Watch

STOP, STOPPED = "taking_stop", "taking_stopped"
NO_FILE = "Stopped. No file was made."
FAILED = "The file could not be made. The log of the server says why."
LOG = logging.getLogger(__name__)
Make = Callable[[Watch], Exported]

_hand_out = component("dossier_taking", "taking")


def show_taking(words: str, make: Make | None) -> None:
    """Make what is asked for and hand it out; without it say whether the last was stopped.

    `words` name the file in the app's own words: "Slides".
    """
    show_sheet("taking/taking.css")
    with st.container(key="taking"):
        if make is not None:
            _take(words, make)
        elif st.session_state.pop(STOPPED, False):
            show_markup(markup("p", NO_FILE, role="status"))


def _take(words: str, make: Make) -> None:
    st.session_state.pop(STOPPED, None)
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, f"{words}: beginning")
        st.button("Stop", key=STOP, on_click=_stopped)
    try:
        made = make(partial(_tell, bar, words))
    except ExportRefusedError as error:
        place.empty()
        show_markup(markup("p", str(error), role="alert"))
        return
    except Exception:
        place.empty()
        show_markup(markup("p", FAILED, role="alert"))
        LOG.exception("a file could not be made: %s", words)
        return
    place.empty()
    _hand_over(words, made)


def _stopped() -> None:
    st.session_state[STOPPED] = True


def _tell(bar: DeltaGenerator, words: str, doing: str, done: int, of: int) -> None:
    """Say how far it is; here the run ends where a reader has asked for something else."""
    bar.progress(done / of, f"{words}: {doing} {done + 1} of {of}")


def _hand_over(words: str, made: Exported) -> None:
    """Give the file at once, and leave its button for those whose browser asked first."""
    size = f"{max(len(made.data) // 1000, 1):,} KB"
    with st.container(horizontal=True, vertical_alignment="center"):
        show_markup(markup("p", f"{words}: ready, {size}.", role="status"))
        st.download_button(
            "Save again", made.data, made.name, made.media_type, key="taken", on_click="ignore"
        )
        _hand_out(key="taking_hand", data={"file": token_hex(8)})
