"""What is done once: before the first reader is served, and while they read."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
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
from components.web.drain import drain_at_stop, end_now
from components.web.lines import write_lines
from components.web.litter import for_good, litter_collected
from components.web.room import make_room
from components.web.sign_in import check_sign_in
from dossier.reading.store import current_dossier
from dossier.views.drawn_timeline import drawn_timeline

# What the first screen's script needs and its first picture does not.
NEEDED_SOON = ("components.overview.overview",)

# Who comes too early waits so long for a dossier that is read by then, and sees no page that asks
# for patience.
SOON = 1.0  # seconds
AGAIN = 5  # seconds until one who came too early tries again: long enough to hear the page read out
BEING_READ = "The dossier is being read."
FAILED = 3  # what the program ends with where it can't be, as the server does

log = logging.getLogger(__name__)


class Reading:
    """Whether the dossier is read, and for how long that has taken so far."""

    def __init__(self) -> None:
        self.is_done = False
        self._begun = time.monotonic()
        self._end = asyncio.Event()

    def begin(self) -> None:
        """Note that reading begins now."""
        self.is_done, self._begun, self._end = False, time.monotonic(), asyncio.Event()

    def end(self) -> None:
        """Note that the dossier is read."""
        self.is_done = True
        self._end.set()

    async def is_done_soon(self) -> bool:
        """Whether the dossier is read, now or in a moment."""
        if not self.is_done:
            with anyio.move_on_after(SOON):
                await self._end.wait()
        return self.is_done

    @property
    def seconds(self) -> int:
        """The whole seconds since reading began."""
        return int(time.monotonic() - self._begun)


reading = Reading()


@asynccontextmanager
async def ready(app: Any) -> AsyncIterator[None]:
    """Read the dossier, for a large one beside serving; then the rest, beside serving."""
    write_lines()
    log.info("starting, with the components %s", fingerprint())
    check_sign_in()
    make_room()
    drain_at_stop()
    reading.begin()
    log.info("reading the dossier; until it is read, every page says so")
    task = asyncio.create_task(_read())
    yield
    log.info("stopped")
    if not reading.is_done:
        end_now()
    reading.is_done = False
    task.cancel()


async def _read() -> None:
    """Read in a thread, then keep the litter down; what can't be read ends the program."""
    try:
        await anyio.to_thread.run_sync(make_first, abandon_on_cancel=True)
    except Exception:
        log.exception("the dossier could not be read")
        end_now(FAILED)
    threading.Thread(target=make_rest, daemon=True).start()
    reading.end()
    log.info("ready")
    async with litter_collected():
        await anyio.sleep_forever()


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


async def is_ready(request: Request) -> JSONResponse:
    """Answer whether readers can be sent here, and which version of the screens they get."""
    is_done = await reading.is_done_soon()
    body = {"ready": is_done, "version": fingerprint()}
    if is_done:
        return JSONResponse(body, 200, {"Cache-Control": "no-store"})
    early = {"Cache-Control": "no-store", "Retry-After": str(AGAIN)}
    return JSONResponse({**body, "message": BEING_READ}, 503, early)


READY_ROUTE = Route("/ready", is_ready)
