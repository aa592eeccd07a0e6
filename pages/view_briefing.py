"""Briefing: the dossier step by step."""

import streamlit as st

st.text("soon")
