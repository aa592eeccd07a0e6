"""Progress: how far the making of a file is, told to whoever waits for it and may stop it."""

from __future__ import annotations

from collections.abc import Callable

# Told what is done next, how many parts are done, and of how many. What it raises stops the making
# between two parts; nothing has been written by then, so no half file is left.
Watch = Callable[[str, int, int], None]


def unwatched(doing: str, done: int, of: int) -> None:
    """Watch nothing: for those who do not wait."""
