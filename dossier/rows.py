"""Typed rows: one class a table, its fields named as the columns.

Missing text is "", a missing number or optional date is None, a list is a tuple.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dossier.dates.edtf import HonestDate, parse_date
from dossier.schema import Table


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or a state that held, bounded in time."""

    event_id: str
    date: HonestDate
    date_basis: str
    date_note: str
    title: str
    summary: str
    theme: str
    actors: tuple[str, ...]
    status: str
    importance: int


@dataclass(frozen=True, slots=True)
class Document:
    """One published item, with its publisher and kind."""

    document_id: str
    title: str
    publisher: str
    kind: str
    published: HonestDate | None
    published_basis: str
    published_note: str
    language: str
    translated_by: str
    original: str
    interest: str
    url: str
    sha256: str
    words: int | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Exact words from a document."""

    excerpt_id: str
    document_id: str
    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    speaker: str
    said: HonestDate | None
    event_ids: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quoted number with its unit, qualifier, period and excerpt."""

    figure_id: str
    series: str
    label: str
    value: float | None
    unit: str
    qualifier: str
    period: HonestDate | None
    period_basis: str
    excerpt_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Check:
    """A sum that an editor would run over figures."""

    check_id: str
    statement: str
    formula: str
    claimed: float | None
    tolerance: float | None
    excerpt_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Excerpts on one topic from different voices, and how they relate."""

    comparison_id: str
    topic: str
    excerpt_ids: tuple[str, ...]
    relation: str
    note: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The one topic that places and colours an event."""

    theme: str
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class BriefingStep:
    """One step of an ordered walk through events."""

    briefing: str
    position: int
    event_id: str
    heading: str
    speaker_notes: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected after publication, and why."""

    date: HonestDate
    table: str
    row_id: str
    column: str
    before: str
    after: str
    reason: str


Row = Event | Document | Excerpt | Figure | Check | Comparison | Theme | BriefingStep | Correction

ROW_TYPES: Mapping[str, type[Any]] = {
    "events": Event,
    "documents": Document,
    "excerpts": Excerpt,
    "figures": Figure,
    "checks": Check,
    "comparisons": Comparison,
    "themes": Theme,
    "briefings": BriefingStep,
    "corrections": Correction,
}


def typed_row(table: Table, cells: Mapping[str, Any]) -> Any:
    """Make the typed row of a table from the cells of its frame."""
    values = {field.name: _typed(field.kind, cells[field.name]) for field in table.fields}
    return ROW_TYPES[table.name](**values)


def _typed(kind: str, cell: Any) -> Any:
    if kind == "date":
        return parse_date(cell) if cell else None
    if kind in ("integer", "number"):
        if cell != cell:  # NaN
            return None
        return int(cell) if kind == "integer" else float(cell)
    return cell
