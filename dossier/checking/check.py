"""Check: what the rows of a dossier say together, and its words against the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from dossier.checking.check_dates import (
    check_bases,
    check_far_dates,
    check_reported_before,
    check_said,
)
from dossier.checking.check_excerpts import check_receipts
from dossier.checking.check_rows import check_rows
from dossier.checking.check_sums import check_figures, check_sentences, check_sums
from dossier.checking.receipts import DocumentText, Found, Receipt
from dossier.model import Dossier
from dossier.problems import Problem
from dossier.schema import read_schema

# What an empty cell seems to lack where only its neighbour's value could not be used.
FOLLOWS = {
    ("figures", "qualifier", "fact-not-in-excerpt"): "value",
    ("documents", "published_basis", "date-doubtful"): "published",
    ("excerpts", "event_ids", "row-unused"): "event_ids",
}
RECEIPTS: tuple[Receipt, ...] = ("verified", "ambiguous", "not found", "unchecked")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: problems by table and row, and the receipt of every excerpt by id."""

    problems: tuple[Problem, ...]
    found: Mapping[str, Found] = field(default_factory=dict)

    @property
    def receipts(self) -> dict[Receipt, int]:
        """Count the excerpts by receipt; all four are always there."""
        counts = Counter(found.receipt for found in self.found.values())
        return {receipt: counts[receipt] for receipt in RECEIPTS}


def check_dossier(dossier: Dossier, documents: Mapping[str, DocumentText] | None = None) -> Report:
    """Check a dossier across its tables and, where they are at hand, against its documents.

    The problems of reading it are among those reported.
    """
    said, found = check_receipts(dossier, documents)
    across = chain(
        check_bases(dossier),
        check_far_dates(dossier),
        check_reported_before(dossier),
        check_said(dossier),
        check_rows(dossier),
        check_figures(dossier),
        check_sentences(dossier),
        check_sums(dossier),
        said,
    )
    lost = {(p.table, p.row, p.column) for p in dossier.problems if p.severity == "error"}
    problems = [*dossier.problems]
    problems += (p for p in across if not _follows(p, lost))
    return Report(tuple(sorted(problems, key=_place)), found)


def _follows(problem: Problem, lost: set[tuple[str, int | None, str]]) -> bool:
    """Say whether a problem is only there because a cell beside it was lost and already listed."""
    cause = FOLLOWS.get((problem.table, problem.column, problem.code))
    return cause is not None and (problem.table, problem.row, cause) in lost


def _place(problem: Problem) -> tuple[int, int]:
    order = ["", *read_schema().tables]
    table = order.index(problem.table) if problem.table in order else len(order)
    return table, problem.row or 0
