"""What is said of one event, over HTTP, so that it can be at hand before it is opened."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.address import view_of
from components.web.answers import JSON, Answer, AnswerError, guarded
from components.web.params import read_params
from dossier.knowing.asof import known_dossier
from dossier.reading.store import current_dossier
from dossier.selecting.select import select_events
from dossier.views.event_view import event_data
from dossier.views.packing import packed_json


def panel_json(request: Request) -> Response:
    """Answer with what the panel shows of an event, between its neighbours in a selection."""
    return guarded(request, lambda: _panel(request))


def _panel(request: Request) -> Answer:
    dossier = current_dossier()
    view = view_of(dossier, read_params(request))
    event = dossier.event(view.event) if view.event else None
    if event is None:
        raise AnswerError(404, "There is no event of that name in this dossier.")
    shown = select_events(dossier, view.selection)
    known = known_dossier(dossier, view.selection.asof)
    return Answer(packed_json(event_data(dossier, event, shown, known, view.mark)), JSON)


PANEL_ROUTE = Route("/api/panel.json", panel_json)
