"""The report before publication: what an editor would ask, counted from the rows themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from dossier.checking.receipts import DocumentText
from dossier.model import Dossier
from dossier.reporting.doubted import doubted_line
from dossier.reporting.lines import ReportLine, ReportRow, report_rows
from dossier.reporting.numbers import SHARES, shares_without_whole, sums_that
from dossier.reporting.sources import single_source, source_counts, unanswered_claims
from dossier.reporting.words import translated_documents, undated_documents, unverified_excerpts
from dossier.resting.differing import differing_figures
from dossier.sums.verdicts import SumResult, run_checks

Documents = Mapping[str, DocumentText]


def report_lines(dossier: Dossier, documents: Documents | None = None) -> tuple[ReportLine, ...]:
    """Count what wants a second look, every line with its rows; a line of none is there too.

    `documents` are those at hand, by id; see `unverified_excerpts` for what is done without.
    """
    sums = run_checks(dossier)
    return (
        *_source_lines(dossier),
        *_word_lines(dossier, documents or {}),
        *_number_lines(dossier, sums),
    )


def report_record(dossier: Dossier, lines: Collection[ReportLine]) -> dict[str, Any]:
    """The report as JSON holds it."""
    about = dossier.about
    return {
        "dossier": {"name": about.name, "title": about.title, "version": about.version},
        "lines": [
            {"key": each.key, "title": each.title, "rule": each.rule, "count": each.count}
            | {"of": each.of, "rows": [_row_record(row) for row in each.rows]}
            for each in lines
        ],
    }


def _row_record(row: ReportRow) -> dict[str, str]:
    return {
        "table": row.table,
        "row_id": row.row_id,
        "words": row.words,
        "event_id": row.event_id,
        "document_id": row.document_id,
    }


def _line(
    dossier: Dossier, table: str, key: str, title: str, rule: str, positions: Any
) -> ReportLine:
    rows = report_rows(dossier, table, [int(at) for at in positions])
    return ReportLine(key, title, rule, len(dossier.tables[table]), rows)


def _source_lines(dossier: Dossier) -> list[ReportLine]:
    sources = source_counts(dossier)
    claimed = int((dossier.events["status"] == "claimed").sum())
    unanswered = _line(
        dossier, "events", "unanswered-claims", "Claims without an answer from the other side",
        "Events of status claimed whose excerpts meet no other speaker in a comparison; one that "
        "says they agree is no answer.", unanswered_claims(dossier),
    )  # fmt: skip
    return [
        _line(dossier, "events", "no-source", "Events without a source",
              "No excerpt speaks of them.", np.flatnonzero(sources == 0)),
        _line(dossier, "events", "single-source", "Single-source events",
              "All their excerpts are from one document.", np.flatnonzero(single_source(dossier))),
        ReportLine(unanswered.key, unanswered.title, unanswered.rule, claimed, unanswered.rows),
        _line(dossier, "events", "inferred-dates", "Inferred dates",
              "The event's date is argued from context, not printed.",
              np.flatnonzero((dossier.events["date_basis"] == "inferred").to_numpy())),
    ]  # fmt: skip


def _word_lines(dossier: Dossier, documents: Documents) -> list[ReportLine]:
    unspoken = np.flatnonzero((dossier.excerpts["speaker"] == "").to_numpy())
    looked = "looked for in the documents at hand" if documents else "by the record of the last"
    rule = f"Not found word for word, exactly once: {looked}{'' if documents else ' check'}."
    return [
        _line(dossier, "excerpts", "unverified-excerpts", "Unverified excerpts", rule,
              unverified_excerpts(dossier, documents)),
        _line(dossier, "excerpts", "no-speaker", "Excerpts without a speaker",
              "Nobody is named who says the words.", unspoken),
        _line(dossier, "documents", "undated-documents", "Undated documents",
              "No date of publication is printed on them; a window is worked out, or none.",
              undated_documents(dossier)),
        _line(dossier, "documents", "translated", "Translations without the original",
              "The words quoted are a translator's, and what was said first is not held.",
              translated_documents(dossier)),
    ]  # fmt: skip


def _number_lines(dossier: Dossier, sums: Collection[SumResult]) -> list[ReportLine]:
    shares = int(dossier.figures["unit"].isin(SHARES).sum())
    figures = report_rows(
        dossier, "figures", [int(at) for at in shares_without_whole(dossier, sums)]
    )
    differing = [
        dossier.position("figures", each.figure.figure_id) for each in differing_figures(dossier)
    ]
    empty = np.flatnonzero(dossier.figures["value"].isna().to_numpy())
    return [
        ReportLine("shares-without-whole", "Figures without a whole",
                   "Shares of something whose count no document gives: no check on the same "
                   "passage can be worked out from counts.", shares, figures),
        _line(dossier, "figures", "words-only", "Figures that are only words",
              "The document gives words such as dozens, and no number.", empty),
        _line(dossier, "figures", "differing-figures", "Figures that their passage does not print",
              "The value stands in the passage neither in digits nor in words, and the note does "
              "not give it.", differing),
        doubted_line(dossier),
        _line(dossier, "checks", "wrong-sums", "Checks that do not add up",
              "The sum misses the claim by more than the tolerance.",
              sums_that(sums, "does not")),
        _line(dossier, "checks", "open-sums", "Checks that can't be told",
              "A number, the formula or the claim is missing.",
              sums_that(sums, "cannot tell")),
    ]  # fmt: skip
