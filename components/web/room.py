"""Room for many readers: as many open sockets as the system allows, not as few as it offers."""

from __future__ import annotations

import logging
import sys

log = logging.getLogger(__name__)


def make_room() -> None:
    """Raise the number of files that may be open to what the system allows this program."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == hard:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    except (OSError, ValueError):
        log.warning("only %d files may be open at a time", soft)
