"""An address where there is nothing: a page that says so, with status 404.

Streamlit answers every address that it does not know with its first page, which stays blank below
a folder. Its answer is looked at on the way out, so that nothing that is there can be hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.web.place import own_folder
from components.web.plain_page import plain_page
from dossier.markup import Markup, markup

OWN_PAGES = ("/component/", "/media/", "/app/static/", "/oauth2callback", "/auth/")


class Entry(Protocol):
    """What a page list must say of a page."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def words(self) -> str: ...


class UnknownAddress:
    """Puts a page in words in place of Streamlit's first page at every address but the screens'."""

    def __init__(self, app: ASGIApp, entries: Iterable[Entry], folder: str = "") -> None:
        self.app = app
        self.entries = tuple(entries)
        self.folder = folder
        self.known = {f"{folder}/{entry.path}" for entry in self.entries} | {folder}
        self.own_pages = tuple(f"{folder}{path}" for path in OWN_PAGES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on; hold back an HTML page that no screen stands for."""
        path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        if scope["type"] != "http" or path in self.known or path.startswith(self.own_pages):
            await self.app(scope, receive, send)
            return
        is_held = False

        async def looked_at(message: Message) -> None:
            nonlocal is_held
            if message["type"] == "http.response.start" and _is_page(message):
                is_held = True
                page = unknown_page(self.entries, path, self.folder)
                answer = HTMLResponse(page, 404, {"Cache-Control": "no-store"})
                await answer(scope, receive, send)
            elif not is_held:
                await send(message)

        await self.app(scope, receive, looked_at)


def unknown_address(entries: Iterable[Entry]) -> Middleware:
    """The middleware for the screens of an app, wherever Streamlit is told to put it."""
    return Middleware(UnknownAddress, entries=tuple(entries), folder=own_folder())


def unknown_page(entries: Iterable[Entry], path: str, folder: str = "") -> Markup:
    """The page: what is missing, and where everything is, by addresses that hold in any folder."""
    up = "./" + "../" * max(0, path.count("/") - 1) + f"{folder}/".removeprefix("/")
    links = [
        markup("li", markup("a", each.title, href=up + each.path), f": {each.words}")
        for each in entries
    ]
    words = "Nothing of this dossier is at this address. These are its pages:"
    return plain_page("There is no such page", words, links)


def _is_page(message: Message) -> bool:
    kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
    return message["status"] == 200 and any(kind.startswith(b"text/html") for kind in kinds)
