"""Litter: what runs leave behind is collected at a steady pace, not after every run.

Streamlit's own way is a full collection after each script (`runner.postScriptGC`, which
.streamlit/config.toml turns off): it walks what all readers have here, so a run costs more with
every reader who has a page open, and so does one that Python makes by the number of new objects.
Here what is young is collected often, which is cheap, and everything once a minute.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from dossier.reading.uncollected import uncollected

APART = 60.0  # seconds between two full collections
YOUNG, MIDDLE = 2_000, 20  # new objects, and such collections, before the next older are walked
NEVER = 1_000_000_000  # before Python itself walks all: that is done by the clock


@contextmanager
def for_good() -> Iterator[None]:
    """Load what never goes away: the collector walks it neither meanwhile nor later.

    What is litter by then stays, too: some hundred objects, and finding them takes as long as
    reading the dossier.
    """
    with uncollected():
        yield
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
    gc.set_threshold(YOUNG, MIDDLE, NEVER)
    while True:
        await asyncio.sleep(apart)
        gc.collect()
