"""The timeline as data: lanes, marks, and the window to begin with."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt

from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.selection import Selection, period_end
from dossier.views.clocks import reach
from dossier.views.known_view import possible_events
from dossier.views.lens_view import single_events, told_marks
from dossier.views.marks import Mark, extent, lane_places, lanes_by
from dossier.views.view import View

YEAR = 365
HEADLINE = 3
Positions = npt.NDArray[np.intp]
Window = tuple[int, int]


def timeline_data(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    """What the component draws: lanes, marks, the whole extent and the window to begin with."""
    marks, lanes = told_marks(dossier, view), lanes_by(dossier, view.lanes)
    places = lane_places(dossier, view.lanes, lanes)
    pairs = [(at, lane) for at in shown.tolist() for lane in places[at]]
    used = sorted({lane for _, lane in pairs})
    row = {lane: at for at, lane in enumerate(used)}
    if view.clock != "happened":
        pairs.sort(key=lambda pair: told_order(marks[pair[0]]))
    domain = widened(extent_of(dossier, shown, marks, view) or (730_000, 730_000 + YEAR))
    window = period_window(view.selection, domain) or focus(dossier, shown, domain, marks, view)
    flags = flags_of(dossier, view)
    return {
        "lanes": [asdict(lanes[lane]) for lane in used],
        "events": [{**marks[at], "lane": row[lane], **flags.get(at, {})} for at, lane in pairs],
        "domain": domain,
        "focus": window,
        "selected": view.event or None,
        "key": f"{view.lanes} {view.selection.first} {view.selection.last} {view.clock}",
    }


def flags_of(dossier: Dossier, view: View) -> dict[int, dict[str, bool]]:
    """What is marked of events: that they were only possibly known, that they have one source."""
    flags: dict[int, dict[str, bool]] = {}
    for at in possible_events(dossier, view.selection):
        flags.setdefault(at, {})["possible"] = True
    if view.lens == "single":
        for at in single_events(dossier, view).nonzero()[0].tolist():
            flags.setdefault(at, {})["single"] = True
    return flags


def extent_of(
    dossier: Dossier, positions: Positions, marks: list[Mark], view: View
) -> Window | None:
    """The first and last day that the marks of events reach by the chosen clock."""
    if view.clock == "happened":
        return extent(dossier, positions.tolist())
    return reach(marks[at] for at in positions.tolist())


def told_order(mark: Mark) -> tuple[int, int]:
    """The order of marks by another clock than that of the dossier's own order."""
    first = DAY_MIN if mark["a"] is None else mark["a"]
    return first, DAY_MAX if mark["z"] is None else mark["z"]


def period_window(selection: Selection, domain: Window) -> Window | None:
    """The chosen period as a window in days; None where all years are chosen."""
    first, last = period_end(selection.first), period_end(selection.last)
    if first is None and last is None:
        return None
    start = first.earliest if first and first.earliest is not None else domain[0]
    end = last.latest if last and last.latest is not None else domain[1]
    return (start, end) if start < end else None


def focus(
    dossier: Dossier, shown: Positions, domain: Window, marks: list[Mark], view: View
) -> Window:
    """The window around the headline events; the whole extent where there are none."""
    ranks = dossier.events["importance"].to_numpy()[shown]
    reach = extent_of(dossier, shown[ranks == HEADLINE], marks, view)
    if reach is None or reach[1] - reach[0] < YEAR // 12:
        return domain
    return max(domain[0], reach[0] - YEAR // 2), min(domain[1], reach[1] + YEAR // 3)


def widened(reach: Window) -> Window:
    """An extent with a little air on both sides."""
    air = max(15, (reach[1] - reach[0]) // 40)
    return reach[0] - air, reach[1] + air
