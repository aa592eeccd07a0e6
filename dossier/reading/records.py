"""Lines to records: separators and quotes, with one broken quote costing one row at most."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.reading.lines import Lines

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}

CELL_LIMIT = 131_072  # characters; not left to csv.field_size_limit, which anyone may change

Flaw = Literal["", "quote kept", "quote", "too long"]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file: its cells and what was wrong with their quotes.

    With the flaw "quote kept" the cells are what was typed, stray quotes included; with "quote"
    and "too long" the record can't be told apart into cells and `cells` holds the line.
    """

    cells: list[str]
    flaw: Flaw = ""


def read_records(lines: Lines, delimiter: str) -> Iterator[Record]:
    """Give the records of a table; the first one with content sets the expected width.

    A quote that is opened and never closed would swallow the rows after it. Such a record is taken
    back to its first line, which is read alone, and reading goes on with the next line. The lines
    of the record at hand are in `lines.taken`.
    """
    width = 0
    reader = _reader(lines, delimiter)
    while True:
        lines.mark()
        try:
            cells, error = next(reader), ""
        except StopIteration:
            return
        except csv.Error as fault:
            cells, error = [], str(fault)
        if lines.size > CELL_LIMIT and max(map(len, cells), default=0) > CELL_LIMIT:
            error = "a cell is larger than the limit"
        record = Record(cells)
        if error or _may_have_swallowed(cells, width, lines, delimiter):
            record = _first_line(lines, delimiter, width, cells, error)
            reader = _reader(lines, delimiter)
        width = width or (len(record.cells) if any(record.cells) else 0)
        yield record


def find_delimiter(line: str, known: Sequence[str]) -> str:
    """Find the separator by which most of the known names stand in a header line; else comma."""
    best = (0, ",")
    for delimiter in DELIMITERS:
        names = {name.strip(" \"'\t\r\n").casefold() for name in line.split(delimiter)}
        found = len(names & {name.casefold() for name in known})
        if found > best[0]:
            best = (found, delimiter)
    return best[1]


def _reader(lines: Lines, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _may_have_swallowed(cells: list[str], width: int, lines: Lines, delimiter: str) -> bool:
    if not width or len(lines.taken) < 2:
        return False
    return len(cells) != width or _holds_a_row(lines.taken[1:], delimiter, width)


def _holds_a_row(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Say whether some line inside a record is plainly a record of its own.

    Of as many cells as the header, the first one word, as an id is: where prose has as many
    commas, white space follows most of them.
    """
    return width > 2 and any(_is_row(line, delimiter, width) for line in lines)


def _is_row(line: str, delimiter: str, width: int) -> bool:
    if line.count(delimiter) < width - 1 or line.count('"') % 2:
        return False
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return False
    spaced = sum(cell[:1].isspace() for cell in cells)
    return len(cells) == width and len(cells[0].split()) == 1 and 2 * spaced <= width


def _first_line(lines: Lines, delimiter: str, width: int, cells: list[str], error: str) -> Record:
    """Read the first line of a broken record alone and give the other lines back."""
    first, rest = lines.taken[0], lines.taken[1:]
    alone = _alone(first, delimiter, width)
    if alone is None and not error and not _holds_a_row(rest, delimiter, width):
        return Record(cells)  # several lines of a record that is merely ragged
    lines.push_back(rest)
    del lines.taken[1:]
    # Where no row follows before the limit, no quote was left open: the cell is that long.
    limit = "larger" in error or "too long" in error
    endless = limit and width > 2 and not _holds_a_row(rest, delimiter, width)
    if alone is not None and not endless:
        return Record(alone, "quote kept")
    flaw: Flaw = "too long" if endless or len(first) > CELL_LIMIT else "quote"
    return Record([first.rstrip("\r\n")], flaw)


def _alone(line: str, delimiter: str, width: int) -> list[str] | None:
    """Split one line into the expected number of cells, if that can be done without guessing."""
    try:
        typed = next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
        if len(typed) == width or not width:
            return [_unquoted(cell) for cell in typed]
        lenient = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return None
    return lenient if len(lenient) == width and line.count('"') % 2 == 0 else None


def _unquoted(cell: str) -> str:
    if len(cell) >= 2 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', ""):
        return cell[1:-1].replace('""', '"')
    return cell
