"""What is said of one event, over HTTP, so that it can be at hand before it is opened."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.address import view_of
from components.web.answers import JSON, Answer, AnswerError, guarded
from components.web.params import read_params
from dossier.reading.store import current_dossier
from dossier.selecting.select import select_events
from dossier.views.packing import packed_json
from dossier.views.panel_view import open_data


def panel_json(request: Request) -> Response:
    """Answer with what the panel shows of an event, between its neighbours in a selection."""
    return guarded(request, lambda: _panel(request))


def _panel(request: Request) -> Answer:
    dossier = current_dossier()
    view = view_of(dossier, read_params(request))
    data = open_data(dossier, select_events(dossier, view.selection), view)
    if data is None:
        raise AnswerError(404, "There is no event of that name in this dossier.")
    return Answer(packed_json(data), JSON)


PANEL_ROUTE = Route("/api/panel.json", panel_json)
