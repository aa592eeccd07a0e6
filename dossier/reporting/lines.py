"""A line of the report: what is counted, by which rule, and the rows behind the number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dossier.model import Dossier

WORDS = {
    "events": "title",
    "documents": "title",
    "excerpts": "exact",
    "figures": "label",
    "checks": "statement",
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row behind a number; `event_id` and `document_id` say where it can be opened."""

    table: str
    row_id: str
    words: str
    event_id: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One count: `title` says of what, `rule` by which test, `of` out of how many rows."""

    key: str
    title: str
    rule: str
    of: int
    rows: tuple[ReportRow, ...]

    @property
    def count(self) -> int:
        """How many rows it counts; zero is a result."""
        return len(self.rows)


def report_rows(dossier: Dossier, table: str, positions: Iterable[int]) -> tuple[ReportRow, ...]:
    """Name the rows at these positions of a table, each with where it can be opened."""
    chosen = dossier.tables[table].iloc[list(positions)]
    ids = chosen[f"{table.removesuffix('s')}_id"].tolist()
    places = _places(dossier, table, ids, chosen)
    return tuple(
        ReportRow(table, row_id, words, event_id, document_id)
        for row_id, words, (event_id, document_id) in zip(
            ids, chosen[WORDS[table]].tolist(), places, strict=True
        )
    )


def _places(
    dossier: Dossier, table: str, ids: list[str], chosen: pd.DataFrame
) -> list[tuple[str, str]]:
    """The event and the document at which each row can be opened; "" for none."""
    if table == "events":
        return [(row_id, "") for row_id in ids]
    if table == "documents":
        return [("", row_id) for row_id in ids]
    named = ids if table == "excerpts" else chosen["excerpt_id"].tolist()
    events = dossier.excerpts["event_ids"].tolist()
    documents = dossier.excerpts["document_id"].tolist()
    found = (dossier.position("excerpts", each) for each in named)
    return [("", "") if at is None else (next(iter(events[at]), ""), documents[at]) for at in found]
