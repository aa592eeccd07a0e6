"""What the Documents screen is asked to show, as its address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Document, Dossier

LONGEST = 200
MOST_DIGITS = 6
NO_TOPIC = "The address names a topic that is not in this dossier. The first one is shown."
NO_EVENT = "The address names an event that is not in this dossier."
NO_DOCUMENT = "The address names a document that is not in this dossier."

Extent = Literal["shared", "differ", "all"]
EXTENTS: dict[str, Extent] = {"differ": "differ", "all": "all"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices of a reader; `said` are notices on what could not be given.

    `documents` are the chosen documents in order of publication, none standing for all. Either
    `topic` (a comparison) or `event` says what lies side by side; with neither it is the first
    topic. `against` is the column that the others are marked against: an excerpt, or the
    document of an event's column. `every_word` marks every differing word. `events` are those that
    the matrix shows: of more than one document, those on which documents differ, or all.
    """

    documents: tuple[str, ...] = ()
    topic: str = ""
    event: str = ""
    against: str = ""
    every_word: bool = False
    events: Extent = "shared"
    page: int = 1
    said: tuple[str, ...] = ()


def read_choice(dossier: Dossier, params: Mapping[str, list[str]]) -> Choice:
    """Read the parameters of the address; what is unknown falls back, and is said."""
    asked = set(params.get("document", ()))
    known = documents_in_order(dossier)
    topic, event = _one(params, "topic"), _one(params, "compare")
    has_topic, has_event = dossier.comparison(topic), dossier.event(event)
    said = [NO_DOCUMENT] if asked - set(known) - {""} else []
    said += [NO_TOPIC] if topic and not has_topic else []
    said += [NO_EVENT] if event and not has_event else []
    return Choice(
        documents=tuple(name for name in known if name in asked),
        topic=topic if has_topic and not has_event else "",
        event=event if has_event else "",
        against=_one(params, "against"),
        every_word=_one(params, "mark") == "words",
        events=EXTENTS.get(_one(params, "events"), "shared"),
        page=_page(_one(params, "page")),
        said=tuple(said),
    )


@kept_with_dossier
def documents_in_order(dossier: Dossier) -> tuple[str, ...]:
    """The ids of all documents by publication, then those that only excerpts name."""
    declared = [dossier.row("documents", at) for at in range(len(dossier.documents))]
    said = dict.fromkeys(dossier.excerpts["document_id"].tolist())
    ordered = [document.document_id for document in sorted(declared, key=_published)]
    return tuple(dict.fromkeys(name for name in (*ordered, *said) if name))


def columns_for(dossier: Dossier, documents: tuple[str, ...]) -> tuple[str, ...]:
    """The documents that are set side by side: the chosen if they are two or more, else all."""
    return documents if len(documents) > 1 else documents_in_order(dossier)


def _published(document: Document) -> tuple[int, int]:
    if document.published is None:
        return DAY_MAX, DAY_MAX
    first, last = document.published.earliest, document.published.latest
    return (DAY_MIN if first is None else first), (DAY_MAX if last is None else last)


def _page(text: str) -> int:
    readable = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return max(1, int(text)) if readable else 1


def _one(params: Mapping[str, list[str]], name: str) -> str:
    return (params.get(name) or [""])[-1][:LONGEST]
