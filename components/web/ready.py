"""What is done once, before the first reader is served, and whether it is done."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.web.assets import fingerprint
from components.web.drain import drain_at_stop
from components.web.lines import write_lines
from components.web.room import make_room
from components.web.sign_in import check_sign_in
from dossier.reading.store import current_dossier

log = logging.getLogger(__name__)
_is_ready = False


@asynccontextmanager
async def ready(app: Any) -> AsyncIterator[None]:
    """Read the dossier, then take what is loaded out of the collector's sight.

    Streamlit runs a full collection after every script; what never goes away
    need not be walked each time.
    """
    global _is_ready
    write_lines()
    log.info("starting, with the components %s", fingerprint())
    check_sign_in()
    make_room()
    drain_at_stop()
    await anyio.to_thread.run_sync(current_dossier)
    gc.collect()
    gc.freeze()
    _is_ready = True
    log.info("ready")
    yield
    _is_ready = False
    log.info("stopped")


def is_ready(request: Request) -> JSONResponse:
    """Answer whether readers can be sent here, and which version of the screens they get."""
    body = {"ready": _is_ready, "version": fingerprint()}
    return JSONResponse(body, 200 if _is_ready else 503, {"Cache-Control": "no-store"})


READY_ROUTE = Route("/ready", is_ready)
