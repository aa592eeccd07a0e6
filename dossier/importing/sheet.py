"""A sheet of text read into rows: separators, encodings and quotes as the dossier's own reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.csv_out import unguarded
from dossier.importing.draft import Draft
from dossier.importing.imported import MAX_ROWS, ImportRefusedError
from dossier.reading.lines import Lines, plain_bytes
from dossier.reading.records import DELIMITERS, Record, find_delimiter, read_records

_MOST_COLUMNS = 500


@dataclass(slots=True)
class Sheet:
    """The rows of a sheet that have content, each by heading, numbered as a spreadsheet does.

    `faults` gives row numbers with what is wrong with them; they are not in `rows`.
    `freed` names the cells whose apostrophe against running as a formula was taken off.
    """

    headings: tuple[str, ...] = ()
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    blank: int = 0
    faults: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    freed: list[tuple[str, int]] = field(default_factory=list)


def read_sheet(data: bytes, known: Iterable[str]) -> Sheet:
    """Read the bytes of a sheet; the first row with content holds the headings.

    `known` are headings by which the separator is found. Raises ImportRefusedError for what is no
    sheet or has too many rows or columns.
    """
    plain, found = plain_bytes(data, "")
    sheet = Sheet(remarks=[problem.message for problem in found if problem.severity != "note"])
    delimiter, skipped = _delimiter(plain, tuple(known))
    lines = Lines(plain)
    for _ in range(skipped):
        next(lines)
    foreign = 0
    for row, record in enumerate(read_records(lines, delimiter), start=1 + skipped):
        foreign += bool(lines.foreign)
        if not any(cell.strip() for cell in record.cells):
            sheet.blank += bool(sheet.headings)
        elif not sheet.headings:
            sheet.headings = _headings(record.cells)
        else:
            _take(sheet, row, record)
    if foreign:
        sheet.remarks.append(f"not UTF-8 in {foreign} rows; read as Windows-1252 there")
    if not sheet.headings:
        raise ImportRefusedError("the file is empty")
    return sheet


def heading_key(heading: str) -> str:
    """Fold a heading to compare it: no case, one space between words, "_" and "-" as spaces."""
    return " ".join(heading.casefold().replace("_", " ").replace("-", " ").split())


def note_faults(draft: Draft, sheet: Sheet) -> None:
    """Note in a draft what was wrong with a sheet; its faulty rows are left out."""
    for row, fault, cells in sheet.faults:
        draft.leave_out(row, fault, cells)
    for name, row in sheet.freed:
        went = "the apostrophe that keeps a spreadsheet from running the cell was taken off"
        draft.log.add("altered", name, row, went)
    for remark in sheet.remarks:
        draft.log.add("look at", "the file", 0, remark)


def _delimiter(data: bytes, known: tuple[str, ...]) -> tuple[str, int]:
    line = next((each for each in Lines(data) if each.strip(",;|\t\r\n ")), "")
    said = line.strip().lower()
    if said.startswith("sep=") and len(said) == 5 and said[-1] in DELIMITERS:
        return said[-1], 1
    best = find_delimiter(line, known)
    if best == "," and "," not in line:
        best = max(DELIMITERS, key=line.count)
    return best, 0


def _headings(cells: list[str]) -> tuple[str, ...]:
    """Name every column, each differently."""
    if len(cells) > _MOST_COLUMNS:
        raise ImportRefusedError(f"it has {len(cells):,} columns; at most {_MOST_COLUMNS} are read")
    names: list[str] = []
    for at, cell in enumerate(cells, 1):
        name = base = " ".join(cell.strip("\ufeff").split()) or f"column {at}"
        number = 2
        while name in names:
            name, number = f"{base} ({number})", number + 1
        names.append(name)
    return tuple(names)


def _take(sheet: Sheet, row: int, record: Record) -> None:
    if len(sheet.rows) >= MAX_ROWS:
        raise ImportRefusedError(f"it has more than {MAX_ROWS:,} rows; split it")
    width = len(sheet.headings)
    cells = [unguarded(cell) for cell in record.cells]
    if cells != record.cells:
        pairs = zip(sheet.headings, cells, record.cells, strict=False)
        sheet.freed += [(name, row) for name, cell, typed in pairs if cell != typed]
    named = dict(zip(sheet.headings, cells, strict=False))
    if record.flaw in ("quote", "too long"):
        why = "a quote is opened or closed where it can't be"
        fault = why if record.flaw == "quote" else "a cell is too long"
        sheet.faults.append((row, fault, {"the line": cells[0]}))
    elif any(cell.strip() for cell in cells[width:]):
        more = {f"column {at}": cell for at, cell in enumerate(cells[width:], width + 1)}
        fault = f"{len(cells)} cells where the headings are {width}, so columns may have moved"
        sheet.faults.append((row, fault, named | more))
    else:
        if record.flaw:
            sheet.remarks.append(f"row {row}: a quote is not closed; read as typed")
        sheet.rows.append((row, named))
