"""While a large dossier is read: every address says so in words, and tries again by itself."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.web.answers import refusal
from components.web.door import HEALTH, METRICS
from components.web.head import SITE
from components.web.place import own_folder
from components.web.plain_page import plain_page
from components.web.ready import AGAIN, BEING_READ, reading
from dossier.markup import Markup

# What says nothing of the dossier: health, files that pages opened before may ask for, sign-in.
OPEN = (*HEALTH, METRICS, "/oauth2callback")
OPEN_FOLDERS = ("/static/", "/assets/", "/auth/")
LATER = 1013  # for a socket to a server that can't say it in HTTP's words


class NotYet:
    """Passes on what needs no dossier, and all else once it is read."""

    def __init__(self, app: ASGIApp, folder: str = "") -> None:
        self.app = app
        self.folder = folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, or answer that it is too early."""
        if scope["type"] == "lifespan" or self._is_open(scope) or await reading.is_done_soon():
            await self.app(scope, receive, send)
        elif scope["type"] == "http" or "websocket.http.response" in scope.get("extensions", {}):
            await too_early(Headers(scope=scope))(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": LATER})

    def _is_open(self, scope: Scope) -> bool:
        path = str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))
        path = path.removeprefix(self.folder)
        return path in OPEN or path.startswith(OPEN_FOLDERS)


def not_yet() -> Middleware:
    """The middleware, wherever Streamlit is told to put the screens."""
    return Middleware(NotYet, folder=own_folder())


def too_early(asked: Headers) -> Response:
    """The answer to what was asked before the dossier is read: a page where one can be shown."""
    if "text/html" in asked.get("accept", ""):
        answer: Response = HTMLResponse(waiting_page(), 503, {"Cache-Control": "no-store"})
    else:
        answer = refusal(503, f"{BEING_READ} Try again in a moment.")
    answer.headers["Retry-After"] = str(AGAIN)
    return answer


def waiting_page() -> Markup:
    """The page that says how long it has been, and loads anew at the same address."""
    words = f"So far for {reading.seconds} seconds; this page tries again by itself."
    again = Markup(f'<meta http-equiv="refresh" content="{AGAIN}">')
    return plain_page(SITE, words, (), heading=BEING_READ.rstrip("."), head=(again,))
