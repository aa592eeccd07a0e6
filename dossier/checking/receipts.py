"""Receipts: whether the words of an excerpt stand in its document, and where.

Runs of white space, the non-breaking space included, count as one space; nothing else is
normalised and nothing is matched that is merely alike. Positions count characters of the document
as it was read, its line ends untouched.
"""

from __future__ import annotations

import hashlib
import os
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dossier.problems import Problem
from dossier.reading.files import DOCUMENT_LIMIT, FileError, file_problem, folder_names, read_file
from dossier.rows import Excerpt

Receipt = Literal["verified", "ambiguous", "not found", "unchecked"]

DOCUMENTS_VARIABLE = "DOSSIER_DOCUMENTS"
SUFFIX = ".txt"

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_WIDEST = 40  # characters that a word of the context takes at most, on average
_MANY = 1_000  # places of one excerpt that are looked for at most


@dataclass(frozen=True, slots=True)
class Found:
    """The receipt of an excerpt; `start` and `end` bound its exact words where it is verified."""

    receipt: Receipt
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with every run of white space folded to one space, and the way back.

    `runs` are the places, in the folded text, of the spaces that were longer; `dropped` counts the
    characters that folding has left out up to and including each of them.
    """

    text: str
    runs: tuple[int, ...]
    dropped: tuple[int, ...]

    def original(self, at: int) -> int:
        """Give the place in the original text of a place in the folded one."""
        before = bisect_left(self.runs, at)
        return at + (self.dropped[before - 1] if before else 0)


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a document as it was read, with its fingerprint, word count and folded form."""

    document_id: str
    text: str
    sha256: str
    words: int
    folded: Folded


def fold(text: str) -> str:
    """Fold every run of white space to one space."""
    return _SPACE.sub(" ", text)


def document_text(document_id: str, data: bytes) -> DocumentText:
    """Take in the bytes of a document; raises UnicodeDecodeError where they are not UTF-8."""
    text = data.decode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    return DocumentText(document_id, text, digest, len(text.split()), _folded(text))


def find_excerpt(document: DocumentText, excerpt: Excerpt) -> Found:
    """Look for an excerpt with its prefix and suffix in a document."""
    whole = excerpt.prefix + excerpt.exact + excerpt.suffix
    needle = fold(whole)
    if not needle.strip():
        return Found("not found")
    places = occurrences(document.folded.text, needle)
    first = next(places, None)
    if first is None:
        return Found("not found")
    if next(places, None) is not None:
        return Found("ambiguous")
    start, end = _bounds(excerpt)
    return Found(
        "verified",
        document.folded.original(first + len(fold(whole[:start]))),
        document.folded.original(first + len(fold(whole[:end])) - 1) + 1,
    )


def occurrences(text: str, needle: str) -> Iterator[int]:
    """Give every place where the needle stands, overlapping ones too, up to a thousand."""
    at = text.find(needle)
    for _ in range(_MANY):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + 1)


def excerpt_context(text: str, start: int, end: int, words: int = 40) -> tuple[str, str, str]:
    """Give some words before a passage, the passage, and some words after it, as they stand."""
    reach = words * _WIDEST
    first = max(0, start - reach)
    last = min(len(text), end + reach)
    before = [match.start() for match in _WORD.finditer(text, first, start)]
    after = [match.end() for match in _WORD.finditer(text, end, last)]
    if len(before) > words:
        first = before[-words]
    if len(after) > words:
        last = after[words - 1]
    return text[first:start], text[start:end], text[end:last]


def documents_folder() -> Path | None:
    """Give the folder of documents that the environment names; None if it names none."""
    named = os.environ.get(DOCUMENTS_VARIABLE, "").strip()
    return Path(named) if named else None


def read_documents(folder: Path) -> dict[str, DocumentText]:
    """Read the documents in a folder by id, the name without ".txt"; unreadable ones are absent."""
    return read_document_files(folder)[0]


def read_document_files(folder: Path) -> tuple[dict[str, DocumentText], list[Problem]]:
    """Read the documents in a folder by id, and say which files could not be read."""
    try:
        names = folder_names(folder)
    except FileError as error:
        hint = "name the folder that holds the documents"
        return {}, [
            Problem("error", "source-error", "", None, "", "", f"{error} (documents)", hint)
        ]
    texts: dict[str, DocumentText] = {}
    problems: list[Problem] = []
    for name in names:
        if not name.endswith(SUFFIX):
            continue
        try:
            document_id = name.removesuffix(SUFFIX)
            texts[document_id] = document_text(document_id, read_file(folder, name, DOCUMENT_LIMIT))
        except FileNotFoundError:
            continue
        except UnicodeDecodeError:
            unread = FileError("is not UTF-8, so its excerpts can't be checked", "save it as UTF-8")
            problems.append(file_problem(name, unread))
        except FileError as error:
            problems.append(file_problem(name, error))
    return texts, problems


def _folded(text: str) -> Folded:
    runs, dropped, total = [], [], 0
    for match in _SPACE.finditer(text):
        length = match.end() - match.start()
        if length > 1:
            runs.append(match.start() - total)
            total += length - 1
            dropped.append(total)
    return Folded(fold(text), tuple(runs), tuple(dropped))


def _bounds(excerpt: Excerpt) -> tuple[int, int]:
    """Bound the exact words, white space around them aside, in prefix + exact + suffix."""
    lead = len(excerpt.exact) - len(excerpt.exact.lstrip())
    start = len(excerpt.prefix) + lead
    return start, start + len(excerpt.exact.strip())
