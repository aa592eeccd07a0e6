"""The address as the one place where a reader's choices live.

Every choice is a query parameter; components ask for a change, the address is
changed, and the page is drawn anew from it. So every state can be sent, and
Back undoes each step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dossier.model import Dossier
from dossier.selecting.facets import FacetName
from dossier.selecting.select import parse_selection
from dossier.views.clocks import CLOCKS, Clock
from dossier.views.since_view import mark_notices
from dossier.views.view import View

LANES: dict[str, FacetName] = {"theme": "theme", "actor": "actor", "document": "document"}
VIEWS = {"chart": "chart", "list": "list"}
CLOCK_OF: dict[str, Clock] = {clock: clock for clock in CLOCKS}
LENSES = ("single",)
FILTERS = ("theme", "actor", "document", "status", "from", "to", "q", "asof")
WAYS = ("lanes", "view", "clock", "lens")
LONGEST = 200


def read_view(dossier: Dossier) -> View:
    """Read the home screen's choices from the address of this run."""
    return view_of(dossier, {name: st.query_params.get_all(name) for name in st.query_params})


def view_of(dossier: Dossier, params: Mapping[str, list[str]]) -> View:
    """The home screen's choices by an address; what is unknown falls back, and is said."""
    selection, said = parse_selection(params, dossier)
    event = _one(params, "event")[:LONGEST]
    mark = _one(params, "v")[:LONGEST].strip()
    said += mark_notices(dossier, event, mark)
    if event and dossier.event(event) is None:
        said = [*said, "The address names an event that is not in this dossier."]
        event = ""
    lanes, view = _one(params, "lanes"), _one(params, "view")
    page = _one(params, "page")
    return View(
        selection=selection,
        event=event,
        lanes=LANES.get(lanes, "theme"),
        view=VIEWS.get(view, "chart"),
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        said=tuple(said),
        clock=CLOCK_OF.get(_one(params, "clock"), "happened"),
        lens=lens if (lens := _one(params, "lens")) in LENSES else "",
        mark=mark,
    )


def change_address(changes: Mapping[str, str | list[str]]) -> None:
    """Change parameters of the address in one step; an empty value removes one."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    for name, value in changes.items():
        wanted = [value] if isinstance(value, str) else list(value)
        params[name] = [one for one in wanted if one]
    st.query_params.from_dict({name: values for name, values in params.items() if values})


def open_event(event_id: str) -> None:
    """Open an event; "" closes the open one. The mark of a copied link is of that event only."""
    change_address({"event": event_id, "v": ""})


def change_filters(asked: Mapping[str, Any]) -> None:
    """Change filters and the way of looking as asked; `clear` takes all filters away."""
    known = {name: asked[name] for name in (*FILTERS, *WAYS) if name in asked}
    cleared = dict.fromkeys(FILTERS, "") if asked.get("clear") else {}
    change_address({**cleared, **known, "page": ""})


def set_period(first: str, last: str) -> None:
    """Show only what lies between two EDTF dates."""
    change_address({"from": first, "to": last, "page": ""})


def follow(asked: Mapping[str, Any]) -> None:
    """Go where a component asks: to a page of the list, or to an event."""
    if "page" in asked:
        change_address({"page": str(asked["page"])})
    else:
        open_event(str(asked.get("event", "")))


def _one(params: Mapping[str, list[str]], name: str) -> str:
    values = params.get(name) or [""]
    return values[-1]
