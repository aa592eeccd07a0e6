"""Which documents had been published by a day, and which events were known by them."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import numpy as np
import numpy.typing as npt

from dossier.knowing.windows import Windows, document_windows, event_windows, excerpt_windows
from dossier.model import Dossier

Known = Literal["not yet", "possible", "certain"]
KNOWN: tuple[Known, ...] = ("not yet", "possible", "certain")  # by rising certainty
NOT_YET, POSSIBLE, CERTAIN = range(3)

Codes = npt.NDArray[np.int8]


def known_as_of(dossier: Dossier, day: int) -> npt.NDArray[np.str_]:
    """Say of every event, in the order of the events, how surely it was known by a day's end.

    "certain": an excerpt's document had surely been published by then; "possible": for none of
    them that is sure, but the window in which one came out begins no later; "not yet": all came
    out later. A document of which no date is known may have come out at any time, and so may what
    is said of an event without an excerpt: both are possible. So is, from its first day on, what
    only a document with an inferred window says.
    """
    return np.array(KNOWN)[known_codes(dossier, day)]


def known_codes(dossier: Dossier, day: int) -> Codes:
    """`known_as_of` as positions in KNOWN."""
    return _codes(event_windows(dossier), day)


def excerpt_codes(dossier: Dossier, day: int) -> Codes:
    """How surely the document of every excerpt had been published by a day's end."""
    return _codes(excerpt_windows(dossier), day)


def document_codes(dossier: Dossier, day: int) -> Codes:
    """How surely every document had been published by a day's end."""
    return _codes(document_windows(dossier), day)


def count_known(codes: Codes) -> dict[Known, int]:
    """Count by certainty, the surest first; the counts add up to all."""
    counts = Counter(codes.tolist())
    return {KNOWN[code]: counts[code] for code in (CERTAIN, POSSIBLE, NOT_YET)}


def _codes(windows: Windows, day: int) -> Codes:
    first, last = windows
    codes = np.full(len(first), POSSIBLE, dtype=np.int8)
    codes[first > day] = NOT_YET
    codes[last <= day] = CERTAIN
    return codes
