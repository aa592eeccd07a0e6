"""A stop that readers hardly notice: what is being answered is finished, then the program ends.

The server waits for open answers without end, so one reader who doesn't read would hold it up;
and it ends with the signal it was sent, which looks like a crash to whoever watches.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from types import FrameType

from uvicorn import Server

PATIENCE = 8  # seconds for what is being answered

log = logging.getLogger(__name__)


def drain_at_stop() -> None:
    """Give the server that runs this program a limit for stopping, and an end without a signal."""
    if threading.current_thread() is not threading.main_thread():
        return
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if not isinstance(server, Server):
        return
    server.config.timeout_graceful_shutdown = PATIENCE

    def stop(number: int, frame: FrameType | None) -> None:
        log.info("asked to stop; answers under way have %d seconds", PATIENCE)
        server.should_exit = True

    signal.signal(signal.SIGTERM, stop)


def end_now(code: int = 0) -> None:
    """End the program without waiting for a thread that can't be stopped."""
    logging.shutdown()
    os._exit(code)
