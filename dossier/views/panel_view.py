"""The panel as data: the open event, or where a browser finds it, else the opening words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.selection import selection_params
from dossier.views.event_view import detail_data, opening_data
from dossier.views.packing import packed_marks
from dossier.views.spread import spread_of
from dossier.views.timeline_view import MOST_MARKS, open_marks
from dossier.views.view import View


def panel_data(dossier: Dossier, shown: Positions, view: View, *, own: bool) -> dict[str, Any]:
    """What the panel shows: all of it for a visitor's own dossier, which has no address.

    Of the dossier that is served only the id of the open event goes with the run: what is said of
    it the browser fetches by `asked`, often before it is opened. Where events are counted the
    marks of the open one go along as `apart`, since it may be no mark otherwise.
    """
    apart = _marks_apart(dossier, shown, view)
    known = known_dossier(dossier, view.selection.asof)
    if own:
        return {**detail_data(dossier, view.event, shown, known, view.mark), **apart}
    params = selection_params(view.selection) | ({"v": [view.mark]} if view.mark else {})
    asked = urlencode(params, doseq=True)
    opening = None if view.event else opening_data(dossier, known)
    return {"event": view.event or None, "opening": opening, "asked": asked, **apart}


def _marks_apart(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    if not view.event or view.view != "chart":
        return {}
    spread = spread_of(dossier, shown, view)
    if len(spread) <= MOST_MARKS:
        return {}
    return {"apart": packed_marks(open_marks(dossier, view, spread))}
