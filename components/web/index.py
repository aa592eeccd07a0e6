"""The HTML that a browser gets first: a head and a language of our own, and the first picture.

Streamlit's page guesses where its server is by asking one folder too deep
first, which shows as errors in the console of every deep link. Telling it the
folder it was served from spares both questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from html import escape
from typing import Protocol
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from components.first.picture import first_picture, picture_words
from components.first.routes import SCRIPT_NAME, SHEET_NAME, parts_folder
from components.first.screen import screen_of
from components.web.answers import AnswerError
from components.web.assets import asset_files, fingerprint
from components.web.head import CARD, Shown, asked_shown, event_shown, head_tags
from components.web.params import read_params
from components.web.place import public_base
from components.web.stock import chunks, held_back, stock_page
from dossier.dates.words import date_words
from dossier.exporting.one_file.bundle import inline_json
from dossier.exporting.voices import attribution
from dossier.knowing.asof import known_dossier
from dossier.markup import Markup, markup
from dossier.model import Dossier
from dossier.reading.store import current_dossier
from dossier.selecting.selection import known_day

WHERE = 'window.__streamlit = { BACKEND_BASE_URL: new URL(".", document.baseURI).href }'
DRAWN = ("timeline/timeline.js", "event_detail/event_detail.js", "filters/filters.js")
DRAWN_WITH = ("BidiComponent.tsx", "Html.tsx")
LONGEST_ID = 200
_IMPORT = re.compile(r'^import [^"]+"(\.[^"]+)"', re.MULTILINE)
_NOSCRIPT = re.compile("<noscript>.*?</noscript>", re.DOTALL)

Params = Mapping[str, list[str]]


class Entry(Protocol):
    """What a page list must say of a page."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def words(self) -> str: ...


def first_page(
    entry: Entry, base: str, params: Params | None = None, entries: Iterable[Entry] = ()
) -> str:
    """The first page of one screen: title, description, language, and where the server is.

    `base` is the address of the first screen; `params` are what its address asks for. The first
    screen's page holds the first picture, with ways to the other screens, `entries`.
    """
    dossier, asked = current_dossier(), params or {}
    asof = "" if entry.path else known_day((asked.get("asof") or [""])[0])
    shown = _shown(known_dossier(dossier, asof), entry, base, asked)
    mark = (asked.get("v") or [""])[-1]
    head = list(head_tags(known_dossier(dossier, asof), asked_shown(shown, asof, mark)))
    head.append(f"<script>{WHERE}</script>")
    page, body = stock_page(), _unread(dossier, entry)
    if not entry.path:
        head += _first_parts()
        page, soon, app = held_back(page)
        page = page.replace("</head>", f"  {_first_sheet()}\n  </head>", 1)
        body = Markup(first_picture(dossier, entries, asked) + _app_parts(app, soon))
    page = re.sub("<title>.*?</title>", lambda _: "\n    ".join(head), page, count=1)
    page = _NOSCRIPT.sub(lambda _: body, page, count=1)
    return page.replace('<html lang="en">', f'<html lang="{escape(dossier.about.language)}">', 1)


def index_routes(entries: Iterable[Entry]) -> list[Route]:
    """One route a screen that answers with its first page."""
    listed = tuple(entries)
    return [Route(f"/{entry.path}", _answer(entry, listed)) for entry in listed]


def _first_parts() -> Iterator[str]:
    """What the first picture is drawn with, before all that the app asks for."""
    yield '<meta name="color-scheme" content="light dark" />'
    yield f'<script type="module" src="./{parts_folder()}/{SCRIPT_NAME}"></script>'


def _first_sheet() -> str:
    """The style sheet, after the page's own scripts: they would wait for it."""
    return f'<link rel="stylesheet" href="./{parts_folder()}/{SHEET_NAME}" />'


def _app_parts(app: str, soon: list[str]) -> Markup:
    """What the first picture starts once it is on screen: the app, and what that will ask for.

    Named in the page's head, they would take the line and the processor before the picture.
    """
    soon = [*soon, *(f"./{name}" for name in chunks(*DRAWN_WITH))]
    soon += [f"./assets/{fingerprint()}/{name}" for name in own_modules()]
    held = inline_json({"app": app, "soon": soon})
    return Markup(f'\n<script type="application/json" id="first-app">{held}</script>')


@lru_cache(maxsize=1)
def own_modules() -> tuple[str, ...]:
    """The modules that the first screen's components are made of, each once."""
    found: dict[str, None] = {}
    waiting = list(DRAWN)
    while waiting:
        name = waiting.pop()
        if name in found or name not in asset_files():
            continue
        found[name] = None
        source = asset_files()[name].decode()
        waiting += [_joined(name, path) for path in _IMPORT.findall(source)]
    return tuple(found)


def _joined(importer: str, path: str) -> str:
    parts = importer.split("/")[:-1]
    for each in path.split("/"):
        if each == "..":
            parts.pop()
        elif each != ".":
            parts.append(each)
    return "/".join(parts)


def _unread(dossier: Dossier, entry: Entry) -> Markup:
    """What a reader without JavaScript is told on a screen that needs it."""
    link = markup("a", "every event with its passages is on the first page", href="./")
    words = markup("p", "This screen needs JavaScript; ", link, ".")
    return markup("noscript", markup("h1", f"{entry.title}: {dossier.about.title}"),
                  markup("p", entry.words), words)  # fmt: skip


def _shown(dossier: Dossier, entry: Entry, base: str, asked: Params) -> Shown:
    about = dossier.about
    card, card_words = f"{base}{CARD}", picture_words(screen_of(dossier, {}))
    if entry.path:
        words = f"{entry.words} {about.description or entry.words}"
        title = f"{entry.title}: {about.title}"
        return Shown(title, words, base + entry.path, card=card, card_words=card_words)
    event_id = (asked.get("event") or [""])[-1][:LONGEST_ID]
    event = dossier.event(event_id) if event_id else None
    if event is None:
        words = about.description or entry.words
        return Shown(about.title, words, base, card=card, card_words=card_words)
    query = f"?event={quote(event_id, safe='')}"
    shown = event_shown(dossier, event, base + query)
    card_words = f"{date_words(event.date)}: {event.title}. {attribution(dossier, event)}."
    return replace(shown, card=card + query, card_words=card_words)


def _answer(entry: Entry, entries: tuple[Entry, ...]) -> Callable[[Request], HTMLResponse]:
    def answer(request: Request) -> HTMLResponse:
        page = first_page(entry, public_base(request), _params(request), entries)
        return HTMLResponse(page.encode("utf-8", "replace"), headers={"Cache-Control": "no-cache"})

    return answer


def _params(request: Request) -> Params:
    """The parameters of the address; none where it is too long to be one of ours."""
    try:
        return read_params(request)
    except AnswerError:
        return {}
