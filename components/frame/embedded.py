"""Where a frame came from: shown only where another page embeds this one."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from components.markup import Markup, markup, show_markup
from components.own.shown import shown_dossier
from components.web.assets import component

_height = component("dossier_frame", "frame")


def show_origin(path: str) -> None:
    """Name the dossier, and lead to the same view without a frame, where the page is in one.

    The page around the frame is told how high this one is, so that the frame can fit.
    """
    if not st.context.is_embedded:
        return
    title = shown_dossier().about.title
    link = markup("a", "open in full", href=full_address(path), rel="noopener")
    in_new_tab = Markup(link.replace("<a ", '<a target="_blank" ', 1))
    show_markup(markup("p", f"Dossier: {title}, ", in_new_tab, class_="embedded-line"))
    _height(key="frame_height")


def full_address(path: str) -> str:
    """The address of this view by itself, from the folder of the screens on."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    query = urlencode(params, doseq=True)
    return f"./{path}?{query}" if query else f"./{path}"
