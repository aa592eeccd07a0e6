"""What is done once, before the first reader is served."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio

from dossier.reading.store import current_dossier


@asynccontextmanager
async def ready(app: Any) -> AsyncIterator[None]:
    """Read the dossier, then take what is loaded out of the collector's sight.

    Streamlit runs a full collection after every script; what never goes away
    need not be walked each time.
    """
    await anyio.to_thread.run_sync(current_dossier)
    gc.collect()
    gc.freeze()
    yield
