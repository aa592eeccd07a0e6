"""Cells of a well-formed CSV text, each with its place, so that one can be changed and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# A cell in quotes or without, and what ends it: a comma, a line end or the end of the text.
_CELL = re.compile(r'("[^"]*(?:""[^"]*)*"|[^",\r\n][^,\r\n]*|)(,|\r\n|\n|\r|\Z)')

Span = tuple[int, int]


class CellError(ValueError):
    """A text is not well-formed enough to change single cells of it."""


def read_cells(text: str) -> Iterator[list[Span]]:
    """Give the places of the cells of each record; raises CellError where a quote is astray."""
    at, record = 0, list[Span]()
    while at < len(text) or record:
        match = _CELL.match(text, at)
        if match is None:
            raise CellError("a quote is opened or closed where it can't be")
        record.append(match.span(1))
        at = match.end()
        if match[2] != ",":
            yield record
            record = []


def cell_text(text: str, span: Span) -> str:
    """Give what a cell says, its quotes undone."""
    typed = text[span[0] : span[1]]
    return typed[1:-1].replace('""', '"') if typed.startswith('"') else typed


def write_cells(text: str, changes: Mapping[Span, str]) -> str:
    """Put new values into cells; quoting stays as it was, and so does every other character.

    The new values need no quotes: digits and letters only.
    """
    pieces, at = [], 0
    for (start, end), value in sorted(changes.items()):
        quote = '"' if text[start:end].startswith('"') else ""
        pieces += [text[at:start], quote, value, quote]
        at = end
    return "".join([*pieces, text[at:]])
