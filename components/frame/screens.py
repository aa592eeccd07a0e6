"""The list of screens at the top of every one, and which of them is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from typing import Protocol

import streamlit as st


class Listed(Protocol):
    """A screen as a list of them needs it; the one at the address "" comes first."""

    @property
    def path(self) -> str:
        """Its address."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def file(self) -> str:
        """Its script, beside the script that is run."""


def pick_screen(screens: Sequence[Listed]) -> st.Page:
    """Draw the list of screens; gives the one that the address asks for, to be run."""
    # The platform looks for each file and resolves its path, five of them at every run; and it
    # notes on a page whether it may run, so each run has its own.
    return st.navigation([copy(page) for page in _pages(tuple(screens))], position="top")


@lru_cache(maxsize=1)
def _pages(screens: tuple[Listed, ...]) -> tuple[st.Page, ...]:
    return tuple(
        st.Page(each.file, title=each.title, url_path=each.path, default=not each.path)
        for each in screens
    )
