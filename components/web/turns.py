"""Turns: one run computes at a time, so that those who asked first are answered first.

The interpreter lets one thread compute at a time anyway. Ten runs at once, each taking its slice
in between, would all be done only when the last is; one after the other they are done as early as
can be, and the loop that sends what they made has one thread to wait for, not ten.

A turn lasts for some runs of the usual length. Then the next is let in beside the one that is
still computing, so nobody waits long for a slow one, and nobody without end for a stuck one.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONGEST = 0.06  # seconds for which a turn keeps the others waiting


class Turns:
    """Lets threads in one after the other, in the order in which they came."""

    def __init__(
        self, longest: float = LONGEST, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._longest = longest
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._now: threading.Event | None = None  # whose turn it is
        self._until = 0.0
        self._own = threading.local()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for a turn and have it meanwhile; who has one already goes on at once."""
        if getattr(self._own, "has", False):
            yield
            return
        mine = threading.Event()
        self._take(mine)
        self._own.has = True
        try:
            yield
        finally:
            self._own.has = False
            self._give(mine)

    def _take(self, mine: threading.Event) -> None:
        with self._lock:
            if self._now is None:
                self._begin(mine)
                return
            self._waiting.append(mine)
        while not mine.wait(self._longest):
            with self._lock:
                # Only the first of those who wait looks at the clock for all.
                if not mine.is_set() and self._waiting[0] is mine and self._clock() >= self._until:
                    self._begin(self._waiting.popleft())

    def _begin(self, whose: threading.Event) -> None:
        self._now, self._until = whose, self._clock() + self._longest
        whose.set()

    def _give(self, mine: threading.Event) -> None:
        with self._lock:
            if self._now is not mine:
                return  # it took too long, and others have gone on
            self._now = None
            if self._waiting:
                self._begin(self._waiting.popleft())


_runs = Turns()


@contextmanager
def in_turn() -> Iterator[None]:
    """What a run computes within this, or within a function this decorates, it does in its turn."""
    with _runs.taken():
        yield
