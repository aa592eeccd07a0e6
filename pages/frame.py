"""What every screen shares: the page list, the navigation, notices; then the screen itself."""

from __future__ import annotations

import streamlit as st

from components.connection.connection import watch_connection
from components.frame.embedded import show_origin
from components.frame.foot import show_foot
from components.frame.notice import show_notices
from components.frame.screens import pick_screen
from components.frame.sheet import show_sheet
from components.frame.title import show_title
from components.own.own_dossier import show_own_notice
from components.own.shown import shown_dossier
from components.web.turns import in_turn
from pages.contents import CONTENTS

with in_turn():
    dossier = shown_dossier()
    chosen = pick_screen(CONTENTS)
    show_title(dossier, chosen.url_path, chosen.title)
    st.logo("components/frame/wordmark.svg", size="large")
    show_sheet("frame/frame.css")
    show_origin(chosen.url_path)
    show_notices(dossier)
    show_own_notice()
    chosen.run()
    show_foot(dossier, chosen.url_path)
    watch_connection()
