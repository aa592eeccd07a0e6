"""What a window of time shows, over HTTP, so that zooming needs no run of the script.

Never of a visitor's own dossier: that one is known to their session alone.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.address import view_of
from components.web.answers import JSON, Answer, AnswerError, answers, guarded
from components.web.params import Params, read_params, read_whole
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.reading.store import current_dossier
from dossier.selecting.select import select_events
from dossier.views.drawn_timeline import fetched_timeline
from dossier.views.packing import packed_json, packed_window
from dossier.views.timeline_view import Window
from dossier.views.view import View
from dossier.views.window_view import MOST_COLUMNS, counted_events, window_data

SQUEEZED = "application/octet-stream"  # gzip within, as over the socket
MOST_AT_HAND = 4


def timeline_json(request: Request) -> Response:
    """Answer with the marks and counts of a window, or with the events behind one count."""
    return guarded(request, lambda: _kept_window(read_params(request)))


def _kept_window(params: Params) -> Answer:
    dossier = current_dossier()
    view = view_of(dossier, {name: params[name] for name in params if name != "event"})
    t0, t1 = (read_whole(params, name, DAY_MIN, DAY_MAX) for name in ("t0", "t1"))
    if t1 <= t0:
        raise AnswerError(400, "t1 must be later than t0.")
    columns = read_whole(params, "columns", 1, MOST_COLUMNS)
    count = None
    if "lane" in params:
        begin = read_whole(params, "column", DAY_MIN, DAY_MAX) if "column" in params else None
        count = (read_whole(params, "lane", 0, 99), begin)
    key = ("timeline", view.selection, view.lanes, view.clock, view.lens, t0, t1, columns, count)
    return answers(dossier).get(
        key, lambda: Answer(_body(dossier, view, (t0, t1), columns, count), JSON)
    )


def _body(
    dossier: Dossier,
    view: View,
    window: Window,
    columns: int,
    count: tuple[int, int | None] | None,
) -> bytes:
    shown = select_events(dossier, view.selection)
    if count is None:
        data = window_data(dossier, shown, view, window, columns)
    else:
        data = counted_events(dossier, shown, view, window, columns, count)
    return packed_json(packed_window(data))


def chart_json(request: Request) -> Response:
    """Answer with the whole chart of a selection, squeezed; nothing where nothing is selected."""
    return guarded(request, lambda: _chart(read_params(request)))


def _chart(params: Params) -> Answer:
    dossier = current_dossier()
    view = view_of(dossier, {name: params[name] for name in params if name != "event"})
    shown = select_events(dossier, view.selection)
    if not len(shown):
        return Answer(b"", SQUEEZED)  # no fault, which a browser would log
    at_hand = params.get("base", [])[:MOST_AT_HAND]
    return Answer(fetched_timeline(dossier, shown, view, at_hand), SQUEEZED)


CHART_ROUTE = Route("/api/chart.json", chart_json)
TIMELINE_ROUTE = Route("/api/timeline.json", timeline_json)
