"""Compare: which documents say so, which differ, which are silent, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.kept import kept_with_dossier
from dossier.links import Positions, excerpt_links, flat_lists, positions_of
from dossier.model import Comparison, Document, Dossier, Excerpt
from dossier.wording import Piece, differing_words, shared_pieces

__all__ = [
    "DIFFERING",
    "SAYINGS",
    "Passage",
    "Piece",
    "Saying",
    "agreement",
    "cell_comparisons",
    "cell_excerpts",
    "compare_passages",
    "differing_words",
    "sources_of",
]

Saying = Literal["silent", "says so", "differs"]
SAYINGS: tuple[Saying, ...] = ("silent", "says so", "differs")
DIFFERING = ("contradict", "differ in detail")


@dataclass(frozen=True, slots=True)
class Passage:
    """One excerpt of a comparison, cut into pieces that the other voices share or don't.

    ``document`` is None where the dossier doesn't describe it; ``against`` is the id of the
    excerpt that the pieces were compared with, and empty for the first of more than two.
    """

    excerpt: Excerpt
    document: Document | None
    pieces: tuple[Piece, ...]
    against: str


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Event ``event[i]`` is spoken of in document ``document[i]``, which differs or not."""

    documents: tuple[str, ...]
    event: Positions
    document: Positions
    differs: npt.NDArray[np.bool_]


def agreement(dossier: Dossier, event_ids: Iterable[str] | None = None) -> pd.DataFrame:
    """A frame of events × documents whose cells are "says so", "differs" or "silent".

    A document says so when one of its excerpts speaks of the event. It differs when moreover a
    comparison that contradicts or differs in detail joins such an excerpt with another
    document's. Rows are the events asked for, in the dossier's order (all, if None; ids of no
    event are left out), columns all documents. Ask for one page of a large dossier at a time.
    """
    table = _agreement_table(dossier)
    rows = _asked_rows(dossier, event_ids)
    row_of = np.full(len(dossier.events), -1, dtype=np.intp)
    row_of[rows] = np.arange(len(rows))
    asked = row_of[table.event] >= 0
    cells = np.zeros((len(rows), len(table.documents)), dtype=np.intp)
    at = row_of[table.event[asked]], table.document[asked]
    np.maximum.at(cells, at, 1 + table.differs[asked])
    ids = dossier.events["event_id"].iloc[rows].tolist()
    words = np.array(SAYINGS, dtype=object)[cells]
    return pd.DataFrame(
        words,
        index=pd.Index(ids, name="event_id", dtype="str"),
        columns=pd.Index(table.documents, name="document_id", dtype="str"),
        dtype="str",
    )


def _asked_rows(dossier: Dossier, event_ids: Iterable[str] | None) -> Positions:
    if event_ids is None:
        return np.arange(len(dossier.events), dtype=np.intp)
    found = {dossier.position("events", event_id) for event_id in event_ids}
    return np.array(sorted(at for at in found if at is not None), dtype=np.intp)


@kept_with_dossier
def _agreement_table(dossier: Dossier) -> _Table:
    links, excerpts = excerpt_links(dossier), dossier.excerpts
    declared, said = dossier.documents["document_id"], excerpts["document_id"]
    documents = tuple(dict.fromkeys(name for name in (*declared, *said.unique()) if name))
    code = positions_of(pd.Series(documents, dtype=object), said)
    at = code[links.excerpt]
    known = at >= 0
    differing = _differing_excerpts(dossier, code)[links.excerpt]
    return _Table(documents, links.event[known], at[known], differing[known])


def _differing_excerpts(dossier: Dossier, code: Positions) -> npt.NDArray[np.bool_]:
    """Which excerpts a differing comparison joins with one of another document."""
    comparisons = dossier.comparisons
    chosen = comparisons[comparisons["relation"].isin(DIFFERING)]
    group, names = flat_lists(chosen["excerpt_ids"])
    member = positions_of(dossier.excerpts["excerpt_id"], names)
    pairs = pd.DataFrame({"group": group, "member": member})[member >= 0]
    pairs["code"] = code[pairs["member"].to_numpy()]
    voices = pairs[pairs["code"] >= 0].groupby("group")["code"].transform("nunique")
    mask = np.zeros(len(dossier.excerpts), dtype=np.bool_)
    mask[pairs.loc[voices.index[voices > 1], "member"].to_numpy()] = True
    return mask


def sources_of(dossier: Dossier, event_id: str) -> tuple[Document, ...]:
    """The documents that speak of an event, in the order of their table, each once."""
    named = {excerpt.document_id for excerpt in dossier.excerpts_of(event_id)}
    found = (dossier.document(name) for name in dossier.documents["document_id"] if name in named)
    return tuple(document for document in found if document is not None)


def cell_excerpts(dossier: Dossier, event_id: str, document_id: str) -> tuple[Excerpt, ...]:
    """The excerpts behind one cell of the matrix: of this event, from this document."""
    excerpts = dossier.excerpts_of(event_id)
    return tuple(excerpt for excerpt in excerpts if excerpt.document_id == document_id)


def cell_comparisons(dossier: Dossier, event_id: str, document_id: str) -> tuple[Comparison, ...]:
    """The comparisons that make a cell of the matrix differ; none where it doesn't."""
    own = {excerpt.excerpt_id for excerpt in cell_excerpts(dossier, event_id, document_id)}
    return tuple(
        comparison
        for comparison in dossier.comparisons_of(event_id)
        if comparison.relation in DIFFERING
        and own.intersection(comparison.excerpt_ids)
        and len(_voices(dossier, comparison)) > 1
    )


def _voices(dossier: Dossier, comparison: Comparison) -> set[str]:
    found = (dossier.excerpt(excerpt_id) for excerpt_id in comparison.excerpt_ids)
    return {excerpt.document_id for excerpt in found if excerpt and excerpt.document_id}


def compare_passages(dossier: Dossier, comparison_id: str) -> tuple[Passage, ...]:
    """The excerpts of a comparison in their order, each cut into same and differing pieces.

    Each is compared with the first. The first of two is compared with the second; of the first
    of more, the pieces that differ are those that no other passage has. Excerpts that the
    dossier lacks are left out; an unknown comparison gives none.
    """
    comparison = dossier.comparison(comparison_id)
    asked = comparison.excerpt_ids if comparison else ()
    found = [dossier.excerpt(excerpt_id) for excerpt_id in dict.fromkeys(asked)]
    excerpts = [excerpt for excerpt in found if excerpt is not None]
    if not excerpts:
        return ()
    first, others = excerpts[0], excerpts[1:]
    pairs = [differing_words(first.exact, other.exact) for other in others]
    pieces = [shared_pieces(first.exact, [pair[0] for pair in pairs]), *(p[1] for p in pairs)]
    against = [others[0].excerpt_id if len(others) == 1 else "", *[first.excerpt_id] * len(others)]
    return tuple(
        Passage(excerpt, dossier.document(excerpt.document_id), tuple(cut), other)
        for excerpt, cut, other in zip(excerpts, pieces, against, strict=True)
    )
