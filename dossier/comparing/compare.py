"""Compare: which documents say so, which differ, which are silent, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.comparing.wording import Piece, differing_words, shared_part, shared_pieces
from dossier.kept import kept_with_dossier
from dossier.model import Comparison, Document, Dossier, Excerpt
from dossier.selecting.links import Positions, excerpt_links, flat_lists, positions_of

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
    excerpt that the pieces were compared with, and empty for the first of more than two;
    ``shared`` is the part of its letters, 0 to 1, that stand in pieces that are the same. Where
    little is shared, the passages are worded differently throughout and marks say nothing.
    """

    excerpt: Excerpt
    document: Document | None
    pieces: tuple[Piece, ...]
    against: str
    shared: float


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Event ``event[i]`` is spoken of in document ``document[i]``, which differs or not."""

    documents: tuple[str, ...]
    event: Positions
    document: Positions
    differs: npt.NDArray[np.bool_]


def agreement(
    dossier: Dossier, event_ids: Iterable[str] | None = None, *, answers: bool = False
) -> pd.DataFrame:
    """A frame of events × documents whose cells are "says so", "differs" or "silent".

    A document says so when one of its excerpts speaks of the event. It differs when moreover a
    comparison that contradicts or differs in detail joins such an excerpt with another
    document's. With ``answers``, that other document differs too, even where its excerpt was
    filed under another event: then no row holds a document that differs from nobody.

    Rows are the events asked for, in the dossier's order (all, if None; ids of no event are left
    out), columns all documents. Ask for one page of a large dossier at a time.
    """
    table = _agreement_table(dossier)
    rows = _asked_rows(dossier, event_ids)
    row_of = np.full(len(dossier.events), -1, dtype=np.intp)
    row_of[rows] = np.arange(len(rows))
    cells = np.zeros((len(rows), len(table.documents)), dtype=np.intp)
    for part in (table, _answer_table(dossier)) if answers else (table,):
        asked = row_of[part.event] >= 0
        at = row_of[part.event[asked]], part.document[asked]
        np.maximum.at(cells, at, 1 + part.differs[asked])
    return pd.DataFrame(
        np.array(SAYINGS, dtype=object)[cells],
        index=pd.Index(dossier.events["event_id"].iloc[rows], name="event_id", dtype="str"),
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
    links, (documents, code) = excerpt_links(dossier), _excerpt_documents(dossier)
    differing = np.zeros(len(code), dtype=np.bool_)
    differing[_differing(dossier)["excerpt"].to_numpy()] = True
    known = code[links.excerpt] >= 0
    event, excerpt = links.event[known], links.excerpt[known]
    return _Table(documents, event, code[excerpt], differing[excerpt])


@kept_with_dossier
def _answer_table(dossier: Dossier) -> _Table:
    """The documents that a differing comparison joins with an event from elsewhere."""
    links, members = excerpt_links(dossier), _differing(dossier)
    events = pd.DataFrame({"event": links.event, "excerpt": links.excerpt})
    voices = members.merge(events, on="excerpt").merge(members, on="group", suffixes=("", "_other"))
    other = voices.loc[voices["code"] != voices["code_other"], ["event", "code_other"]]
    pairs = other.drop_duplicates().astype(np.intp)
    event, document = pairs["event"].to_numpy(), pairs["code_other"].to_numpy()
    return _Table((), event, document, np.ones(len(pairs), dtype=np.bool_))


@kept_with_dossier
def _excerpt_documents(dossier: Dossier) -> tuple[tuple[str, ...], Positions]:
    """The ids of all documents, and which of them each excerpt is from; -1 for none."""
    declared, said = dossier.documents["document_id"], dossier.excerpts["document_id"]
    documents = tuple(dict.fromkeys(name for name in (*declared, *said.unique()) if name))
    return documents, positions_of(pd.Series(documents, dtype=object), said)


def _differing(dossier: Dossier) -> pd.DataFrame:
    """The excerpts of comparisons in which documents differ: group, excerpt, code of document."""
    comparisons, (_, code) = dossier.comparisons, _excerpt_documents(dossier)
    chosen = comparisons[comparisons["relation"].isin(DIFFERING)]
    group, names = flat_lists(chosen["excerpt_ids"])
    excerpt = positions_of(dossier.excerpts["excerpt_id"], names)
    members = pd.DataFrame({"group": group, "excerpt": excerpt})[excerpt >= 0]
    members["code"] = code[members["excerpt"].to_numpy()]
    members = members[members["code"] >= 0]
    return members[members.groupby("group")["code"].transform("nunique") > 1]


def sources_of(dossier: Dossier, event_id: str) -> tuple[Document, ...]:
    """The documents that speak of an event, in the order of their table, each once."""
    named = {excerpt.document_id for excerpt in dossier.excerpts_of(event_id)}
    found = (dossier.document(name) for name in dossier.documents["document_id"] if name in named)
    return tuple(document for document in found if document is not None)


def cell_excerpts(dossier: Dossier, event_id: str, document_id: str) -> tuple[Excerpt, ...]:
    """The excerpts behind one cell of the matrix: of this event, from this document."""
    excerpts = dossier.excerpts_of(event_id)
    return tuple(excerpt for excerpt in excerpts if excerpt.document_id == document_id)


def cell_comparisons(
    dossier: Dossier, event_id: str, document_id: str, *, answers: bool = False
) -> tuple[Comparison, ...]:
    """The comparisons that make a cell of the matrix differ; none where it doesn't.

    ``answers`` means what it means to ``agreement``.
    """
    own = {excerpt.excerpt_id: excerpt for excerpt in dossier.excerpts_of(event_id)}
    found = []
    for comparison in dossier.comparisons_of(event_id):
        voices = _voices(dossier, comparison)
        speaking = {own[name].document_id for name in comparison.excerpt_ids if name in own}
        if comparison.relation not in DIFFERING or len(voices) < 2 or document_id not in voices:
            continue
        if document_id in speaking or (answers and speaking - {document_id, ""}):
            found.append(comparison)
    return tuple(found)


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
        Passage(excerpt, dossier.document(excerpt.document_id), tuple(cut), other, shared_part(cut))
        for excerpt, cut, other in zip(excerpts, pieces, against, strict=True)
    )
