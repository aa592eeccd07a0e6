"""The timeline ready for the wire, made once for all readers who look at the same."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.select import select_events
from dossier.selecting.selection import Selection
from dossier.views.packing import packed_json, packed_timeline, packed_window, squeezed
from dossier.views.spread import Spread, spread_of
from dossier.views.timeline_view import timeline_data, view_params
from dossier.views.view import View
from dossier.views.window_view import window_data

MOST_KEPT = 48
COLUMNS = 40  # of the first window, before a browser has said how wide it is


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A timeline ready for the wire: `sent` is all of it, `rest` all but the marks."""

    shown: Positions
    rest: dict[str, Any]
    sent: bytes


def drawn_timeline(dossier: Dossier, shown: Positions, view: View) -> bytes:
    """The squeezed data of the timeline of the dossier that is served, but for what is open.

    Which event that is comes beside it, so that opening one doesn't send the data again.
    """
    return _drawn(dossier, shown, view).sent


def named_timeline(dossier: Dossier, shown: Positions, view: View) -> bytes:
    """The tag of a timeline and the parameters to ask for it by, for a browser that has it."""
    rest = _drawn(dossier, shown, view).rest
    return squeezed({"tag": rest["tag"], "at": rest["name"]})


def fetched_timeline(
    dossier: Dossier, shown: Positions, view: View, at_hand: Sequence[str]
) -> bytes:
    """The squeezed data of a timeline for a browser that has those of the tags `at_hand`.

    Where the unfiltered one is among them, the marks come as their places among its marks: as
    `steps`, each the distance to the one before.
    """
    drawn = _drawn(dossier, shown, view)
    if not at_hand or drawn.rest["counted"] or drawn.rest["whole"]:
        return drawn.sent
    base = replace(view, selection=whole_of(view.selection))
    every = select_events(dossier, base.selection)
    whole = _drawn(dossier, every, base).rest
    if whole["tag"] not in at_hand:
        return drawn.sent
    steps = places_among(spread_of(dossier, every, base), spread_of(dossier, shown, view))
    return squeezed({**drawn.rest, "marks": {"base": whole["tag"], "steps": steps}})


def whole_of(selection: Selection) -> Selection:
    """A selection without its filters; what was known by a day is no filter."""
    return Selection(asof=selection.asof)


def places_among(whole: Spread, part: Spread) -> list[int]:
    """Where the pairs of a part stand among those of the whole, as distances from before."""
    lanes = {lane.id: at for at, lane in enumerate(whole.lanes)}
    lane = np.array([lanes[each.id] for each in part.lanes], dtype=np.int64)
    size = max(1, len(lanes))
    asked = part.events.astype(np.int64) * size + lane[part.used]
    found = np.isin(whole.events.astype(np.int64) * size + whole.used, asked)
    steps: list[int] = np.diff(np.flatnonzero(found), prepend=-1).tolist()
    return steps


def _drawn(dossier: Dossier, shown: Positions, view: View) -> Drawn:
    view = replace(view, event="", page=1, said=(), view="chart", mark="")
    # The array is kept with what was made of it, so that its identity is not another's.
    return _kept(dossier).get((id(shown), view), lambda: _made(dossier, shown, view))


def _made(dossier: Dossier, shown: Positions, view: View) -> Drawn:
    data = _data(dossier, shown, view)
    data |= {
        "name": view_params(view),
        "shown": len(shown),
        "whole": not data["counted"] and view.selection == whole_of(view.selection),
    }
    data["tag"] = hashlib.sha256(packed_json(data)).hexdigest()[:16]
    rest = {name: value for name, value in data.items() if name not in ("marks", "apart")}
    return Drawn(shown, rest, squeezed(data))


def own_timeline(
    dossier: Dossier, shown: Positions, view: View, asked: tuple[int, int, int] | None
) -> bytes:
    """The squeezed data of a visitor's own dossier; counts come with it, as no address gives them.

    `asked` is the window that the browser asked for, (first day, day after, columns).
    """
    data = {**_data(dossier, shown, replace(view, event="")), "asked": ""}
    if data["counted"]:
        t0, t1, columns = asked or (data["focus"][0], data["focus"][1] + 1, COLUMNS)
        made = packed_window(window_data(dossier, shown, view, (t0, t1), columns))
        data["window"] = {**made, "columns": columns}
    return squeezed(data)


def _data(dossier: Dossier, shown: Positions, view: View) -> dict[str, Any]:
    data = packed_timeline(timeline_data(dossier, shown, view))
    return {name: data[name] for name in data if name != "selected"}


@kept_with_dossier
def _kept(dossier: Dossier) -> KeptLast[Drawn]:
    return KeptLast(MOST_KEPT)
