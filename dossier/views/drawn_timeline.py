"""The timeline ready for the wire, made once for all readers who look at the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.packing import packed_timeline, packed_window, squeezed
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View
from dossier.views.window_view import window_data

MOST_KEPT = 48
COLUMNS = 40  # of the first window, before a browser has said how wide it is

Drawn = tuple[Positions, bytes]


def drawn_timeline(dossier: Dossier, shown: Positions, view: View) -> bytes:
    """The squeezed data of the timeline of the dossier that is served, but for what is open.

    Which event that is comes beside it, so that opening one doesn't send the data again.
    """
    view = replace(view, event="", page=1, said=(), view="chart", mark="")
    # The array is kept with what was made of it, so that its identity is not another's.
    key = (id(shown), view)
    _, data = _kept(dossier).get(key, lambda: (shown, squeezed(_data(dossier, shown, view))))
    return data


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
