"""Litter: what runs leave behind is collected at a steady pace, not after every run.

Streamlit's own way is a full collection after each script (`runner.postScriptGC`, which
.streamlit/config.toml turns off): it walks what all readers have here, so a run costs more with
every reader who has a page open. Python collects by the number of objects; a file that a reader
had sent is large and few, so a full collection comes along every minute as well.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

APART = 60.0  # seconds between two full collections


def leave_alone() -> None:
    """Take what is loaded out of the collector's sight: it never goes away."""
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def litter_collected(apart: float = APART) -> AsyncIterator[None]:
    """Collect what is left behind every so many seconds, as long as this is open."""
    task = asyncio.create_task(_collect(apart))
    try:
        yield
    finally:
        task.cancel()


async def _collect(apart: float) -> None:
    while True:
        await asyncio.sleep(apart)
        gc.collect()
