import streamlit as st; st.text("figs")
