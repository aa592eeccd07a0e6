"""What is done once: before the first reader is served, and while they read."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

import anyio
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.first.routes import parts
from components.first.screen import screen_data, screen_of
from components.web.assets import fingerprint
from components.web.compressed import make_small_files
from components.web.data_routes import data_routes
from components.web.drain import drain_at_stop
from components.web.lines import write_lines
from components.web.litter import for_good, litter_collected
from components.web.room import make_room
from components.web.sign_in import check_sign_in
from dossier.reading.store import current_dossier
from dossier.views.drawn_timeline import drawn_timeline

# What the first screen's script needs and its first picture does not.
NEEDED_SOON = ("components.overview.overview",)

log = logging.getLogger(__name__)
_is_ready = False


@asynccontextmanager
async def ready(app: Any) -> AsyncIterator[None]:
    """Read the dossier and make the first picture's parts; then the rest, beside serving."""
    global _is_ready
    write_lines()
    log.info("starting, with the components %s", fingerprint())
    check_sign_in()
    make_room()
    drain_at_stop()
    await anyio.to_thread.run_sync(make_first)
    threading.Thread(target=make_rest, daemon=True).start()
    _is_ready = True
    log.info("ready")
    async with litter_collected():
        yield
    _is_ready = False
    log.info("stopped")


def make_first() -> None:
    """Read the dossier, and make what its first picture and its chart need."""
    with for_good():
        parts()
        screen = screen_of(current_dossier(), {})
        screen_data(screen)
        if not screen.is_list:
            drawn_timeline(screen.dossier, screen.shown, screen.view)


def make_rest() -> None:
    """Make what a first visit needs a moment after its first picture."""
    with for_good():
        make_small_files()
        for name in NEEDED_SOON:
            import_module(name)
        data_routes()


def is_ready(request: Request) -> JSONResponse:
    """Answer whether readers can be sent here, and which version of the screens they get."""
    body = {"ready": _is_ready, "version": fingerprint()}
    return JSONResponse(body, 200 if _is_ready else 503, {"Cache-Control": "no-store"})


READY_ROUTE = Route("/ready", is_ready)
