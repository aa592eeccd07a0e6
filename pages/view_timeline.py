"""Timeline: what happened when, who says so, in which words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.address import change_address, read_view
from components.event_detail.event_detail import event_data, opening_data, show_event_detail
from components.event_list.event_list import list_data, show_event_list
from components.filters.filters import filter_data, pick_filters
from components.frame.heading import show_heading
from components.frame.notice import show_said
from components.overview.overview import show_overview
from components.timeline.timeline import show_timeline, timeline_data
from dossier.select import select_events
from dossier.store import current_dossier

FILTERS = ("theme", "actor", "document", "status", "from", "to", "q")


def open_event(event_id: str) -> None:
    change_address({"event": event_id})


def change_filters(asked: dict[str, Any]) -> None:
    changes = {name: asked[name] for name in (*FILTERS, "lanes", "view") if name in asked}
    cleared = dict.fromkeys(FILTERS, "") if asked.get("clear") else {}
    change_address({**cleared, **changes, "page": ""})


def follow(asked: dict[str, Any]) -> None:
    if asked.get("page") == "documents":
        st.session_state["leave_for"] = asked.get("topic", "")
    elif "page" in asked:
        change_address({"page": str(asked["page"])})
    else:
        open_event(str(asked.get("event", "")))


def set_period(first: str, last: str) -> None:
    change_address({"from": first, "to": last, "page": ""})


dossier = current_dossier()
topic = st.session_state.pop("leave_for", None)
if topic:
    st.switch_page("pages/view_documents.py", query_params={"topic": topic})

view = read_view(dossier)
shown = select_events(dossier, view.selection)
event = dossier.event(view.event) if view.event else None

show_heading(dossier.about.title, dossier.about.description)
show_said(list(view.said))
pick_filters(filter_data(dossier, view, len(shown)), change_filters)
chart, panel = st.columns([3, 1.15], gap="medium")
with chart:
    if view.view == "list" or not len(shown):
        show_event_list(list_data(dossier, shown, view.page, view.event), follow)
    else:
        show_timeline(timeline_data(dossier, shown, view.lanes, view.event), open_event)
    show_overview(dossier, shown, set_period)
with panel:
    show_event_detail(event and event_data(dossier, event, shown), opening_data(dossier), follow)
