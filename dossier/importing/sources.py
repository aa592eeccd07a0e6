"""Sources as other formats give them: what an event rests on, before it becomes a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.importing.plain_text import one_line
from dossier.schema import read_schema

_WEB = re.compile(r"https?://[^\s/?#@<>\"]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "name", "headline", "label", "document"),
    "url": ("url", "link", "href", "uri", "address", "archive_url"),
    "publisher": ("publisher", "outlet", "site", "newspaper", "author", "organization"),
    "published": ("published", "date", "published_at", "pubdate"),
    "kind": ("kind", "type"),
    "language": ("language", "lang"),
    "quote": ("quote", "quotation", "excerpt", "exact", "passage"),
    "speaker": ("speaker", "said_by"),
}

_EXCERPT_KEYS: Mapping[str, str] = {
    "title": "document", "publisher": "publisher", "kind": "kind", "quote": "exact",
    "speaker": "speaker", "document_id": "document_id", "excerpt_id": "excerpt_id",
    "prefix": "prefix", "suffix": "suffix", "note": "note", "said": "said",
    "interest": "interest",
}  # fmt: skip
_KNOWN_ANYWAY = ("event_ids", "attribution", "start", "end")


@dataclass(frozen=True, slots=True)
class Source:
    """A published item, and the words quoted from it; what is not known is ""."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    kind: str = ""
    language: str = ""
    quote: str = ""
    speaker: str = ""
    document_id: str = ""
    excerpt_id: str = ""
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    said: str = ""
    interest: str = ""


def is_web_address(text: str) -> bool:
    """Say whether a text is an address that documents.csv takes."""
    pattern = read_schema().table("documents").field("url").pattern
    return re.fullmatch(pattern, text) is not None and text.isprintable()


def sources_of_text(text: str) -> tuple[Source, ...]:
    """Read a cell that names sources: addresses, or words with or without an address.

    Several addresses are several sources; entries are divided by ";" or line ends where each of
    them has at most one address.
    """
    pieces = [piece for piece in re.split(r"[;\n]\s*", text.strip()) if piece.strip()]
    if any(len(_WEB.findall(piece)) > 1 for piece in pieces):
        pieces = [word.rstrip(",") for word in text.split()]
        if not all(_WEB.fullmatch(piece) for piece in pieces):
            return tuple(Source(url=url.rstrip(".,)")) for url in _WEB.findall(text))
    return tuple(_one(piece) for piece in pieces)


def source_of_fields(fields: Mapping[str, str]) -> tuple[Source, dict[str, str]]:
    """Read a source given as named fields; give it and the fields that it has no place for."""
    rest = {name.casefold(): text for name, text in fields.items() if text.strip()}
    taken: dict[str, str] = {}
    for name, keys in _KEYS.items():
        found = next((key for key in keys if key in rest), "")
        taken[name] = one_line(rest.pop(found)) if found else ""
    return Source(**taken), rest


def source_of_excerpt(fields: Mapping[str, str]) -> tuple[Source, dict[str, str]]:
    """Read an excerpt as a dossier's own JSON has it; give it and what has no place.

    Its events and who says it are known from the event that it stands in; its place in the
    document is found again by a check.
    """
    rest = {name: text for name, text in fields.items() if name not in _KNOWN_ANYWAY}
    taken = {name: rest.pop(key, "") for name, key in _EXCERPT_KEYS.items()}
    return Source(**taken), {name: text for name, text in rest.items() if text}


def _one(piece: str) -> Source:
    found = _WEB.search(piece)
    if not found:
        return Source(title=one_line(piece))
    url = found[0].rstrip(".,)")
    words = one_line(piece.replace(url, " ")).strip(" ,:()[]<>–—-")
    return Source(title=words, url=url)
