"""Bytes of one table to columns of text, every row kept or listed as rejected."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from dossier.csv_out import unguarded
from dossier.model import RejectedRow
from dossier.problems import VALUE_LIMIT, Problem, Severity
from dossier.reading.headers import Header, parse_header
from dossier.reading.lines import SAVE_AS_UTF8, Lines, is_odd, other_kind, plain_bytes
from dossier.reading.plain import FEWEST, PlainRows
from dossier.reading.records import DELIMITERS, Record, find_delimiter, read_records
from dossier.schema import Table

_CHUNK = 2_000  # rows that are turned into columns at a time
_REPEATED = 5_000  # different cells of a column of which equal ones are held once


@dataclass(slots=True)
class RawTable:
    """One table as text: the columns of the file under their names, cell by cell as typed.

    `rows` numbers the rows as a spreadsheet does. `odd` says that some cell may hold characters
    that a reader doesn't see. `usable` is False when there is no row that could be used.
    """

    table: Table
    header: Header
    columns: dict[str, list[str]]
    rows: array[int]
    problems: list[Problem] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    odd: bool = False
    usable: bool = True


def parse_table(table: Table, data: bytes, *, guarded: bool = False) -> RawTable:
    """Read the bytes of a table into columns of text; whatever they are, nothing is raised.

    `guarded` says that an export put an apostrophe before cells that a spreadsheet would run.
    """
    kind = other_kind(data)
    if kind:
        hint = "open it in the program that made it and save this table as “CSV UTF-8”"
        return _unusable(table, "format-error", f"is {kind}, not a table of text", hint)
    plain, problems = plain_bytes(data, table.name)
    reader = _Reader(table, plain, problems, guarded)
    reader.read()
    return reader.raw()


def _unusable(table: Table, code: str, message: str, hint: str) -> RawTable:
    problem = Problem("error", code, table.name, None, "", "", message, hint)
    header = Header((), (), (), ())
    return RawTable(table, header, {}, array("q"), [problem], usable=False)


class _Reader:
    """The reading of one table, record by record."""

    def __init__(self, table: Table, data: bytes, problems: list[Problem], guarded: bool) -> None:
        self.table = table
        self.guarded = guarded
        self.data = data
        self.problems = problems
        self.header = Header((), (), (), ())
        self.columns: list[list[str]] = []
        self.seen: list[dict[str, str]] = []
        self.rows: array[int] = array("q")
        self.chunk: list[list[str]] = []
        self.rejected: list[RejectedRow] = []
        self.blank: list[int] = []
        self.foreign: list[int] = []

    def read(self) -> None:
        """Read all records; the first one with content is the header."""
        lines = Lines(self.data)
        delimiter, skipped = self._delimiter()
        for _ in range(skipped):
            next(lines)
        records = read_records(lines, delimiter)
        plain, row, read = PlainRows(lines, delimiter), skipped, True
        while read:
            row = self._take_plain_rows(plain, row)
            read = False
            for record in islice(records, FEWEST if self.header.labels else 1):
                row, read = row + 1, True
                self._take_record(record, row, foreign=lines.foreign > 0)
        self._turn()
        self._sum_up()

    def _take_plain_rows(self, plain: PlainRows, row: int) -> int:
        """Take the rows up to the next that needs a second look; give the last one's number."""
        if not self.header.labels:
            return row
        for rows in plain.runs(len(self.header.labels)):
            self._turn()
            self.rows.extend(range(row + 1, row + 1 + len(rows)))
            row += len(rows)
            self.chunk = [[*map(unguarded, cells)] for cells in rows] if self.guarded else rows
        return row

    def _take_record(self, record: Record, row: int, *, foreign: bool) -> None:
        if foreign:
            self.foreign.append(row)
        if self.guarded:
            record = Record([*map(unguarded, record.cells)], record.flaw)
        if not any(map(str.strip, record.cells)):
            self.blank.append(row)
        elif not self.header.labels:
            self._take_header(record, row)
        else:
            self._take(record, row)

    def raw(self) -> RawTable:
        """Give what was read."""
        named = zip(self.header.names, self.columns, strict=False)
        return RawTable(
            table=self.table,
            header=self.header,
            columns={name: column for name, column in named if name},
            rows=self.rows,
            problems=self.problems,
            rejected=self.rejected,
            odd=is_odd(self.data),
            usable=bool(self.header.labels) and not self.header.missing,
        )

    def _delimiter(self) -> tuple[str, int]:
        """Find the separator, and how many lines to skip, from the first line with content.

        Some spreadsheets say the separator in a line of its own, "sep=;".
        """
        line = next((each for each in Lines(self.data) if each.strip(",;|\t\r\n ")), "")
        said = line.strip().lower()
        if said.startswith("sep=") and len(said) == 5 and said[-1] in DELIMITERS:
            found, skipped = said[-1], 1
            self._say("note", "format-error", 1, "", f"a spreadsheet's line “{said}” left out")
        else:
            found, skipped = find_delimiter(line, self.table.names), 0
        if found != ",":
            self._say_delimiter(found)
        return found, skipped

    def _say_delimiter(self, delimiter: str) -> None:
        message = f"cells are separated by the {DELIMITERS[delimiter]}; read as such"
        self._say("warning", "format-error", None, "", message, "save it with commas")

    def _take_header(self, record: Record, row: int) -> None:
        self.header = parse_header(self.table, record.cells, row)
        self.problems.extend(self.header.problems)
        self.columns = [[] for _ in self.header.names]
        self.seen = [{} for _ in self.header.names]
        if record.flaw:
            hint = "write each quote inside a cell twice"
            self._say("error", "incorrect-label", row, "", "a quote is not closed", hint)

    def _take(self, record: Record, row: int) -> None:
        cells, width = record.cells, len(self.header.labels)
        if record.flaw in ("quote", "too long"):
            self._reject_line(record, row)
            return
        if record.flaw:
            message = "a quote is not closed; the row is read as typed, quotes included"
            hint = "write each quote inside a cell twice, and the cell in quotes"
            self._say("error", "quote-error", row, _quoted(cells), message, hint)
        if len(cells) > width and any(map(str.strip, cells[width:])):
            self._reject_long(cells, row)
            return
        if len(cells) != width:
            self._fit(cells, row)
        self.rows.append(row)
        self.chunk.append(cells)
        if len(self.chunk) >= _CHUNK:
            self._turn()

    def _reject_line(self, record: Record, row: int) -> None:
        if record.flaw == "quote":
            message = "a quote is opened or closed where it can't be, so the row can't be read"
            hint = "write each quote inside a cell twice, and the cell in quotes"
            self._reject(record.cells, row, "quote-error", message, hint)
        else:
            message = "a cell is longer than 131,072 characters, so the row can't be read"
            self._reject(record.cells, row, "source-error", message, "shorten the cell")

    def _reject_long(self, cells: list[str], row: int) -> None:
        width = len(self.header.labels)
        message = f"{len(cells)} cells where the header has {width}, so columns may have moved"
        hint = "put a cell that holds a comma in quotes"
        self._reject(cells, row, "extra-cell", message, hint, value=cells[width])

    def _fit(self, cells: list[str], row: int) -> None:
        width = len(self.header.labels)
        if len(cells) > width:
            del cells[width:]
            message = f"empty cells after the last of {width} columns; left out"
            self._say("note", "extra-cell", row, "", message)
            return
        message = f"{len(cells)} cells where the header has {width}; the rest is taken as empty"
        self._say("warning", "missing-cell", row, "", message, "add the missing separators")
        cells.extend([""] * (width - len(cells)))

    def _reject(
        self, cells: list[str], row: int, code: str, message: str, hint: str, value: str = ""
    ) -> None:
        self._say("error", code, row, value or cells[0], f"{message}; row left out", hint)
        self.rejected.append(RejectedRow(row, self.header.labels, tuple(cells), message))

    def _turn(self) -> None:
        """Turn the rows at hand into columns; equal cells of a column become one object."""
        for column, seen, cells in zip(
            self.columns, self.seen, zip(*self.chunk, strict=True), strict=False
        ):
            column.extend(map(seen.setdefault, cells, cells) if len(seen) < _REPEATED else cells)
        self.chunk = []

    def _sum_up(self) -> None:
        if not self.header.labels:
            message = "is empty" if not self.data.strip() else "holds no header and no rows"
            self._say("error", "source-error", None, "", message, "write the column names first")
        elif self.table.required and not self.rows and not self.rejected:
            self._say("error", "source-error", None, "", "has a header but no rows", "add rows")
        self._drop_empty_columns()
        if self.blank:
            self._say(
                "note",
                "blank-row",
                self.blank[0],
                "",
                _rows_said(self.blank, "blank row") + " left out",
            )
        if self.foreign:
            self._say_foreign()

    def _drop_empty_columns(self) -> None:
        """Leave out columns that have neither a name nor a cell with content."""
        names = list(self.header.names)
        for at, label in enumerate(self.header.labels):
            if not label.strip() and names[at] and not self._has_content(at):
                self.problems = [p for p in self.problems if p.column != names[at]]
                names[at] = ""
        dropped = self.header.names.count("") - names.count("")
        if dropped:
            self.header = replace(self.header, names=tuple(names))
            message = f"{_counted(-dropped, 'column')} without a name or content left out"
            self._say("note", "blank-label", None, "", message)
        left_out = [at for at, name in enumerate(names) if not name]
        if not any(map(self._has_content, left_out)):
            self.problems = [p for p in self.problems if p.code != "table-dimensions"]

    def _has_content(self, at: int) -> bool:
        return bool(self.header.labels[at].strip()) or any(map(str.strip, self.columns[at]))

    def _say_foreign(self) -> None:
        rows = _rows_said(self.foreign, "row")
        message = f"is not UTF-8; read as Windows-1252 (Latin-1) in {rows}, accents may be wrong"
        self._say("warning", "encoding-error", self.foreign[0], "", message, SAVE_AS_UTF8)

    def _say(
        self,
        severity: Severity,
        code: str,
        row: int | None,
        value: str,
        message: str,
        hint: str = "",
    ) -> None:
        cut = value[:VALUE_LIMIT]
        self.problems.append(Problem(severity, code, self.table.name, row, "", cut, message, hint))


def _quoted(cells: Sequence[str]) -> str:
    return next((cell for cell in cells if '"' in cell), "")


def _rows_said(rows: Sequence[int], what: str) -> str:
    few = ", ".join(str(row) for row in rows[:10])
    more = ", …" if len(rows) > 10 else ""
    return f"{_counted(len(rows), what)} ({few}{more})"


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
