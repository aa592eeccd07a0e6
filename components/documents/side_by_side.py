"""Passages side by side: on one topic, or on one event, each with who says it and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.documents.choice import Choice, columns_for
from components.documents.topic_picker import NO_RELATION, RELATIONS, select_topics, topic_groups
from dossier.comparing.compare import DIFFERING
from dossier.comparing.wording import Piece
from dossier.dates.words import date_words
from dossier.model import Comparison, Dossier, Event, Excerpt
from dossier.resting.doubts import comparison_doubts, doubt_words
from dossier.views.document_words import document_words
from dossier.views.marked_words import marked_words

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
SAME = "The passages have the same words."
OTHER_SIDE, MEASURE = "the other side", "the measure"


@dataclass(frozen=True, slots=True)
class Column:
    """One voice: the passages of a document on an event, or one excerpt on a topic.

    `topics` is given for a document that is silent on the event but quoted on a topic on which
    it differs from those that speak of it: the topic of each passage.
    """

    key: str
    document_id: str
    excerpts: tuple[Excerpt, ...]
    topics: tuple[Comparison, ...] = ()


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
        "doubts": doubt_words(comparison_doubts(dossier, topic)),
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
    columns = event_columns(dossier, event, within)
    heard = {excerpt.document_id for excerpt in excerpts}
    kept = sum(excerpt.document_id in within for excerpt in excerpts)
    return {
        "kind": "event",
        "id": event.event_id,
        "title": event.title,
        "when": date_words(event.date),
        "note": event.summary,
        "left_out": left_out_words(len(excerpts) - kept),
        "related": [_topic_words(row) for row in dossier.comparisons_of(event.event_id)],
        "silent": [document_words(dossier, name)["title"] for name in within if name not in heard],
        "empty": NO_PASSAGE,
        **drawn_columns(dossier, columns, choice, with_events=False),
    }


def event_columns(dossier: Dossier, event: Event, documents: Sequence[str]) -> list[Column]:
    """The event's excerpts by document, with what silent documents say that differs.

    Where a single document is left, each of its excerpts has a column of its own.
    """
    excerpts = dossier.excerpts_of(event.event_id)
    own = {name: tuple(each for each in excerpts if each.document_id == name) for name in documents}
    spoken = {each.excerpt_id for passages in own.values() for each in passages}
    silent = set(documents) - {each.document_id for each in excerpts}
    aside = differing_elsewhere(dossier, event, spoken, silent)
    columns = [
        Column(name, name, own[name]) if own[name] else aside[name]
        for name in documents
        if own[name] or name in aside
    ]
    if len(columns) != 1:
        return columns
    return [Column(each.excerpt_id, each.document_id, (each,)) for each in columns[0].excerpts]


def differing_elsewhere(
    dossier: Dossier, event: Event, own: set[str], silent: set[str]
) -> dict[str, Column]:
    """By document that is silent on an event: its passages that differ from the event's `own`."""
    found: dict[str, dict[Excerpt, Comparison]] = {}
    for topic in dossier.comparisons_of(event.event_id):
        if topic.relation not in DIFFERING or own.isdisjoint(topic.excerpt_ids):
            continue
        for passage in map(dossier.excerpt, topic.excerpt_ids):
            if passage and passage.document_id in silent:
                found.setdefault(passage.document_id, {}).setdefault(passage, topic)
    return {
        name: Column(name, name, tuple(passages), tuple(passages.values()))
        for name, passages in found.items()
    }


def drawn_columns(
    dossier: Dossier, columns: Sequence[Column], choice: Choice, *, with_events: bool
) -> dict[str, Any]:
    """The columns with their words marked, and the legend that says what a mark means."""
    keys = [column.key for column in columns]
    measure = keys.index(choice.against) if choice.against in keys else 0
    sides = [[excerpt.exact for excerpt in column.excerpts] for column in columns]
    compared = with_events or len({column.document_id for column in columns}) > 1
    pieces, by_words = marked_words(sides, measure, choice.every_word) if compared else ([], True)
    drawn = [
        {
            "key": column.key,
            "document": document_words(dossier, column.document_id),
            "measure": compared and len(columns) > 2 and at == measure,
            "aside": bool(column.topics),
            "passages": [
                _passage(dossier, column, index, pieces[at][index] if compared else (), with_events)
                for index in range(len(column.excerpts))
            ],
        }
        for at, column in enumerate(columns)
    ]
    marked = any(piece.kind == "differs" for side in pieces for cut in side for piece in cut)
    legend = legend_words(len(columns), by_words or choice.every_word, marked) if compared else ""
    return {
        "columns": drawn,
        "choosable": compared and len(columns) > 2,
        "legend": legend,
        "marked": marked,
        "every": None if by_words else choice.every_word,
    }


def legend_words(columns: int, by_words: bool, marked: bool) -> str:
    """What a mark means here; nothing where there is nothing to compare."""
    if columns < 2:
        return ""
    if not marked:
        return SAME if by_words else NO_MARK
    return (BY_WORDS if by_words else BY_FACTS).format(OTHER_SIDE if columns == 2 else MEASURE)


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
    dossier: Dossier, column: Column, index: int, pieces: Sequence[Piece], with_events: bool
) -> dict[str, Any]:
    excerpt = column.excerpts[index]
    events = [dossier.event(name) for name in excerpt.event_ids] if with_events else []
    known = [event for event in events if event]
    return {
        "speaker": excerpt.speaker,
        "pieces": [[piece.text, piece.kind == "differs"] for piece in pieces]
        or [[excerpt.exact, False]],
        "note": excerpt.note,
        "topic": _topic_words(column.topics[index]) if column.topics else None,
        "events": [_event_words(event) for event in known[:MOST_EVENTS]],
    }


def _event_words(event: Event) -> dict[str, str]:
    return {"id": event.event_id, "title": event.title, "when": date_words(event.date)}


def _topic_words(topic: Comparison) -> dict[str, str]:
    return {
        "id": topic.comparison_id,
        "title": topic.topic or topic.comparison_id,
        "relation": topic.relation,
        "label": RELATIONS.get(topic.relation, NO_RELATION),
    }
