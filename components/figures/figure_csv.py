"""The numbers of a series as a file, with whoever says each of them."""

from __future__ import annotations

from dossier.csv_out import csv_rows
from dossier.views.document_words import kind_words
from dossier.views.series import Quoted, Series


def export_figures(series: Series) -> bytes:
    """Write a series and its companions as CSV that a spreadsheet runs nothing of."""
    rows = [_cells(row) for row in series.all_rows]
    header = _cells(series.all_rows[0]) if series.all_rows else {}
    return csv_rows(header, (row.values() for row in rows))


def _cells(row: Quoted) -> dict[str, object]:
    figure, excerpt, document = row.figure, row.excerpt, row.document
    return {
        "series": figure.series,
        "figure_id": figure.figure_id,
        "label": figure.label,
        "value": "" if figure.value is None else figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "period": figure.period.text if figure.period else "",
        "period_words": row.period,
        "period_basis": figure.period_basis,
        "quoted": excerpt.exact if excerpt else "",
        "speaker": excerpt.speaker if excerpt else "",
        "document": row.source,
        "publisher": document.publisher if document else "",
        "kind": kind_words(document) if document else "",
        "interest": document.interest if document else "",
        "event_ids": excerpt.event_ids if excerpt else (),
        "note": figure.note,
    }
