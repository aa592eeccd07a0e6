"""The timeline as pictures: to download, and as the card that other programs show of a link.

The addresses take the parameters of the home screen and draw what it shows for them.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.address import view_of
from components.web.answers import Answer, answers, guarded
from components.web.head import CARD
from components.web.params import read_params
from dossier.exporting.picture.card import card_png
from dossier.exporting.picture.timeline_picture import timeline_png, timeline_svg
from dossier.model import Dossier
from dossier.reading.store import current_dossier
from dossier.views.view import View

SVG, PNG = "image/svg+xml", "image/png"


def _drawing(
    draw: Callable[[Dossier, View], bytes], media_type: str, name: str
) -> Callable[[Request], Response]:
    """A plain function, so that Starlette runs it in a thread: a picture takes a moment."""

    def answer(request: Request) -> Response:
        return guarded(request, lambda: _kept(request, draw, media_type, name))

    return answer


def _kept(request: Request, draw: Callable[[Dossier, View], bytes], media_type: str,
          name: str) -> Answer:  # fmt: skip
    dossier = current_dossier()
    view = view_of(dossier, read_params(request))
    key = (draw.__name__, view.selection, view.event, view.lanes, view.clock)
    return answers(dossier).get(key, lambda: Answer(draw(dossier, view), media_type, name))


PICTURE_ROUTES = [
    Route("/export/timeline.svg", _drawing(timeline_svg, SVG, "timeline.svg")),
    Route("/export/timeline.png", _drawing(timeline_png, PNG, "timeline.png")),
    Route(f"/{CARD}", _drawing(card_png, PNG, "")),
]
