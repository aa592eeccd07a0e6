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
        "kind": document.kind,
        "published": published_words(document),
        "interest": document.interest,
    }


def published_words(document: Document) -> str:
    """When a document came out and on what that rests."""
    if document.published is None:
        return UNKNOWN
    words = date_words(document.published)
    if document.published_basis in ("", "stated"):
        return f"Published {words}"
    return f"No date printed; {words}, {document.published_basis}"
