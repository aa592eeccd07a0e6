"""Briefing: the dossier step by step, for a room."""

from __future__ import annotations

import streamlit as st

from components.address import change_address
from components.briefing.briefing import briefing_data, show_briefing
from components.briefing.choice import read_choice
from components.briefing.files import show_briefing_files
from components.frame.heading import show_heading, show_hidden_heading
from components.frame.notice import show_said
from components.frame.sheet import show_sheet
from components.own.shown import shown_dossier

WORDS = "One step a screen: when, in which words, who says them, and who says otherwise."

dossier = shown_dossier()
choice = read_choice(dossier, {name: st.query_params.get_all(name) for name in st.query_params})

show_sheet("briefing/page.css")
if not choice.steps or choice.making:
    show_heading("Make a briefing" if choice.making else "Briefing", WORDS)
else:
    show_hidden_heading(f"Briefing, {len(choice.steps)} steps: {dossier.about.title}", WORDS)
show_said(list(choice.said))
event = show_briefing(briefing_data(dossier, choice), change_address)
if choice.steps and not choice.making and not choice.notes:
    show_briefing_files(dossier, choice)
if event:
    st.switch_page("view_timeline.py", query_params={"event": event})
