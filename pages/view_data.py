"""Data: the tables, what they mean, what is wrong with them, and what was left out."""

from __future__ import annotations

import streamlit as st

from components.frame.heading import show_heading, show_jumps
from components.frame.sheet import show_sheet
from components.one_file.take_away import show_take_away
from components.own.own_dossier import show_own_dossier
from components.own.shown import shown_dossier
from components.report.before_publication import show_before_publication
from components.tables.corrections import show_corrections
from components.tables.dictionary import show_dictionary
from components.tables.left_out import show_left_out
from components.tables.problem_list import show_problems
from components.tables.table_view import pick_table, show_table

PARTS = {
    "tables": "The tables",
    "dictionary": "What each column means",
    "problems": "What is wrong with them",
    "report": "Before publication",
    "left-out": "What was left out",
    "corrections": "Corrections",
    "take": "Take it with you",
    "own": "Try your own",
}

dossier = shown_dossier()
show_sheet("tables/tables.css")
show_sheet("report/report.css")
show_heading("Data", "Every table of this dossier to read, check and take away.")
show_jumps(PARTS)

st.header("The tables", anchor="tables")
table = pick_table()
show_table(dossier, table)
st.subheader("What each column means", anchor="dictionary")
show_dictionary(table)

st.header("What is wrong with them", anchor="problems")
show_problems(dossier.problems)

st.header("Before publication", anchor="report")
show_before_publication(dossier)

st.header("What was left out, and why", anchor="left-out")
show_left_out(dossier)

st.header("Corrections", anchor="corrections")
show_corrections(dossier)

st.header("Take it with you", anchor="take")
show_take_away(dossier)

st.header("Try your own", anchor="own")
show_own_dossier()
