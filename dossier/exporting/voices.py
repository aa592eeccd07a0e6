"""Voices: who says so, in which document, in words that travel with every claim."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.exporting.linked import linked
from dossier.model import Document, Dossier, Event, Excerpt, Figure
from dossier.views.document_words import translation_words

CLAIMED = "claimed"
INTERESTED = frozenset({"party"})  # kinds of document whose every statement is a claim
NOT_NAMED = "speaker not named"
NO_SOURCE = "No passage is quoted for this"


def attribution(dossier: Dossier, event: Event) -> str:
    """Say who says that an event took place, and where: "Claimed by Volt, in “…” (…)".

    "Claimed by" stands wherever the event's status is claimed and wherever the document is a
    party's; "according to" elsewhere.
    """
    excerpts = linked(dossier).excerpts_of(event.event_id)
    if not excerpts:
        claimed = f"{NO_SOURCE}; it is claimed, but not by whom" if event.status == CLAIMED else ""
        return claimed or NO_SOURCE
    return excerpts_attribution(dossier, excerpts, claimed=event.status == CLAIMED)


def figure_attribution(dossier: Dossier, figure: Figure) -> str:
    """Say who says a number, and where."""
    excerpt = linked(dossier).excerpt(figure.excerpt_id)
    if excerpt is None:
        return NO_SOURCE
    return excerpts_attribution(dossier, (excerpt,), claimed=_is_claim(dossier, excerpt))


def excerpt_attribution(dossier: Dossier, excerpt: Excerpt) -> str:
    """Say who says the words of an excerpt, and where."""
    return excerpts_attribution(dossier, (excerpt,), claimed=_is_claim(dossier, excerpt))


def excerpts_attribution(dossier: Dossier, excerpts: Iterable[Excerpt], *, claimed: bool) -> str:
    """Say who says the words of several excerpts, grouped by document."""
    speakers: dict[str, dict[str, None]] = {}
    for excerpt in excerpts:
        speakers.setdefault(excerpt.document_id, {})[excerpt.speaker or NOT_NAMED] = None
    said = []
    for document_id, names in speakers.items():
        document = linked(dossier).document(document_id)
        interested = document is not None and document.kind.casefold() in INTERESTED
        verb = "claimed by" if claimed or interested else "according to"
        said.append(f"{verb} {_listed(names)}, in {document_words(document, document_id)}")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def document_words(document: Document | None, document_id: str = "") -> str:
    """Name a document with its publisher and kind: “Title” (Publisher, kind)."""
    if document is None:
        return document_id or "a document that is not named"
    kind = document.kind if document.kind.casefold() not in document.publisher.casefold() else ""
    of_whom = ", ".join(filter(None, (document.publisher, kind, translation_words(document))))
    return f"“{document.title or document.document_id}”" + (f" ({of_whom})" if of_whom else "")


def speakers_of(excerpts: Iterable[Excerpt]) -> tuple[str, ...]:
    """Name the speakers of excerpts, each once."""
    return tuple(dict.fromkeys(each.speaker for each in excerpts if each.speaker))


def documents_of(excerpts: Iterable[Excerpt]) -> tuple[str, ...]:
    """Give the ids of the documents of excerpts, each once."""
    return tuple(dict.fromkeys(each.document_id for each in excerpts if each.document_id))


def interests_of(dossier: Dossier, excerpts: Iterable[Excerpt]) -> tuple[str, ...]:
    """Say who stands behind each document of excerpts and what they want, as the dossier has it."""
    found = (linked(dossier).document(each) for each in documents_of(excerpts))
    return tuple(each.interest for each in found if each is not None and each.interest)


def _is_claim(dossier: Dossier, excerpt: Excerpt) -> bool:
    events = [linked(dossier).event(each) for each in excerpt.event_ids]
    return any(event is not None and event.status == CLAIMED for event in events)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
