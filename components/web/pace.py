"""A reader's pace: many messages at once are taken, many without end wait their turn."""

from __future__ import annotations

import time
from collections.abc import Callable

AT_ONCE = 40  # messages taken without a wait
A_SECOND = 5.0  # messages taken a second after that


class Pace:
    """Lets messages through at once until there are too many, then at a steady rate."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left = float(AT_ONCE)
        self._seen = clock()

    def delay(self) -> float:
        """Count a message, and give the seconds until it may pass; 0 for at once."""
        now = self._clock()
        self._left = min(AT_ONCE, self._left + (now - self._seen) * A_SECOND) - 1
        self._seen = now
        return max(0.0, -self._left / A_SECOND)
