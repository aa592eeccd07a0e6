"""Records: rows of a dossier as JSON objects, each with who says it and in which words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dossier.dates.edtf import HonestDate
from dossier.dates.words import date_words
from dossier.diffing.since import version_mark
from dossier.exporting.linked import linked
from dossier.exporting.voices import (
    attribution,
    documents_of,
    excerpt_attribution,
    figure_attribution,
    interests_of,
    speakers_of,
)
from dossier.knowing.said import known_cells
from dossier.model import Comparison, Document, Dossier, Event, Excerpt, Figure, Row
from dossier.schema import Table, read_schema
from dossier.sums.figure_words import figure_words
from dossier.sums.verdicts import run_check
from dossier.views.document_words import kind_words

Record = dict[str, Any]

_RECKONED = ("earliest", "latest")


def json_bytes(value: Any) -> bytes:
    """Write JSON as UTF-8, the same bytes for the same value."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "replace")


def about_record(dossier: Dossier) -> Record:
    """Give what a dossier says of itself; what it leaves unsaid is left out."""
    about = dossier.about
    said = {
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "version": about.version,
        "version_mark": version_mark(dossier),
        "licences": about.licences,
        "correction_url": about.correction_url,
    }
    return {name: text for name, text in said.items() if text}


def event_record(dossier: Dossier, event: Event) -> Record:
    """Give an event with its excerpts and figures; the comparisons are named by their ids."""
    rows = linked(dossier)
    excerpts = rows.excerpts_of(event.event_id)
    figures = rows.figures_of(event.event_id)
    comparisons = rows.comparisons_of(event.event_id)
    more = _undeclared(dossier, event.event_id)
    return {
        **row_record("events", event),
        "date_words": date_words(event.date),
        "theme_label": dossier.theme_label(event.theme),
        "attribution": attribution(dossier, event),
        "speakers": list(speakers_of(excerpts)),
        "documents": list(documents_of(excerpts)),
        "interests": list(interests_of(dossier, excerpts)),
        "excerpts": [excerpt_record(dossier, each) for each in excerpts],
        "figures": [figure_record(dossier, each) for each in figures],
        "comparison_ids": [each.comparison_id for each in comparisons],
        **({"more": more} if more else {}),
    }


def whole_event_record(dossier: Dossier, event: Event) -> Record:
    """Give an event with all that hangs on it: comparisons with the other voices, and checks."""
    comparisons = linked(dossier).comparisons_of(event.event_id)
    results = [run_check(dossier, each.check_id) for each in dossier.checks_of(event.event_id)]
    return {
        **event_record(dossier, event),
        "comparisons": [comparison_record(dossier, each) for each in comparisons],
        "checks": [
            {
                **row_record("checks", each.check),
                "verdict": each.verdict,
                "reason": each.reason,
                **known_cells(dossier, "checks", each.check.check_id),
            }
            for each in results
            if each.check is not None
        ],
    }


def excerpt_record(dossier: Dossier, excerpt: Excerpt) -> Record:
    """Give an excerpt with its document's title, publisher and kind."""
    document = linked(dossier).document(excerpt.document_id)
    return {
        **row_record("excerpts", excerpt),
        "document": document.title if document else "",
        "publisher": document.publisher if document else "",
        "kind": kind_words(document) if document else "",
        "interest": document.interest if document else "",
        "attribution": excerpt_attribution(dossier, excerpt),
        **known_cells(dossier, "excerpts", excerpt.excerpt_id),
    }


def figure_record(dossier: Dossier, figure: Figure) -> Record:
    """Give a figure with its words, the passage that it stands in and who says it."""
    excerpt = linked(dossier).excerpt(figure.excerpt_id)
    document = linked(dossier).document(excerpt.document_id) if excerpt else None
    return {
        **row_record("figures", figure),
        "figure_words": figure_words(figure),
        "period_words": date_words(figure.period) if figure.period else "",
        "exact": excerpt.exact if excerpt else "",
        "speaker": excerpt.speaker if excerpt else "",
        "document_id": excerpt.document_id if excerpt else "",
        "document": document.title if document else "",
        "publisher": document.publisher if document else "",
        "kind": kind_words(document) if document else "",
        "interest": document.interest if document else "",
        "attribution": figure_attribution(dossier, figure),
        "event_ids": list(excerpt.event_ids) if excerpt else [],
        **known_cells(dossier, "figures", figure.figure_id),
    }


def comparison_record(dossier: Dossier, comparison: Comparison) -> Record:
    """Give a comparison with the words of all its voices."""
    found = (linked(dossier).excerpt(each) for each in comparison.excerpt_ids)
    return {
        **row_record("comparisons", comparison),
        **known_cells(dossier, "comparisons", comparison.comparison_id),
        "excerpts": [excerpt_record(dossier, each) for each in found if each is not None],
    }


def document_record(dossier: Dossier, document: Document) -> Record:
    """Give a document with its date in words."""
    words = date_words(document.published) if document.published else ""
    known = known_cells(dossier, "documents", document.document_id)
    return {**row_record("documents", document), "published_words": words, **known}


def row_record(table: str, row: Row) -> Record:
    """Give the declared columns of a row: dates as EDTF, lists as lists, None for no number."""
    names = read_schema().table(table).names
    return {name: _plain(getattr(row, name)) for name in names}


def undeclared_columns(table: Table, columns: Iterable[str]) -> tuple[str, ...]:
    """Name the columns that a frame has beside the declared and the reckoned ones."""
    known = {*table.names, *_RECKONED}
    return tuple(name for name in columns if name not in known)


def _undeclared(dossier: Dossier, event_id: str) -> Mapping[str, str]:
    names = undeclared_columns(read_schema().table("events"), dossier.events.columns)
    position = dossier.position("events", event_id) if names else None
    if position is None:
        return {}
    cells = {name: str(dossier.events[name].iat[position]) for name in names}
    return {name: text for name, text in cells.items() if text}


def _plain(value: Any) -> Any:
    if isinstance(value, HonestDate):
        return value.text
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value
