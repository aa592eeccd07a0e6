"""What every screen shares: the page list, the navigation, notices; then the screen itself."""

from __future__ import annotations

import streamlit as st

from components.connection.connection import watch_connection
from components.frame.embedded import show_origin
from components.frame.foot import show_foot
from components.frame.notice import show_notices
from components.frame.sheet import show_sheet
from components.frame.title import show_title
from components.own.own_dossier import show_own_notice
from pages.contents import CONTENTS

st.set_page_config(layout="wide", page_icon="components/frame/icon.svg")
st.logo("components/frame/wordmark.svg", size="large")
show_sheet("frame/frame.css")
screens = [
    st.Page(screen.file, title=screen.title, url_path=screen.path, default=not screen.path)
    for screen in CONTENTS
]
chosen = st.navigation(screens, position="top")
show_title(chosen.url_path, chosen.title)
show_origin(chosen.url_path)
show_notices()
show_own_notice()
chosen.run()
show_foot(chosen.url_path)
watch_connection()
