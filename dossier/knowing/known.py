"""Which documents had been published by a day, and which events were known by them."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import numpy as np
import numpy.typing as npt

from dossier.dates.edtf import HonestDate, parse_date
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.links import Positions, excerpt_links, positions_of

Known = Literal["not yet", "possible", "certain"]
KNOWN: tuple[Known, ...] = ("not yet", "possible", "certain")  # by rising certainty
NOT_YET, POSSIBLE, CERTAIN = range(3)

Codes = npt.NDArray[np.int8]


def known_as_of(dossier: Dossier, day: int) -> npt.NDArray[np.str_]:
    """Say of every event, in the order of the events, how surely it was known by a day's end.

    "certain": an excerpt's document had surely been published by then; "possible": for none of
    them that is sure, but the window in which one came out begins no later; "not yet": all came
    out later. A document of which no date is known may have come out at any time, and so may what
    is said of an event without an excerpt: both are possible.
    """
    return np.array(KNOWN)[known_codes(dossier, day)]


def known_codes(dossier: Dossier, day: int) -> Codes:
    """`known_as_of` as positions in KNOWN."""
    links, of_excerpt = excerpt_links(dossier), excerpt_codes(dossier, day)
    codes = np.full(len(dossier.events), -1, dtype=np.int8)
    np.maximum.at(codes, links.event, of_excerpt[links.excerpt])
    codes[codes < 0] = POSSIBLE
    return codes


def excerpt_codes(dossier: Dossier, day: int) -> Codes:
    """How surely the document of every excerpt had been published by a day's end."""
    at = positions_of(dossier.documents["document_id"], dossier.excerpts["document_id"])
    return np.append(document_codes(dossier, day), np.int8(POSSIBLE))[at]


def document_codes(dossier: Dossier, day: int) -> Codes:
    """How surely every document had been published by a day's end."""
    first, last = _windows(dossier)
    codes = np.full(len(first), POSSIBLE, dtype=np.int8)
    codes[last <= day] = CERTAIN
    codes[first > day] = NOT_YET
    return codes


def count_known(codes: Codes) -> dict[Known, int]:
    """Count by certainty, the surest first; the counts add up to all."""
    counts = Counter(codes.tolist())
    return {KNOWN[code]: counts[code] for code in (CERTAIN, POSSIBLE, NOT_YET)}


@kept_with_dossier
def _windows(dossier: Dossier) -> tuple[Positions, Positions]:
    """The first and last possible day of publication; all of time where nothing is known.

    Of what came out over a while, the last day is meant: by then all of it was out.
    """
    dates = [parse_date(text) if text else None for text in dossier.documents["published"]]
    first = [_end(date, "earliest", DAY_MIN) for date in dates]
    last = [_end(date, "latest", DAY_MAX) for date in dates]
    return np.array(first, dtype=np.intp), np.array(last, dtype=np.intp)


def _end(date: HonestDate | None, name: str, beyond: int) -> int:
    # "2022?" and "2022~" may be another year altogether: such a window has no sure ends.
    if date is None or date.uncertain or date.approximate:
        return beyond
    day: int | None = getattr(date, name)
    return beyond if day is None else day
