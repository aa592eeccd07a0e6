"""The HTML that a browser gets first, with a head and a language of our own.

Streamlit's page guesses where its server is by asking one folder too deep
first, which shows as errors in the console of every deep link. Telling it the
folder it was served from spares both questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from components.web.assets import fingerprint
from components.web.head import Shown, asof_shown, event_shown, head_tags
from components.web.place import public_base
from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.reading.store import current_dossier
from dossier.selecting.selection import known_day

WHERE = 'window.__streamlit = { BACKEND_BASE_URL: new URL(".", document.baseURI).href }'
PRELOADED = ("timeline/timeline.js", "event_detail/event_detail.js", "filters/filters.js")
LONGEST_ID = 200


class Entry(Protocol):
    """What a page list must say of a page."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def words(self) -> str: ...


@lru_cache(maxsize=1)
def stock_page() -> str:
    """Streamlit's own first page, as its wheel carries it."""
    return (Path(streamlit.__file__).parent / "static/index.html").read_text("utf-8")


def first_page(entry: Entry, base: str, event_id: str = "", asof: str = "") -> str:
    """The first page of one screen: title, description, language, and where the server is.

    `base` is the address of the first screen; `event_id` is what the address asks to open, and
    `asof` the day as of which.
    """
    asof = "" if entry.path else known_day(asof)
    dossier = known_dossier(current_dossier(), asof)
    head = list(head_tags(dossier, asof_shown(_shown(dossier, entry, base, event_id), asof)))
    head.append(f"<script>{WHERE}</script>")
    if not entry.path:
        assets = f"./assets/{fingerprint()}"
        head += [f'<link rel="modulepreload" href="{assets}/{name}" />' for name in PRELOADED]
    page = re.sub("<title>.*?</title>", lambda _: "\n    ".join(head), stock_page(), count=1)
    return page.replace('<html lang="en">', f'<html lang="{escape(dossier.about.language)}">', 1)


def index_routes(entries: Iterable[Entry]) -> list[Route]:
    """One route a screen that answers with its first page."""
    return [Route(f"/{entry.path}", _answer(entry)) for entry in entries]


def _shown(dossier: Dossier, entry: Entry, base: str, event_id: str) -> Shown:
    about = dossier.about
    event = dossier.event(event_id) if event_id and not entry.path else None
    if event:
        return event_shown(dossier, event, f"{base}?event={quote(event_id, safe='')}")
    title = about.title if not entry.path else f"{entry.title}: {about.title}"
    words = about.description or entry.words
    return Shown(title, words if not entry.path else f"{entry.words} {words}", base + entry.path)


def _answer(entry: Entry) -> Callable[[Request], HTMLResponse]:
    def answer(request: Request) -> HTMLResponse:
        asked = request.query_params.getlist("event")[-1:] or [""]
        asof = request.query_params.getlist("asof")[:1] or [""]
        page = first_page(entry, public_base(request), asked[0][:LONGEST_ID], asof[0])
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    return answer
