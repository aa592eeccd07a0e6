"""One event as data: when, why dated so, in whose words, beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dossier.checking.at_hand import current_documents
from dossier.comparing.compare import sources_of
from dossier.dates.edtf import parse_date
from dossier.dates.words import basis_words, date_words
from dossier.diffing.since import corrections_of, version_mark
from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.knowing.said import known_cells
from dossier.model import Check, Comparison, Dossier, Event, Excerpt
from dossier.resting.doubts import (
    check_doubts,
    comparison_doubts,
    doubt_words,
    event_doubts,
    figure_doubts,
)
from dossier.schema import read_schema
from dossier.sums.figure_words import figure_words
from dossier.sums.verdicts import run_check
from dossier.views.citations import citations
from dossier.views.document_words import kind_words
from dossier.views.known_view import window_words
from dossier.views.marks import Mark, all_marks, theme_colors
from dossier.views.passage import passage_data
from dossier.views.since_view import correction_data, since_data

RELATIONS = {"agree": "agree", "contradict": "contradict"}
VERDICTS = {"adds up": "right", "about": "right", "does not": "wrong"}
MOST_TOLD = 300  # events of which everything said is held
Shown = npt.NDArray[np.intp]


def event_data(
    dossier: Dossier,
    event: Event,
    shown: Shown,
    known: Dossier | None = None,
    mark: str = "",
) -> dict[str, Any]:
    """Everything the panel says about one event; `shown` gives what is before and after it.

    `known` is the dossier as it could be known on a chosen day, with the same events; `mark` is
    that of the version on which the address was made.
    """
    # What is said of an event is the same for every reader, unless its documents may change.
    told = (
        _told(dossier, event, known)
        if current_documents()
        else _kept_told(known or dossier).get(event.event_id, lambda: _told(dossier, event, known))
    )
    since = since_data(dossier, event, mark)
    return {**told, "since": since, **neighbours(dossier, event, shown)}


@kept_with_dossier
def _kept_told(dossier: Dossier) -> KeptLast[dict[str, Any]]:
    return KeptLast(MOST_TOLD)


def _told(dossier: Dossier, event: Event, known: Dossier | None) -> dict[str, Any]:
    whole, dossier = dossier, known or dossier
    passages = dossier.excerpts_of(event.event_id)
    shown_passages = [passage_data(dossier, excerpt) for excerpt in passages]
    receipts = [each["receiptWords"] for each in shown_passages]
    return {
        "id": event.event_id,
        "color": theme_colors(whole).get(event.theme, 0),
        "when": date_words(event.date),
        "title": event.title,
        "basis": basis_line(event),
        "summary": event.summary,
        "facts": [
            *fact_lines(dossier, event),
            *known_lines(whole, dossier, event),
        ],
        "doubts": doubt_words(event_doubts(dossier, event)),
        "passages": shown_passages,
        "figures": figure_lines(dossier, event),
        "comparisons": [
            comparison_data(dossier, each, passages)
            for each in dossier.comparisons_of(event.event_id)
        ],
        "silent": silent_documents(dossier, event),
        "checks": [check_data(dossier, each) for each in dossier.checks_of(event.event_id)],
        "corrections": [correction_data(each) for each in corrections_of(dossier, event)],
        "version": version_mark(whole),
        "citations": citations(dossier, event, passages, receipts),
    }


def basis_line(event: Event) -> str:
    """Why the event is dated as it is, in one line."""
    words = f"Date {basis_words(event.date_basis)}" if event.date_basis else ""
    return ". ".join(part.rstrip(".") for part in (words, event.date_note) if part)


def fact_lines(dossier: Dossier, event: Event) -> list[tuple[str, str]]:
    """What kind of event it is and who takes part, as pairs of a term and its text."""
    lines = [
        ("Status", status_words(event.status)),
        ("Theme", dossier.theme_label(event.theme)),
        ("Who", "; ".join(event.actors)),
    ]
    return [line for line in lines if line[1]]


def known_lines(whole: Dossier, dossier: Dossier, event: Event) -> list[tuple[str, str]]:
    """How surely the event was known, where a day was chosen (see `known_dossier`), and why."""
    cells = known_cells(dossier, "events", event.event_id)
    if not cells:
        return []
    said = f"{cells['known']} as of {date_words(parse_date(cells['known_as_of']))}"
    held = {each.document_id for each in sources_of(dossier, event.event_id)}
    sources = sources_of(whole, event.event_id)
    why = [f"“{each.title}” ({window_words(each)})" for each in sources if each.document_id in held]
    later = [f"“{each.title}”" for each in sources if each.document_id not in held]
    words = f"{said}: {'; '.join(why)}." if why else f"{said}."
    if later:
        words += f" Came out later: {'; '.join(later)}; title and summary were written with it."
    return [("Known", words)]


def status_words(status: str) -> str:
    """A status as the dictionary explains it."""
    labels = read_schema().table("events").field("status").labels
    return f"{status}: {labels[status]}" if status in labels else status


def figure_lines(dossier: Dossier, event: Event) -> list[dict[str, str]]:
    """The figures quoted in the event's passages."""
    return [
        {
            "value": figure_words(figure),
            "label": figure.label if figure.value is not None else "",
            "period": date_words(figure.period) if figure.period else "",
            "note": figure.note,
            "doubt": " ".join(doubt_words(figure_doubts(dossier, figure))),
        }
        for figure in dossier.figures_of(event.event_id)
    ]


