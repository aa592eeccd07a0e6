"""Excerpts as W3C Web Annotations: exact words in a document, found by quotation and position.

Source: the Web Annotation Data Model (W3C Recommendation, 23 February 2017), sections 4.2.4
(TextQuoteSelector) and 4.2.5 (TextPositionSelector).
"""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from dossier.exporting.exported import LossLog
from dossier.exporting.linked import linked
from dossier.exporting.records import json_bytes
from dossier.exporting.voices import excerpt_attribution
from dossier.knowing.said import known_cells
from dossier.model import Document, Dossier, Excerpt

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"dossier": "urn:x-dossier:terms:"})


def export_annotations(part: Dossier, log: LossLog) -> bytes:
    """Write a collection of one page, one annotation an excerpt."""
    log.leave_tables(part, ("excerpts", "documents"))
    base = f"urn:x-dossier:{quote(part.about.name, safe='')}"
    items = [_annotation(part, each, base, log) for each in part.each("excerpts")]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {
        "@context": CONTEXT,
        "id": f"{base}:excerpts",
        "type": "AnnotationCollection",
        "label": part.about.title,
        "total": len(items),
        "first": page,
    }
    return json_bytes(made)


def _annotation(part: Dossier, excerpt: Excerpt, base: str, log: LossLog) -> dict[str, Any]:
    document = linked(part).document(excerpt.document_id)
    known = known_cells(part, "excerpts", excerpt.excerpt_id)
    return {
        "id": f"{base}:excerpt:{excerpt.excerpt_id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _bodies(part, excerpt),
        "target": {
            "source": _source(document, excerpt, base, log),
            "selector": _selectors(excerpt, log),
        },
        "dossier:excerpt_id": excerpt.excerpt_id,
        "dossier:document_id": excerpt.document_id,
        "dossier:speaker": excerpt.speaker,
        "dossier:event_ids": list(excerpt.event_ids),
        **{f"dossier:{name}": text for name, text in known.items()},
    }


def _bodies(part: Dossier, excerpt: Excerpt) -> list[dict[str, str]]:
    """Say who says the words, and of which events they speak."""
    events = [linked(part).event(each) for each in excerpt.event_ids]
    texts = [excerpt_attribution(part, excerpt), *(each.title for each in events if each)]
    texts += [excerpt.note] if excerpt.note.strip() else []
    return [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": text}
        for text in texts
    ]


def _source(document: Document | None, excerpt: Excerpt, base: str, log: LossLog) -> dict[str, str]:
    """Name the document by its address, else by the fingerprint of its text (RFC 6920)."""
    source = {"id": f"{base}:document:{excerpt.document_id}", "type": "Text"}
    if document is None:
        return source
    if document.url:
        source["id"] = document.url
    elif document.sha256:
        digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
        source["id"] = f"ni:///sha-256;{digest}"
    if document.url and excerpt.start is not None:
        went = "counted in the text that was checked, which may differ from what its address gives"
        log.add("positions", went, excerpt.excerpt_id)
    words = {"language": document.language, "dossier:title": document.title}
    return source | {name: text for name, text in words.items() if text}


def _selectors(excerpt: Excerpt, log: LossLog) -> list[dict[str, Any]]:
    words = {"exact": excerpt.exact, "prefix": excerpt.prefix, "suffix": excerpt.suffix}
    made: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", **{name: text for name, text in words.items() if text}}
    ]
    if excerpt.start is None or excerpt.end is None:
        log.add("positions", "not known, so only the quotation finds the place", excerpt.excerpt_id)
    else:
        place = {"start": excerpt.start, "end": excerpt.end}
        made.append({"type": "TextPositionSelector", **place})
    return made
