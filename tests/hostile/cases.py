"""A hostile case: what is done to a copy of the default dossier, and what must come of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

DATA = Path(__file__).parents[2] / "data"

Make = Callable[[Path], None]
Rows = list[list[str]]
Expect = Literal["rejected", "warned", "accepted", "inert"]

ALL = ("*",)


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile file or folder, and what must be said of it.

    `expect` is "rejected" (an error is listed), "warned" (no error, a warning is), "accepted" (a
    note at most says what was made of it) or "inert" (read as typed, and nothing else happens).
    `code`, `table`, `row` and `column` tell the finding; `says` stands in its message or hint.
    `lost` are the ids that `lost_in`, or else `table`, no longer has, ALL for every one;
    `rejected` counts the rows that the reader lists as left out. `text` must be found in `table`
    as typed. `exit` is the exit code where `expect` doesn't tell it.
    """

    name: str
    kind: str
    make: Make
    expect: Expect
    code: str = ""
    table: str = "events"
    row: int | None = None
    column: str = ""
    lost: tuple[str, ...] = ()
    lost_in: str = ""
    rejected: int = 0
    says: str = ""
    text: str = ""
    exit: int | None = None


def default_rows(table: str) -> Rows:
    """Give the header and rows of a default table."""
    return parse_rows((DATA / f"{table}.csv").read_text("utf-8"))


def parse_rows(text: str) -> Rows:
    return list(csv.reader(io.StringIO(text, newline="")))


def key_of(table: str, row: int) -> str:
    """Give the id in a row of a default table, rows counted as a spreadsheet does."""
    return default_rows(table)[row - 1][0]


LAST = len(default_rows("events"))  # the row of the last default event


def written(rows: Rows, delimiter: str = ",", end: str = "\n") -> str:
    """Write rows as CSV; cells are quoted where they must be, a lone carriage return included."""
    special = {delimiter, '"', "\r", "\n"}

    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if special & set(cell) else cell

    return "".join(delimiter.join(map(quoted, row)) + end for row in rows)


def rows_of(table: str, change: Callable[[Rows], Rows | None]) -> Make:
    """Change the rows of a table, in place or by giving new ones."""

    def make(folder: Path) -> None:
        rows = default_rows(table)
        made = change(rows)
        save(folder, table, written(rows if made is None else made).encode("utf-8", "replace"))

    return make


def cells(table: str, row: int = 2, **values: str) -> Make:
    """Write values into the cells of one row, by column."""

    def change(rows: Rows) -> None:
        for column, value in values.items():
            rows[row - 1][rows[0].index(column)] = value

    return rows_of(table, change)


def added(table: str, **values: str) -> Make:
    """Add a row after the last; what is not given is empty."""

    def change(rows: Rows) -> None:
        rows.append([values.get(column, "") for column in rows[0]])

    return rows_of(table, change)


def both(first: Make, second: Make) -> Make:
    """Do one thing after another."""

    def make(folder: Path) -> None:
        first(folder)
        second(folder)

    return make


def texts(table: str, change: Callable[[str], str]) -> Make:
    """Change the text of a table's file."""
    return octets(table, lambda data: change(data.decode("utf-8")).encode("utf-8"))


def octets(table: str, change: Callable[[bytes], bytes]) -> Make:
    """Change the bytes of a table's file."""

    def make(folder: Path) -> None:
        save(folder, table, change((DATA / f"{table}.csv").read_bytes()))

    return make


def save(folder: Path, table: str, data: bytes) -> None:
    (folder / f"{table}.csv").write_bytes(data)
