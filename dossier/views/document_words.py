"""A document in words: what it is, whose it is, when it came out."""

from __future__ import annotations

from dossier.dates.words import date_words
from dossier.model import Document, Dossier

UNKNOWN = "No date known"
NOT_DESCRIBED = "This document is not described in the dossier."


def document_words(dossier: Dossier, document_id: str) -> dict[str, str]:
    """What the screen says of a document wherever it stands; all text."""
    document = dossier.document(document_id)
    if document is None:
        return {
            "id": document_id,
            "title": document_id or "No document named",
            "publisher": "",
            "kind": "",
            "published": UNKNOWN,
            "interest": NOT_DESCRIBED,
        }
    return {
        "id": document_id,
        "title": document.title.rstrip(" ,") or document_id,
        "publisher": document.publisher,
        "kind": kind_words(document),
        "published": published_words(document),
        "interest": document.interest,
    }


def kind_words(document: Document) -> str:
    """What kind of document it is; of a translation, whose it is and whether the original is held.

    A document counts as translated where its row names who did it or its kind says so.
    """
    translation = translation_words(document)
    return ", ".join(filter(None, (document.kind, translation)))


def translation_words(document: Document) -> str:
    """By whom a document was translated and whether the original is held; "" where it wasn't."""
    if not document.translated_by and "translat" not in document.kind.casefold():
        return ""
    by = document.translated_by or "someone who is not named"
    return f"translated by {by}, original {document.original or 'not held'}"


def published_words(document: Document) -> str:
    """When a document came out and on what that rests."""
    if document.published is None:
        return UNKNOWN
    words = date_words(document.published)
    if document.published_basis in ("", "stated"):
        return f"Published {words}"
    return f"No date printed; {words}, {document.published_basis}"
