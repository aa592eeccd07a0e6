"""Timeline: what happened when, who says so, in which words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.address import (
    change_address,
    change_filters,
    follow,
    open_event,
    read_view,
    set_period,
)
from components.briefing.choice import MOST_STEPS, address_changes
from components.event_detail.event_detail import show_event_detail
from components.event_list.event_list import show_event_list
from components.filters.filters import pick_filters
from components.frame.heading import show_heading
from components.frame.notice import show_said
from components.overview.overview import show_overview
from components.own.shown import is_own, shown_dossier
from components.timeline.timeline import show_timeline
from dossier.knowing.asof import known_dossier
from dossier.selecting.select import select_events
from dossier.views.event_view import detail_data
from dossier.views.filter_view import download_links, filter_data
from dossier.views.lens_view import lens_words
from dossier.views.list_view import list_data
from dossier.views.packing import packed_timeline
from dossier.views.timeline_view import timeline_data


def go(asked: dict[str, Any]) -> None:
    """Follow what a panel asks for: an event, or another step of a reader's own briefing."""
    if "pick" in asked:
        change_address(address_changes(asked))
    else:
        follow(asked)


dossier = shown_dossier()
view = read_view(dossier)
shown = select_events(dossier, view.selection)
known = known_dossier(dossier, view.selection.asof)

show_heading(dossier.about.title, dossier.about.description)
show_said(view.said)
downloads = [] if is_own() else download_links(view)
pick_filters({**filter_data(dossier, view, len(shown)), "downloads": downloads}, change_filters)
chart, panel = st.columns([3, 1.15], gap="medium")
with chart:
    if view.view == "list" or not len(shown):
        show_event_list(
            list_data(dossier, shown, view.page, view.event, lens_words(dossier, view)), follow
        )
    else:
        show_timeline(
            packed_timeline(timeline_data(dossier, shown, view)), open_event, change_filters
        )
    show_overview(dossier, shown, view.selection, set_period)
with panel, st.container(key="open_event" if view.event else "opening"):
    detail = detail_data(dossier, view.event, shown, known, view.mark)
    show_event_detail({**detail, "picks": st.query_params.get_all("pick")[:MOST_STEPS]}, go)
