"""Documents: what they are, where they meet, and which of them speaks of which event."""

from __future__ import annotations

import streamlit as st

from components.address import change_address
from components.documents.agreement_matrix import agreement_matrix
from components.documents.choice import read_choice
from components.documents.document_cards import document_cards
from components.documents.documents import show_part
from components.documents.side_by_side import side_by_side
from components.documents.years_chart import show_years
from components.frame.heading import show_heading
from components.frame.notice import show_said
from components.own.shown import shown_dossier

WORDS = "Who says so, who differs, who is silent, and in which words."

dossier = shown_dossier()
choice = read_choice(dossier, {name: st.query_params.get_all(name) for name in st.query_params})

show_heading("Documents", WORDS)
show_said(list(choice.said))
for part in (document_cards, side_by_side, agreement_matrix):
    show_part(part(dossier, choice), change_address)
show_years(dossier, choice)
