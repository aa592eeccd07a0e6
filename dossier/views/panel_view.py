"""The panel as data: the open event, or where a browser finds it, else the opening words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.selection import selection_params
from dossier.views.event_view import event_data
from dossier.views.opening import opening_data
from dossier.views.packing import packed_marks
from dossier.views.spread import spread_of
from dossier.views.timeline_view import is_counted, open_marks, view_params
from dossier.views.view import View


def panel_data(dossier: Dossier, shown: Positions, view: View, *, own: bool) -> dict[str, Any]:
    """What the panel shows: all of it for a visitor's own dossier, which has no address.

    Of the dossier that is served only the id of the open event goes with the run: what is said of
    it the browser fetches by `asked`, often before it is opened.
    """
    title = dossier.about.title
    event = open_data(dossier, shown, view) if own and view.event else view.event or None
    opening = None
    if not view.event:
        opening = opening_data(dossier, known_dossier(dossier, view.selection.asof))
    asked = {} if own else {"asked": _asked(dossier, shown, view)}
    return {"title": title, "event": event, "opening": opening, **asked}


def open_data(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any] | None:
    """What is said of the event that a view opens; None where it opens none.

    Where events are counted, its marks go along as `apart`: it may be no mark otherwise.
    """
    event = dossier.event(view.event) if view.event else None
    if event is None:
        return None
    known = known_dossier(dossier, view.selection.asof)
    data = event_data(dossier, event, shown, known, view.mark)
    spread = spread_of(dossier, shown, view)
    if is_counted(dossier, view, spread):
        data["apart"] = packed_marks(open_marks(dossier, view, spread))
    return data


def _asked(dossier: Dossier, shown: Positions, view: View) -> str:
    mark = urlencode({"v": view.mark}) if view.mark else ""
    # The way of looking says where an event stands, which is told of one that is counted.
    if is_counted(dossier, view, spread_of(dossier, shown, view)):
        chosen = view_params(view)
    else:
        chosen = urlencode(selection_params(view.selection), doseq=True)
    return "&".join(filter(None, (chosen, mark)))
