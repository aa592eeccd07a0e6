"""What was made last is kept for the next who asks for the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class KeptLast(Generic[Made]):
    """The things made last, by what was asked for; safe to share by threads.

    Two who ask for the same at once may both make it; nobody waits for another. What `is_small`
    says no to is made and not kept.
    """

    def __init__(self, most: int, is_small: Callable[[Made], bool] = lambda made: True) -> None:
        self._most = most
        self._is_small = is_small
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What the key asks for, made now or before."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        if not self._is_small(made):
            return made
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
