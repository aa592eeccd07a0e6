"""The topics on which voices meet, grouped by how they relate."""

from __future__ import annotations

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


@kept_with_dossier
def all_topics(dossier: Dossier) -> tuple[Comparison, ...]:
    """Every comparison that has a passage, the sharpest relation first."""
    rank = {relation: at for at, relation in enumerate(RELATIONS)}
    rows = (dossier.row("comparisons", at) for at in range(len(dossier.comparisons)))
    told = [row for row in rows if topic_documents(dossier, row)]
    return tuple(sorted(told, key=lambda row: rank.get(row.relation, len(rank))))


def topic_documents(dossier: Dossier, comparison: Comparison) -> set[str]:
    """The documents whose words a comparison holds."""
    found = (dossier.excerpt(name) for name in comparison.excerpt_ids)
    return {excerpt.document_id for excerpt in found if excerpt}


def select_topics(dossier: Dossier, documents: tuple[str, ...]) -> tuple[Comparison, ...]:
    """The topics that one chosen document speaks to, or on which two of the chosen meet."""
    needed = min(2, len(documents))
    chosen = set(documents)
    return tuple(
        topic
        for topic in all_topics(dossier)
        if len(chosen & topic_documents(dossier, topic)) >= needed
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
