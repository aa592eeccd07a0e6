"""The feed of corrections, for readers who want to be told."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.web.answers import Answer, guarded
from dossier.exporting.atom import corrections_feed
from dossier.reading.store import current_dossier

ATOM = "application/atom+xml; charset=utf-8"
PATH = "/corrections.atom"


def feed(request: Request) -> Response:
    """Answer with the log of corrections as an Atom feed."""
    return guarded(
        request, lambda: Answer(corrections_feed(current_dossier(), str(request.base_url)), ATOM)
    )


FEED_ROUTE = Route(PATH, feed)
