"""Checks of excerpts against the documents, or of the receipts that the last check left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.checking.receipts import DocumentText, Found, find_excerpt, fold
from dossier.model import Document, Dossier, Excerpt
from dossier.problems import Problem, Severity
from dossier.reading.mending import why_ambiguous, why_not_found

_RECORD = "check --documents … --write records it"


def check_receipts(
    dossier: Dossier, documents: Mapping[str, DocumentText] | None
) -> tuple[list[Problem], dict[str, Found]]:
    """Give the receipt of every excerpt by id, and what is wrong with them.

    Without documents every excerpt is unchecked, and only the recorded places are looked at.
    """
    checker = _Receipts(dossier, documents or {})
    problems = [] if documents is None else list(checker.documents())
    problems += checker.excerpts()
    if documents is not None:
        problems += checker.unrecorded()
    return problems, checker.found


class _Receipts:
    """One pass over the documents and excerpts of a dossier."""

    def __init__(self, dossier: Dossier, texts: Mapping[str, DocumentText]) -> None:
        self.dossier = dossier
        self.texts = texts
        self.changed: set[str] = set()
        self.found: dict[str, Found] = {}
        self.unplaced = 0

    def documents(self) -> Iterator[Problem]:
        """Say which documents are not at hand and which have changed."""
        for at, document in enumerate(self.dossier.each("documents")):
            text = self.texts.get(document.document_id)
            if text is None:
                message = f"{document.document_id}.txt is not among the documents"
                hint = "add it; until then its excerpts are unchecked"
                yield self._document(at, "document-missing", "document_id", message, hint)
            elif document.sha256 and document.sha256 != text.sha256:
                self.changed.add(document.document_id)
                message = "the document has changed since the last check"
                hint = f"look at its excerpts; {_RECORD}"
                yield self._document(at, "hash-count", "sha256", message, hint)
            elif document.sha256 and document.words not in (None, text.words):
                message = f"the document has {text.words} words"
                yield self._document(at, "word-count", "words", message, _RECORD)

        listed = set(self.dossier.documents["document_id"].tolist())
        for name in self.texts.keys() - listed if listed else ():
            message = f"{name}.txt is among the documents but has no row here"
            yield Problem("note", "document-unlisted", "documents", None, "", name, message)

    def excerpts(self) -> Iterator[Problem]:
        """Give every excerpt its receipt, and say which ones do not hold."""
        for at, excerpt in enumerate(self.dossier.each("excerpts")):
            text = self.texts.get(excerpt.document_id)
            found = find_excerpt(text, excerpt) if text else Found("unchecked")
            self.found[excerpt.excerpt_id] = found
            if text and found.receipt == "not found":
                message, hint = why_not_found(text, excerpt)
                yield self._lost(at, "excerpt-not-found", excerpt, message, hint)
            elif text and found.receipt == "ambiguous":
                message, hint = why_ambiguous(text, excerpt)
                yield self._lost(at, "excerpt-ambiguous", excerpt, message, hint)
            else:
                yield from self._place(at, excerpt, found)

    def unrecorded(self) -> Iterator[Problem]:
        """Note once what --write would record."""
        blank = self.dossier.documents["sha256"].tolist().count("")
        for table, count, what in (
            ("documents", blank, "fingerprint"),
            ("excerpts", self.unplaced, "place"),
        ):
            if count:
                message = f"{count} without a recorded {what}"
                yield Problem("note", "receipt-missing", table, None, "", "", message, _RECORD)

    def _place(self, at: int, excerpt: Excerpt, found: Found) -> Iterator[Problem]:
        """Compare the recorded place of an excerpt with where it is."""
        start, end = excerpt.start, excerpt.end
        if start is None and end is None:
            self.unplaced += 1
        elif start is None or end is None or end - start < len(fold(excerpt.exact.strip())):
            message = "start and end do not bound the exact words"
            yield self._excerpt(at, "warning", "receipt-doubtful", excerpt, message, _RECORD)
        elif (
            found.receipt == "verified"
            and (start, end) != (found.start, found.end)
            and excerpt.document_id not in self.changed
        ):
            message = f"stands at {found.start}–{found.end}, not at {start}–{end}"
            yield self._excerpt(at, "warning", "receipt-doubtful", excerpt, message, _RECORD)

    def _lost(self, at: int, code: str, excerpt: Excerpt, message: str, hint: str) -> Problem:
        said = (
            f"{code.removeprefix('excerpt-').replace('-', ' ')} in {excerpt.document_id}: {message}"
        )
        return self._excerpt(at, "error", code, excerpt, said, hint)

    def _excerpt(
        self, at: int, severity: Severity, code: str, excerpt: Excerpt, message: str, hint: str
    ) -> Problem:
        row = int(self.dossier.rows["excerpts"][at])
        place = f"{excerpt.start}–{excerpt.end}"
        exact = code != "receipt-doubtful"
        column, value = ("exact", excerpt.exact) if exact else ("start", place)
        said = f"{excerpt.excerpt_id}: {message}"
        return Problem(severity, code, "excerpts", row, column, value, said, hint)

    def _document(self, at: int, code: str, column: str, message: str, hint: str) -> Problem:
        row = int(self.dossier.rows["documents"][at])
        document: Document = self.dossier.row("documents", at)
        value = document.document_id
        return Problem("warning", code, "documents", row, column, value, message, hint)
