"""The style sheets of what is drawn without a component of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

COMPONENTS = Path(__file__).parent.parent


@lru_cache
def sheet(name: str) -> str:
    """The text of a style sheet under `components/`."""
    return (COMPONENTS / name).read_text("utf-8")


def show_sheet(name: str) -> None:
    """Apply a style sheet to the page; it holds no text from any table."""
    st.html(f"<style>{sheet(name)}</style>")
