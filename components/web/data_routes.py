"""Data, exports and pictures: what answers for them is loaded after the first page can be shown.

A start would be slower by a tenth of a second for what a first reader does not ask for.
"""

from __future__ import annotations

from functools import lru_cache

import anyio
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from components.web.head import CARD
from components.web.place import own_folder, placed

PATHS = (
    "/api/{rest:path}",
    "/export/{rest:path}",
    f"/{CARD}",
    "/corrections.atom",
    "/robots.txt",
)


@lru_cache(maxsize=1)
def data_routes() -> Router:
    """The routes of all that is no screen, each in the folder that this is served in."""
    from components.web.api import API_ROUTES
    from components.web.pictures import PICTURE_ROUTES

    return Router(placed([*PICTURE_ROUTES, *API_ROUTES], own_folder()))


class Later:
    """Answers as `data_routes` does, which are loaded now where they have not been."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        routes: ASGIApp = await anyio.to_thread.run_sync(data_routes)
        await routes(scope, receive, send)


DATA_ROUTES = [Route(path, Later()) for path in PATHS]
