"""The timeline as data: lanes, marks or the promise of counts, and the window to begin with."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

import numpy as np

from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.selection import Selection, period_end, selection_params
from dossier.views.lens_view import lens_flags, told_ends, told_marks
from dossier.views.marks import lane_places, reach
from dossier.views.spread import Spread, spread_of
from dossier.views.view import View

YEAR = 365
HEADLINE = 3
MOST_MARKS = 3_000  # marks that are drawn as they are; beyond, events are counted
# The same for a part of a dossier that is too large for its marks to be in the browser already:
# more would not come over the wire at once.
MOST_OF_MANY = 400
Window = tuple[int, int]


def timeline_data(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    """What the component draws: lanes, marks, the whole extent and the window to begin with.

    Where the marks are more than MOST_MARKS there are none, and `counted` says so: `window_data`
    then gives what a window of time can show, and `asked` are the parameters to ask for it by.
    """
    spread = spread_of(dossier, shown, view)
    domain = domain_of(dossier, shown, view)
    window = period_window(view.selection, domain) or focus(dossier, shown, domain, view)
    counted = is_counted(dossier, view, spread)
    return {
        "lanes": lanes_data(spread),
        "events": [] if counted else marks_data(dossier, view, spread, np.arange(len(spread))),
        "domain": domain,
        "focus": window,
        "selected": view.event or None,
        "key": f"{view.lanes} {view.selection.first} {view.selection.last} {view.clock}",
        "counted": counted,
        "asked": view_params(view) if counted else "",
        "by": view.lanes,
        "apart": open_marks(dossier, view, spread) if counted else [],
    }


def is_counted(dossier: Dossier, view: View, spread: Spread) -> bool:
    """Whether the marks of a selection are too many to be drawn as they are."""
    if len(lane_places(dossier, view.lanes).events) > MOST_MARKS:
        return len(spread) > MOST_OF_MANY
    return len(spread) > MOST_MARKS


def view_params(view: View) -> str:
    """What decides which marks there are, as parameters of an address."""
    ways = {"lanes": view.lanes, "clock": view.clock, "lens": view.lens}
    chosen = {
        **selection_params(view.selection),
        **{key: [way] for key, way in ways.items() if way},
    }
    return urlencode(chosen, doseq=True)


def lanes_data(spread: Spread) -> list[dict[str, Any]]:
    """The lanes, each with the number of its events and the days from and to which they reach."""
    totals = np.bincount(spread.used, minlength=len(spread.lanes)).tolist()
    rows = []
    for at, lane in enumerate(spread.lanes):
        own = spread.used == at
        ends = reach(spread.first[own], spread.last[own])
        rows.append({**asdict(lane), "total": totals[at], "reach": ends})
    return rows


def marks_data(
    dossier: Dossier, view: View, spread: Spread, chosen: Positions
) -> list[dict[str, Any]]:
    """The marks of some pairs of an event and its lane."""
    marks, flags = told_marks(dossier, view), lens_flags(dossier, view)
    pairs = zip(spread.events[chosen].tolist(), spread.used[chosen].tolist(), strict=True)
    return [{**marks[at], "lane": lane, **flags(at)} for at, lane in pairs]


def open_marks(dossier: Dossier, view: View, spread: Spread) -> list[dict[str, Any]]:
    """The marks of the open event, which is drawn however many others there are."""
    position = dossier.position("events", view.event) if view.event else None
    if position is None:
        return []
    return marks_data(dossier, view, spread, np.flatnonzero(spread.events == position))


def domain_of(dossier: Dossier, shown: Positions, view: View) -> Window:
    """The whole extent of the selected events by the chosen clock, with a little air."""
    return widened(extent_of(dossier, shown, view) or (730_000, 730_000 + YEAR))


def extent_of(dossier: Dossier, positions: Positions, view: View) -> Window | None:
    """The first and last day that events reach by the chosen clock."""
    first, last = told_ends(dossier, view)
    return reach(first[positions], last[positions])


def period_window(selection: Selection, domain: Window) -> Window | None:
    """The chosen period as a window in days; None where all years are chosen."""
    first, last = period_end(selection.first), period_end(selection.last)
    if first is None and last is None:
        return None
    start = first.earliest if first and first.earliest is not None else domain[0]
    end = last.latest if last and last.latest is not None else domain[1]
    return (start, end) if start < end else None


def focus(dossier: Dossier, shown: Positions, domain: Window, view: View) -> Window:
    """The window around the headline events; the whole extent where there are none."""
    ranks = dossier.events["importance"].to_numpy()[shown]
    reach = extent_of(dossier, shown[ranks == HEADLINE], view)
    if reach is None or reach[1] - reach[0] < YEAR // 12:
        return domain
    return max(domain[0], reach[0] - YEAR // 2), min(domain[1], reach[1] + YEAR // 3)


def widened(reach: Window) -> Window:
    """An extent with a little air on both sides."""
    air = max(15, (reach[1] - reach[0]) // 40)
    return reach[0] - air, reach[1] + air
