"""HTML for `st.html`, made by `dossier.markup` so that text from a table stays text."""

from __future__ import annotations

import streamlit as st

from dossier.markup import Markup as Markup
from dossier.markup import joined as joined
from dossier.markup import markup as markup
from dossier.markup import text as text


def show_markup(content: Markup) -> None:
    """Draw HTML that `markup` made, as wide as its place."""
    st.html(content)
