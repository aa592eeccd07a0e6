"""Reading in bulk without the collector, which would walk what was read over and over."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector from running meanwhile; reading makes values that stay, and no cycles.

    Safe to nest and to share by threads: whoever found it running sets it running again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
