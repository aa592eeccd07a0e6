"""A passage with its receipt: the exact words, who says them, where, and how sure we are."""

from __future__ import annotations

from typing import Any

from dossier.checking.at_hand import current_documents
from dossier.checking.receipts import excerpt_context, find_excerpt
from dossier.dates.words import date_words
from dossier.model import Document, Dossier, Excerpt
from dossier.views.document_words import kind_words

CONTEXT_WORDS = 30
RECEIPTS = {
    "verified": ("verified", "found word for word"),
    "ambiguous": ("wrong", "found more than once"),
    "not found": ("wrong", "not found in the document"),
    "unchecked": ("unchecked", "not checked here"),
}
RECORDED = "place recorded at the last check"


def passage_data(dossier: Dossier, excerpt: Excerpt) -> dict[str, Any]:
    """One passage as the panel shows it."""
    document = dossier.document(excerpt.document_id)
    return {
        "id": excerpt.excerpt_id,
        "exact": excerpt.exact,
        "speaker": excerpt.speaker or "speaker not named",
        "document": document.title if document else excerpt.document_id,
        "kind": (kind_words(document) if document else "") or "document",
        "said": said_words(excerpt),
        "interest": document.interest if document else "",
        "note": excerpt.note,
        **receipt_data(excerpt, document),
    }


def said_words(excerpt: Excerpt) -> str:
    """When the words were said, where that is known apart from when they were published."""
    return f"said {date_words(excerpt.said)}" if excerpt.said else ""


def receipt_data(excerpt: Excerpt, document: Document | None) -> dict[str, str]:
    """The receipt of an excerpt, and its context where the document is at hand."""
    held = current_documents().get(excerpt.document_id)
    if held is None:
        return _recorded(excerpt, document)
    found = find_excerpt(held, excerpt)
    shade, words = RECEIPTS[found.receipt]
    before = after = ""
    if found.receipt == "verified" and found.start is not None and found.end is not None:
        before, _, after = excerpt_context(held.text, found.start, found.end, CONTEXT_WORDS)
    return {
        "receiptClass": shade,
        "receiptWords": words,
        "receiptTitle": _place(excerpt, document),
        "before": before,
        "after": after,
    }


def _recorded(excerpt: Excerpt, document: Document | None) -> dict[str, str]:
    known = excerpt.start is not None and bool(document and document.sha256)
    return {
        "receiptClass": "verified" if known else "unchecked",
        "receiptWords": RECORDED if known else RECEIPTS["unchecked"][1],
        "receiptTitle": _place(excerpt, document),
        "before": "",
        "after": "",
    }


def _place(excerpt: Excerpt, document: Document | None) -> str:
    if excerpt.start is None or document is None or not document.sha256:
        return ""
    return (
        f"Characters {excerpt.start:,} to {excerpt.end:,} of the document "
        f"with fingerprint {document.sha256[:12]}…"
    )
