"""Figures: every quoted number as sure as its words, and the sums an editor would run."""

from __future__ import annotations

import streamlit as st

from components.figures.figures import (
    show_all_series,
    show_arrival,
    show_checks,
    show_contents,
)
from components.frame.heading import show_heading
from components.frame.notice import show_said
from components.frame.sheet import show_sheet
from components.own.shown import shown_dossier
from dossier.views.series import all_series, select_series

dossier = shown_dossier()
asked = st.query_params.get("series", "")
chosen = select_series(dossier, asked)

show_sheet("figures/figures.css")
show_heading(
    "Figures", "Every number the documents give, drawn as sure as it is said, beside its words."
)
if asked and chosen is None:
    show_said(["The address names a series that is not in this dossier."])
if all_series(dossier):
    show_contents(dossier)
    show_all_series(dossier, chosen)
else:
    show_said(["This dossier quotes no figures."])
show_checks(dossier)
show_arrival(chosen.anchor if chosen else "")
