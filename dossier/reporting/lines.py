"""A line of the report: what is counted, by which rule, and the rows behind the number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
    frame = dossier.tables[table]
    key, words = f"{table.removesuffix('s')}_id", WORDS[table]
    rows = []
    for at in positions:
        row_id = str(frame[key].iat[at])
        event_id, document_id = _place(dossier, table, row_id, at)
        rows.append(ReportRow(table, row_id, str(frame[words].iat[at]), event_id, document_id))
    return tuple(rows)


def _place(dossier: Dossier, table: str, row_id: str, at: int) -> tuple[str, str]:
    if table == "events":
        return row_id, ""
    if table == "documents":
        return "", row_id
    frame = dossier.tables[table]
    excerpt_id = row_id if table == "excerpts" else str(frame["excerpt_id"].iat[at])
    excerpt = dossier.excerpt(excerpt_id)
    if excerpt is None:
        return "", ""
    return (excerpt.event_ids[0] if excerpt.event_ids else ""), excerpt.document_id
