"""Plain rows: many lines at once, where each is a record of its own that needs no second look."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from dossier.reading.lines import Lines
from dossier.reading.records import CELL_LIMIT

MOST = 2_000  # lines that are tried together
FEWEST = 16  # lines of which one is odd are read one by one


class PlainRows:
    """Takes runs of plain rows off the lines of a table, and leaves the other rows there.

    Around an odd row fewer lines are tried, so that it costs only its neighbours the quick way.
    """

    def __init__(self, lines: Lines, delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._count = MOST

    def runs(self, width: int) -> Iterator[list[list[str]]]:
        """Give runs of rows of so many cells until the next must be read as a record."""
        while lines := self._lines.some(self._count):
            rows = plain_rows(lines, self._delimiter, width)
            if rows is not None:
                self._count = min(MOST, 2 * self._count)
                yield rows
                continue
            self._lines.push_back(lines)
            if len(lines) <= FEWEST:
                return
            self._count = max(FEWEST, len(lines) // 8)


def plain_rows(lines: list[str], delimiter: str, width: int) -> list[list[str]] | None:
    """Split lines into rows of so many cells; None unless each is a row with some content.

    What is given is what `read_records` gives without a flaw.
    """
    if max(map(len, lines)) > CELL_LIMIT:
        return None
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    if len(rows) != len(lines) or set(map(len, rows)) != {width}:
        return None
    blank = (not any(map(str.strip, row)) for row in rows if not row[0].strip())
    return None if any(blank) else rows
