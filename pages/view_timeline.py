"""Timeline: what happened when, who says so, in which words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from components.address import change_address, change_filters, follow, read_view, set_period
from components.briefing.choice import MOST_STEPS, address_changes
from components.event_detail.event_detail import show_event_detail
from components.event_list.event_list import show_event_list
from components.filters.filters import pick_filters
from components.frame.heading import show_heading
from components.frame.notice import show_said
from components.overview.overview import show_overview
from components.own.shown import is_own, shown_dossier
from components.timeline.timeline import show_timeline
from components.timeline.window import asked_window
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.select import select_events
from dossier.views.drawn_parts import drawn_part
from dossier.views.drawn_timeline import drawn_timeline, named_timeline, own_timeline
from dossier.views.filter_view import download_links, filter_data
from dossier.views.lens_view import lens_words
from dossier.views.list_view import list_data
from dossier.views.packing import squeezed
from dossier.views.panel_view import panel_data
from dossier.views.view import View

FETCHES = "fetches_charts"


def go(asked: dict[str, Any]) -> None:
    """Follow what a panel asks for: an event, or another step of a reader's own briefing."""
    if "pick" in asked:
        change_address(address_changes(asked))
    else:
        follow(asked)


def choose(asked: dict[str, Any]) -> None:
    """Change filters; a browser that fetched the chart for them meanwhile needs only its name."""
    if asked.get("ahead") is True:
        st.session_state[FETCHES] = True
    change_filters(asked)


def show_screen() -> None:
    """Draw the filters over the selected events, and those beside the open one."""
    dossier = shown_dossier()
    view = read_view(dossier)
    shown = select_events(dossier, view.selection)
    show_said(view.said)
    pick_filters(
        drawn_part(dossier, "filters", view, lambda: filters_shown(dossier, shown, view)),
        choose,
    )
    chart, panel = st.columns([3, 1.15], gap="medium")
    with chart:
        if view.view == "list" or not len(shown):
            listed = replace(view, event="")
            show_event_list(
                drawn_part(dossier, "list", listed, lambda: events_listed(dossier, shown, view)),
                follow,
            )
        else:
            if is_own():
                drawn = own_timeline(dossier, shown, view, asked_window())
            elif st.session_state.get(FETCHES):
                drawn = named_timeline(dossier, shown, view)
            else:
                drawn = drawn_timeline(dossier, shown, view)
            show_timeline(drawn, change_filters)
        show_overview(dossier, shown, view, set_period)
    with panel:
        # Opening an event runs this part alone, unless what stands above speaks of that, too.
        alone = not (st.context.is_embedded or view.said)
        (st.fragment(show_panel) if alone else show_panel)()


def filters_shown(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    """What the filters show; a visitor's own dossier has no address to download from."""
    downloads = [] if is_own() else download_links(view)
    ahead = not is_own() and view.view == "chart"
    return {**filter_data(dossier, view, len(shown)), "downloads": downloads, "ahead": ahead}


def events_listed(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    """A page of the list, with what the lenses say."""
    return list_data(dossier, shown, view.page, "", lens_words(dossier, view))


def show_panel() -> None:
    """Draw the open event, or where to start."""
    dossier = shown_dossier()
    view = read_view(dossier)
    shown = select_events(dossier, view.selection)
    picks = st.query_params.get_all("pick")[:MOST_STEPS]

    def said() -> dict[str, Any]:
        data = {**panel_data(dossier, shown, view, own=is_own()), "picks": picks}
        return {name: value for name, value in data.items() if value not in (None, [])}

    # The steps of a reader's own briefing are no part of the view.
    data = squeezed(said()) if picks else drawn_part(dossier, "panel", view, said)
    show_event_detail(data, go)


about = shown_dossier().about
show_heading(about.title, about.description)
if st.context.is_embedded:  # the line above has the address of what is shown
    show_screen()
else:
    # What a reader chooses runs this part alone.
    st.fragment(show_screen)()
