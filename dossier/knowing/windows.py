"""Windows of publication: from which day a document may have been out, by which it surely was."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dossier.dates.edtf import HonestDate, parse_date
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.links import Positions, excerpt_links, positions_of

INFERRED = "inferred"
NEVER = DAY_MAX + 1  # no day that can be asked for
Mask = npt.NDArray[np.bool_]
Windows = tuple[Positions, Positions]  # the first possible and the last possible day of each


@kept_with_dossier
def written_windows(dossier: Dossier) -> Windows:
    """The window of every document as it is written; DAY_MIN and NEVER where nothing is known.

    Of what came out over a while, the last day is meant: by then all of it was out.
    """
    texts = dossier.documents["published"].tolist()
    dates = [parse_date(text) if text else None for text in texts]
    first = [_end(date, "earliest", DAY_MIN) for date in dates]
    last = [_end(date, "latest", NEVER) for date in dates]
    return np.array(first, dtype=np.intp), np.array(last, dtype=np.intp)


@kept_with_dossier
def document_windows(dossier: Dossier) -> Windows:
    """From which day every document may have been out, and by which it surely was.

    A window that was inferred has a first day but no last one: its end is an argument of the
    curator's, and what is argued makes nothing certain, however much time goes by.
    """
    first, last = written_windows(dossier)
    inferred = (dossier.documents["published_basis"] == INFERRED).to_numpy()
    return first, np.where(inferred, NEVER, last)


@kept_with_dossier
def event_windows(dossier: Dossier) -> Windows:
    """From which day something of every event may have been out, and by which it surely was.

    What is said of an event without an excerpt may be known at any time.
    """
    links = excerpt_links(dossier)
    found = [
        np.append(days, beyond)[_document_of_excerpt(dossier)]
        for days, beyond in zip(document_windows(dossier), (DAY_MIN, NEVER), strict=True)
    ]
    first = np.full(len(dossier.events), NEVER, dtype=np.intp)
    last = np.full(len(dossier.events), NEVER, dtype=np.intp)
    np.minimum.at(first, links.event, found[0][links.excerpt])
    np.minimum.at(last, links.event, found[1][links.excerpt])
    first[first == NEVER] = DAY_MIN
    return first, last


def excerpt_windows(dossier: Dossier) -> Windows:
    """The window of the document of every excerpt."""
    first, last = document_windows(dossier)
    at = _document_of_excerpt(dossier)
    return np.append(first, DAY_MIN)[at], np.append(last, NEVER)[at]


@kept_with_dossier
def inferred_events(dossier: Dossier) -> Mask:
    """Of which events something is said in a document whose window was inferred."""
    links = excerpt_links(dossier)
    inferred = np.append((dossier.documents["published_basis"] == INFERRED).to_numpy(), False)
    found = np.zeros(len(dossier.events), dtype=np.bool_)
    found[links.event[inferred[_document_of_excerpt(dossier)][links.excerpt]]] = True
    return found


def _document_of_excerpt(dossier: Dossier) -> Positions:
    return positions_of(dossier.documents["document_id"], dossier.excerpts["document_id"])


def _end(date: HonestDate | None, name: str, beyond: int) -> int:
    # "2022?" and "2022~" may be another year altogether: such a window has no sure ends.
    if date is None or date.uncertain or date.approximate:
        return beyond
    day: int | None = getattr(date, name)
    return beyond if day is None else day
