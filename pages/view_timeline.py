"""Timeline: what happened when, who says so, in which words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.address import change_address, change_filters, follow, read_view, set_period
from components.briefing.choice import address_changes
from components.event_detail.event_detail import show_event_detail
from components.event_list.event_list import show_event_list
from components.filters.filters import pick_filters
from components.frame.heading import show_heading
from components.frame.notice import show_said
from components.overview.overview import show_overview
from components.own.shown import shown_dossier
from components.timeline.sent import note_fetching, sent_timeline
from components.timeline.timeline import show_timeline
from components.web.turns import in_turn
from dossier.selecting.select import select_events


def go(asked: dict[str, Any]) -> None:
    """Follow what a panel asks for: an event, or another step of a reader's own briefing."""
    if "pick" in asked:
        change_address(address_changes(asked))
    else:
        follow(asked)


def choose(asked: dict[str, Any]) -> None:
    """Change filters; a browser that fetched the chart for them meanwhile needs only its name."""
    if asked.get("ahead") is True:
        note_fetching()
    change_filters(asked)


@in_turn()
def show_screen() -> None:
    """Draw the filters over the selected events, and those beside the open one."""
    dossier = shown_dossier()
    view = read_view(dossier)
    shown = select_events(dossier, view.selection)
    show_said(view.said)
    pick_filters(dossier, shown, view, choose)
    chart, panel = st.columns([3, 1.15], gap="medium")
    with chart:
        if view.view == "list" or not len(shown):
            show_event_list(dossier, shown, view, follow)
        else:
            show_timeline(sent_timeline(dossier, shown, view), change_filters)
        show_overview(dossier, shown, view, set_period)
    with panel:
        # Opening an event runs this part alone, unless what stands above speaks of that, too.
        alone = not (st.context.is_embedded or view.said)
        (st.fragment(show_panel) if alone else show_panel)()


@in_turn()
def show_panel() -> None:
    """Draw the open event, or where to start."""
    dossier = shown_dossier()
    view = read_view(dossier)
    show_event_detail(dossier, select_events(dossier, view.selection), view, go)


about = shown_dossier().about
show_heading(about.title, about.description)
if st.context.is_embedded:  # the line above has the address of what is shown
    show_screen()
else:
    # What a reader chooses runs this part alone.
    st.fragment(show_screen)()
