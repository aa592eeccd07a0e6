"""Passages side by side: on one topic, or on one event, each with who says it and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.documents.choice import Choice, columns_for
from components.documents.document_words import document_words
from components.documents.marked_words import marked_words
from components.documents.topic_picker import NO_RELATION, RELATIONS, select_topics, topic_groups
from dossier.date_words import date_words
from dossier.model import Comparison, Dossier, Event, Excerpt

MOST_EVENTS = 3
NOTHING = "This dossier compares no passages: there is no comparisons.csv, or no row of it holds."
NO_MEETING = "The chosen documents meet on no topic. Choose one fewer, or show all documents."
NO_PASSAGE = "No document of this dossier is quoted on this event."

BY_WORDS = "Underlined: words that {} does not have."
BY_FACTS = (
    "Underlined: words that {} does not have; where the two share little wording, "
    "only numbers, dates and names."
)
NO_MARK = "These passages share little wording, and no number, date or name differs."
OTHER, MEASURE = "the other passage", "the passage called the measure"


@dataclass(frozen=True, slots=True)
class Column:
    """One voice: the passages of a document on an event, or one excerpt on a topic."""

    key: str
    document_id: str
    excerpts: tuple[Excerpt, ...]


def side_by_side(dossier: Dossier, choice: Choice) -> dict[str, Any]:
    """What is read side by side for a choice, and the topics there are to choose from."""
    topics = select_topics(dossier, choice.documents)
    event = dossier.event(choice.event)
    topic = None if event else _opened_topic(topics, choice.topic)
    data = {
        "part": "side",
        "groups": topic_groups(dossier, choice, topic.comparison_id if topic else ""),
        "count": len(topics),
        "asked": bool(choice.topic or choice.event),
        "empty": NO_MEETING if choice.documents else NOTHING,
    }
    if event:
        return {**data, "shown": event_in_columns(dossier, event, choice)}
    shown = topic_in_columns(dossier, topic, choice, topics) if topic else None
    return {**data, "shown": shown}


def topic_in_columns(
    dossier: Dossier, topic: Comparison, choice: Choice, topics: Sequence[Comparison]
) -> dict[str, Any]:
    """One comparison: a column for each excerpt, in the curator's order."""
    found = [dossier.excerpt(name) for name in dict.fromkeys(topic.excerpt_ids)]
    excerpts = [excerpt for excerpt in found if excerpt]
    within = set(columns_for(dossier, choice.documents))
    kept = [excerpt for excerpt in excerpts if excerpt.document_id in within]
    columns = [Column(each.excerpt_id, each.document_id, (each,)) for each in kept]
    at = topics.index(topic) if topic in topics else 0
    return {
        "kind": "topic",
        "id": topic.comparison_id,
        "title": topic.topic or topic.comparison_id,
        "relation": topic.relation,
        "label": RELATIONS.get(topic.relation, NO_RELATION),
        "note": topic.note,
        "place": f"Topic {at + 1} of {len(topics)}" if topic in topics else "",
        "previous": topics[at - 1].comparison_id if at else None,
        "next": topics[at + 1].comparison_id if at + 1 < len(topics) else None,
        "left_out": left_out_words(len(excerpts) - len(kept)),
        "related": [],
        "silent": [],
        **drawn_columns(dossier, columns, choice, with_events=True),
    }


def event_in_columns(dossier: Dossier, event: Event, choice: Choice) -> dict[str, Any]:
    """One event: a column for each document that speaks of it, in order of publication."""
    excerpts = dossier.excerpts_of(event.event_id)
    within = columns_for(dossier, choice.documents)
    columns = event_columns(excerpts, within)
    heard = {column.document_id for column in columns}
    kept = sum(len(column.excerpts) for column in columns)
    return {
        "kind": "event",
        "id": event.event_id,
        "title": event.title,
        "when": date_words(event.date),
        "note": event.summary,
        "left_out": left_out_words(len(excerpts) - kept),
        "related": [_related(row) for row in dossier.comparisons_of(event.event_id)],
        "silent": [document_words(dossier, name)["title"] for name in within if name not in heard],
        "empty": NO_PASSAGE,
        **drawn_columns(dossier, columns, choice, with_events=False),
    }


def event_columns(excerpts: Sequence[Excerpt], documents: Sequence[str]) -> list[Column]:
    """The excerpts by document; those of a single document each in a column of its own."""
    by_document = {
        name: tuple(each for each in excerpts if each.document_id == name) for name in documents
    }
    columns = [Column(name, name, found) for name, found in by_document.items() if found]
    if len(columns) != 1:
        return columns
    return [Column(each.excerpt_id, each.document_id, (each,)) for each in columns[0].excerpts]


def drawn_columns(
    dossier: Dossier, columns: Sequence[Column], choice: Choice, *, with_events: bool
) -> dict[str, Any]:
    """The columns with their words marked, and the legend that says what a mark means."""
    keys = [column.key for column in columns]
    measure = keys.index(choice.against) if choice.against in keys else 0
    texts = [excerpt.exact for column in columns for excerpt in column.excerpts]
    first = sum(len(column.excerpts) for column in columns[:measure])
    pieces, by_words = marked_words(texts, first, choice.every_word)
    cut = dict(zip((each for column in columns for each in column.excerpts), pieces, strict=True))
    drawn = [
        {
            "key": column.key,
            "document": document_words(dossier, column.document_id),
            "measure": len(texts) > 2 and at == measure,
            "passages": [
                _passage(dossier, excerpt, cut[excerpt], with_events) for excerpt in column.excerpts
            ],
        }
        for at, column in enumerate(columns)
    ]
    marked = any(piece.kind == "differs" for cuts in pieces for piece in cuts)
    return {
        "columns": drawn,
        "choosable": len(drawn) > 2,
        "legend": legend_words(len(texts), by_words or choice.every_word, marked),
        "marked": marked,
        "every": None if by_words else choice.every_word,
    }


def legend_words(passages: int, by_words: bool, marked: bool) -> str:
    """What a mark means here; nothing where there is nothing to compare."""
    if passages < 2:
        return ""
    if not marked:
        return "The passages have the same words." if by_words else NO_MARK
    return (BY_WORDS if by_words else BY_FACTS).format(OTHER if passages == 2 else MEASURE)


def left_out_words(number: int) -> str:
    """What the choice of documents leaves out of view."""
    if number < 1:
        return ""
    if number == 1:
        return "One more passage is in a document that is not chosen."
    return f"{number} more passages are in documents that are not chosen."


def _opened_topic(topics: Sequence[Comparison], asked: str) -> Comparison | None:
    for topic in topics:
        if topic.comparison_id == asked:
            return topic
    return topics[0] if topics else None


def _passage(
    dossier: Dossier, excerpt: Excerpt, pieces: Sequence[Any], with_events: bool
) -> dict[str, Any]:
    events = [dossier.event(name) for name in excerpt.event_ids] if with_events else []
    known = [event for event in events if event]
    return {
        "speaker": excerpt.speaker,
        "pieces": [[piece.text, piece.kind == "differs"] for piece in pieces],
        "note": excerpt.note,
        "events": [_event_words(event) for event in known[:MOST_EVENTS]],
    }


def _event_words(event: Event) -> dict[str, str]:
    return {"id": event.event_id, "title": event.title, "when": date_words(event.date)}


def _related(topic: Comparison) -> dict[str, str]:
    return {
        "id": topic.comparison_id,
        "title": topic.topic or topic.comparison_id,
        "relation": topic.relation,
        "label": RELATIONS.get(topic.relation, NO_RELATION),
    }
