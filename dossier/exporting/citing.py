"""Documents as reference managers take them: BibTeX and CSL-JSON."""

from __future__ import annotations

import re
from typing import Any

from dossier.dates.edtf import HonestDate
from dossier.dates.parts import MONTHS, Part, read_written
from dossier.dates.words import basis_words, date_words
from dossier.exporting.exported import LossLog
from dossier.exporting.records import json_bytes
from dossier.knowing.said import known_words
from dossier.model import Document, Dossier

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_TYPES = {
    "news": "article-newspaper",
    "translated press": "article-newspaper",
    "government": "report",
    "party": "webpage",
    "web": "webpage",
}


def export_bibtex(part: Dossier, log: LossLog) -> bytes:
    """Write one @misc a document; what its date is only in words goes into the note."""
    _note_losses(part, log)
    entries = [bibtex_entry(each, _known(part, each)) for each in part.each("documents")]
    return "\n".join(entries).encode("utf-8", "replace")


def export_csl_json(part: Dossier, log: LossLog) -> bytes:
    """Write one item a document; a date that is no plain one is given in words."""
    _note_losses(part, log)
    return json_bytes([csl_item(each, _known(part, each)) for each in part.each("documents")])


def bibtex_entry(document: Document, known: str = "") -> str:
    """Give the BibTeX entry of a document; `known` says as of when it was known, if asked for."""
    plain = plain_date(document.published)
    fields = {
        "title": f"{{{bibtex_text(document.title)}}}",
        "author": f"{{{bibtex_text(document.publisher)}}}" if document.publisher else "",
        "year": str(plain[0]) if plain else "",
        "month": MONTHS[plain[1] - 1][:3].lower() if len(plain) > 1 else "",
        "day": str(plain[2]) if len(plain) > 2 else "",
        "url": re.sub(r"[{}\s]", "", document.url),
        "language": bibtex_text(document.language),
        "note": bibtex_text(_note(document, plain, known)),
    }
    lines = (f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    return f"@misc{{{document.document_id},\n" + ",\n".join(lines) + "\n}\n"


def csl_item(document: Document, known: str = "") -> dict[str, Any]:
    """Give the CSL-JSON item of a document; `known` as in `bibtex_entry`."""
    plain = plain_date(document.published)
    issued: dict[str, Any] = {"date-parts": [list(plain)]} if plain else {}
    if document.published and not plain:
        issued = {"literal": date_words(document.published)}
    item = {
        "id": document.document_id,
        "type": _TYPES.get(document.kind.casefold(), "document"),
        "title": document.title,
        "author": [{"literal": document.publisher}] if document.publisher else [],
        "publisher": document.publisher,
        "genre": document.kind,
        "issued": issued,
        "language": document.language,
        "URL": document.url,
        "note": _note(document, plain, known),
    }
    return {name: value for name, value in item.items() if value}


def plain_date(date: HonestDate | None) -> tuple[int, ...]:
    """Give a plain day, month or year of our era as numbers; () for every other date."""
    if date is None:
        return ()
    written = read_written(date.text)
    part = written.parts[0]
    if written.form != "simple" or not isinstance(part, Part) or part.qualifier or part.hidden:
        return ()
    if part.precision in ("season", "decade", "century") or part.year < 1:
        return ()
    return tuple(filter(None, (part.year, part.month, part.day)))


def _note(document: Document, plain: tuple[int, ...], known: str) -> str:
    """Say what the fields can't: the date in words and why it is so, and who stands behind it."""
    date = document.published
    pieces = [known, f"Published: {date_words(date)}" if date and not plain else ""]
    if document.published_basis and document.published_basis != "stated":
        pieces.append(f"Date {basis_words(document.published_basis)}")
    pieces += [document.published_note, document.kind and f"Kind: {document.kind}"]
    pieces += [document.interest and f"Interest: {document.interest}"]
    pieces += [document.sha256 and f"SHA-256 of the text as checked: {document.sha256}"]
    return ". ".join(" ".join(piece.split()).rstrip(".") for piece in pieces if piece)


def _known(part: Dossier, document: Document) -> str:
    return known_words(part, "documents", document.document_id)


def _note_losses(part: Dossier, log: LossLog) -> None:
    log.leave_tables(part, ("documents",))
    for document in part.each("documents"):
        if document.published and not plain_date(document.published):
            log.add("published", "no plain date, so it stands in words", document.document_id)
        if document.words:
            log.add("words", "the number of words is left out", document.document_id)


def bibtex_text(text: str) -> str:
    """Write a text as BibTeX takes it, in one line."""
    return "".join(_SIGNS.get(sign, sign) for sign in " ".join(text.split()))
