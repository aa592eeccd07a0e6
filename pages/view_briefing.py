"""Briefing: the dossier step by step, for a room."""

from __future__ import annotations

import streamlit as st

from components.address import change_address
from components.briefing.briefing import briefing_data, event_to_leave_for, show_briefing
from components.briefing.choice import read_choice
from components.briefing.files import asked_file
from components.frame.heading import show_heading, show_hidden_heading
from components.frame.notice import show_said
from components.frame.sheet import show_sheet
from components.own.shown import shown_dossier
from components.taking.taking import show_taking

WORDS = "One step a screen: when, in which words, who says them, and who says otherwise."

dossier = shown_dossier()
choice = read_choice(dossier, {name: st.query_params.get_all(name) for name in st.query_params})

show_sheet("briefing/page.css")
if not choice.steps or choice.making:
    show_heading("Make a briefing" if choice.making else "Briefing", WORDS)
else:
    show_hidden_heading(f"Briefing, {len(choice.steps)} steps: {dossier.about.title}", WORDS)
presenting = bool(choice.steps) and not choice.making and not st.context.is_embedded
if presenting:
    show_sheet("briefing/presenting.css")
with st.container(key="briefing_said"):
    show_said(choice.said)
asked = show_briefing(briefing_data(dossier, choice), change_address)
if not presenting:
    show_taking(*asked_file(dossier, asked))
if event := event_to_leave_for(asked):
    st.switch_page("view_timeline.py", query_params={"event": event})
