"""Kept: what is derived from a dossier once and held as long as the dossier lives."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from dossier.model import Dossier

Made = TypeVar("Made")


def kept_with_dossier(make: Callable[[Dossier], Made]) -> Callable[[Dossier], Made]:
    """Make a function of a dossier run once per dossier object.

    The result is found again by the identity of the dossier, never by comparing its tables,
    and goes when the dossier goes. Two threads that ask first at once wait for one making.
    """
    kept: weakref.WeakKeyDictionary[Dossier, Made] = weakref.WeakKeyDictionary()
    lock = threading.RLock()

    @wraps(make)
    def ask(dossier: Dossier) -> Made:
        if dossier not in kept:
            with lock:
                if dossier not in kept:
                    kept[dossier] = make(dossier)
        return kept[dossier]

    return ask