def comparison_data(
    dossier: Dossier, comparison: Comparison, own: tuple[Excerpt, ...]
) -> dict[str, Any]:
    """One comparison from this event's side: what the other voices say."""
    known = {excerpt.excerpt_id for excerpt in own}
    others = [
        {"exact": other.exact, "speaker": other.speaker, "document": document_title(dossier, other)}
        for each in comparison.excerpt_ids
        if each not in known and (other := dossier.excerpt(each)) is not None
    ]
    return {
        "id": comparison.comparison_id,
        "topic": comparison.topic,
        "relation": comparison.relation,
        "relationClass": RELATIONS.get(comparison.relation, "differ"),
        "others": others,
        "doubt": " ".join(doubt_words(comparison_doubts(dossier, comparison))),
        "href": f"./documents?topic={comparison.comparison_id}",
    }


def document_title(dossier: Dossier, excerpt: Excerpt) -> str:
    """The title of the document an excerpt is from, and of what kind that is."""
    document = dossier.document(excerpt.document_id)
    if document is None:
        return excerpt.document_id
    kind = kind_words(document)
    return f"{document.title} ({kind})" if kind else document.title


def silent_documents(dossier: Dossier, event: Event) -> list[str]:
    """The titles of the documents that say nothing of this event."""
    saying = {document.document_id for document in sources_of(dossier, event.event_id)}
    ids, titles = dossier.documents["document_id"], dossier.documents["title"]
    return [title for each, title in zip(ids, titles, strict=True) if each not in saying]


def check_data(dossier: Dossier, check: Check) -> dict[str, str]:
    """One check with its verdict."""
    result = run_check(dossier, check.check_id)
    return {
        "statement": check.statement,
        "verdict": result.verdict,
        "verdictClass": VERDICTS.get(result.verdict, "open"),
        "reason": result.reason,
        "doubt": " ".join(doubt_words(check_doubts(dossier, check))),
    }


def neighbours(dossier: Dossier, event: Event, shown: Shown) -> dict[str, Any]:
    """The events before and after in the selection, and the place among them."""
    position = dossier.position("events", event.event_id)
    marks = all_marks(dossier)
    at = int(np.searchsorted(shown, position if position is not None else -1))
    inside = at < len(shown) and shown[at] == position
    before = int(shown[at - 1]) if at > 0 else None
    follows = at + 1 if inside else at
    after = int(shown[follows]) if follows < len(shown) else None
    return {
        "previous": _neighbour(marks, before),
        "next": _neighbour(marks, after),
        "place": f"{at + 1} of {len(shown)}" if inside else "outside this selection",
    }


def _neighbour(marks: Sequence[Mark], position: int | None) -> dict[str, str] | None:
    if position is None:
        return None
    mark = marks[position]
    return {"id": mark["id"], "title": f"{mark['when']}: {mark['title']}"}
