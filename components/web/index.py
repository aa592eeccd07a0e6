"""The HTML that a browser gets first, with a title and a language of our own.

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

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from components.web.assets import fingerprint
from dossier.reading.store import current_dossier

WHERE = 'window.__streamlit = { BACKEND_BASE_URL: new URL(".", document.baseURI).href }'
PRELOADED = ("timeline/timeline.js", "event_detail/event_detail.js", "filters/filters.js")


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


def first_page(entry: Entry) -> str:
    """The first page of one screen: title, description, language, and where the server is."""
    about = current_dossier().about
    title = about.title if not entry.path else f"{entry.title}: {about.title}"
    head = [f"<title>{escape(title)}</title>", f"<script>{WHERE}</script>"]
    head += [f'<meta name="description" content="{escape(about.description or entry.words)}" />']
    if not entry.path:
        base = f"./assets/{fingerprint()}"
        head += [f'<link rel="modulepreload" href="{base}/{name}" />' for name in PRELOADED]
    return re.sub(r"<title>.*?</title>", lambda _: "\n    ".join(head), stock_page(), count=1)


def index_routes(entries: Iterable[Entry]) -> list[Route]:
    """One route a screen that answers with its first page."""
    return [Route(f"/{entry.path}", _answer(entry)) for entry in entries]


def _answer(entry: Entry) -> Callable[[Request], HTMLResponse]:
    def answer(request: Request) -> HTMLResponse:
        return HTMLResponse(first_page(entry), headers={"Cache-Control": "no-cache"})

    return answer
