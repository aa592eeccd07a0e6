"""The topics on which voices meet, grouped by how they relate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.documents.choice import Choice
from dossier.kept import kept_with_dossier
from dossier.model import Comparison, Dossier

RELATIONS = {
    "contradict": "Contradict",
    "differ in detail": "Differ in detail",
    "different framing": "Different framing",
    "agree": "Agree",
}
NO_RELATION = "Not classified"


@dataclass(frozen=True, slots=True)
class Topic:
    """A comparison with the documents whose words it holds."""

    comparison: Comparison
    documents: frozenset[str]


@kept_with_dossier
def all_topics(dossier: Dossier) -> tuple[Topic, ...]:
    """Every comparison that has a passage, the sharpest relation first."""
    rank = {relation: at for at, relation in enumerate(RELATIONS)}
    rows = (dossier.row("comparisons", at) for at in range(len(dossier.comparisons)))
    topics = (Topic(row, _documents(dossier, row)) for row in rows)
    told = [topic for topic in topics if topic.documents]
    return tuple(sorted(told, key=lambda each: rank.get(each.comparison.relation, len(rank))))


def _documents(dossier: Dossier, comparison: Comparison) -> frozenset[str]:
    found = (dossier.excerpt(name) for name in comparison.excerpt_ids)
    return frozenset(excerpt.document_id for excerpt in found if excerpt)


def select_topics(dossier: Dossier, documents: tuple[str, ...]) -> tuple[Comparison, ...]:
    """The topics that one chosen document speaks to, or on which two of the chosen meet."""
    needed = min(2, len(documents))
    return tuple(
        topic.comparison
        for topic in all_topics(dossier)
        if len(topic.documents.intersection(documents)) >= needed
    )


def topic_groups(dossier: Dossier, choice: Choice, opened: str) -> list[dict[str, Any]]:
    """The topics in view, grouped by relation, the opened one marked."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for topic in select_topics(dossier, choice.documents):
        entry = {
            "id": topic.comparison_id,
            "title": topic.topic or topic.comparison_id,
            "opened": topic.comparison_id == opened,
        }
        groups.setdefault(topic.relation, []).append(entry)
    return [
        {"relation": relation, "label": RELATIONS.get(relation, NO_RELATION), "topics": topics}
        for relation, topics in groups.items()
    ]
