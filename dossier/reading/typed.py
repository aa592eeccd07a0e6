"""One table typed: good cells as values, the rows that can't be kept set apart and listed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.model import RejectedRow
from dossier.problems import VALUE_LIMIT, Problem
from dossier.reading.frames import event_order, make_frame
from dossier.reading.tables import RawTable, parse_table
from dossier.reading.values import Finding, parse_column
from dossier.schema import Table


@dataclass(slots=True)
class TypedTable:
    """A table as columns of values, its rows numbered as a spreadsheet does.

    `columns` holds the declared columns that the file has, `extra` the others. `lost_keys` maps
    the ids of rejected rows to their rows. `usable` is False where no row could have been kept.
    """

    table: Table
    columns: dict[str, list[Any]] = field(default_factory=dict)
    extra: dict[str, list[str]] = field(default_factory=dict)
    rows: Sequence[int] = ()
    problems: list[Problem] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    lost_keys: dict[str, int] = field(default_factory=dict)
    usable: bool = False

    def say(self, at: int, column: str, value: str, finding: Finding) -> None:
        """List a finding about the cell of a column in the row at a position."""
        self.problems.append(
            Problem(
                finding.severity,
                finding.code,
                self.table.name,
                self.rows[at],
                column,
                value[:VALUE_LIMIT],
                finding.message,
                finding.hint,
            )
        )

    def frame(self) -> tuple[pd.DataFrame, npt.NDArray[np.int64]]:
        """Give the table as a frame, and the row that each of its rows has in a spreadsheet.

        The columns go over into the frame, so that a large table isn't held twice.
        """
        made = make_frame(self.table, self.columns, self.extra, len(self.rows))
        rows = np.array(self.rows, dtype=np.int64)
        if self.table.name != "events" or not len(made):
            return made, rows
        order = event_order(made)
        return made.iloc[order].reset_index(drop=True), rows[order]


def read_table(table: Table, data: bytes, *, guarded: bool = False) -> TypedTable:
    """Read the bytes of a table into values; whatever they are, nothing is raised.

    `guarded` says that cells carry the apostrophes of an export, which are taken off.
    """
    raw = parse_table(table, data, guarded=guarded)
    typed = TypedTable(table, rows=raw.rows, usable=raw.usable)
    typed.problems, typed.rejected = raw.problems, raw.rejected
    if raw.usable:
        reasons = _type_columns(raw, typed)
        reasons |= _repeated_keys(typed, reasons)
    else:
        missing = ", ".join(raw.header.missing)
        reasons = dict.fromkeys(range(len(raw.rows)), f"the table has no column {missing}")
    _note_lost_keys(raw, typed)
    _set_apart(raw, typed, reasons)
    if table.max_rows is not None and len(typed.rows) > table.max_rows:
        _say_too_many(typed, table.max_rows)
    return typed


def _type_columns(raw: RawTable, typed: TypedTable) -> dict[int, str]:
    """Type the declared columns; give the reason for each row that can't be kept."""
    reasons: dict[int, str] = {}
    for each in raw.table.fields:
        cells = raw.columns.get(each.name)
        if cells is None:
            continue
        column = parse_column(each, cells, odd=raw.odd)
        typed.columns[each.name] = column.values
        for at, finding in column.findings:
            if finding.lost and each.required:
                finding = _costing(finding)
                reasons.setdefault(at, finding.message)
            typed.say(at, each.name, cells[at], finding)
    declared = set(raw.table.names)
    typed.extra = {name: cells for name, cells in raw.columns.items() if name not in declared}
    return reasons


def _costing(finding: Finding) -> Finding:
    message = f"{finding.message}; row left out"
    return Finding(finding.severity, finding.code, message, finding.hint, lost=True)


def _repeated_keys(typed: TypedTable, reasons: dict[int, str]) -> dict[int, str]:
    """List rows whose key an earlier kept row has; give their reasons."""
    key = typed.table.primary_key
    if not key:
        return {}
    first: dict[Any, int] = {}
    repeated: dict[int, str] = {}
    columns = [typed.columns[name] for name in key]
    for at, value in enumerate(zip(*columns, strict=True)):
        if at in reasons or first.setdefault(value, at) == at:
            continue
        message = f"row {typed.rows[first[value]]} has the same {' and '.join(key)}; row left out"
        finding = Finding("error", "primary-key", message, "give each row its own", lost=True)
        shown = ", ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in value)
        typed.say(at, key[0] if len(key) == 1 else key[-1], shown, finding)
        repeated[at] = message
    return repeated


def _note_lost_keys(raw: RawTable, typed: TypedTable) -> None:
    """Remember the ids of lines that were rejected before they could be told into columns."""
    key = raw.table.primary_key[:1]
    if not key or key[0] not in raw.header.names:
        return
    at = raw.header.names.index(key[0])
    for row in raw.rejected:
        whole_line = len(row.cells) == 1 and not at
        cell = row.cells[0].split(",")[0] if whole_line else row.cells[at : at + 1]
        typed.lost_keys.setdefault("".join(cell).strip(' "'), row.row)


def _set_apart(raw: RawTable, typed: TypedTable, reasons: dict[int, str]) -> None:
    """Take the rows that can't be kept out of the columns and list them as rejected."""
    if not reasons:
        return
    named = [(at, raw.columns[name]) for at, name in enumerate(raw.header.names) if name]
    key = raw.columns.get(raw.table.primary_key[0]) if raw.table.primary_key else None
    for at, reason in sorted(reasons.items()):
        cells = [""] * len(raw.header.labels)
        for place, column in named:
            cells[place] = column[at]
        row = raw.rows[at]
        typed.rejected.append(RejectedRow(row, raw.header.labels, tuple(cells), reason))
        if key is not None:
            typed.lost_keys.setdefault(key[at].strip(), row)
    typed.rejected.sort(key=lambda each: each.row)
    kept = [at for at in range(len(raw.rows)) if at not in reasons]
    typed.columns = {name: _only(values, kept) for name, values in typed.columns.items()}
    typed.extra = {name: _only(values, kept) for name, values in typed.extra.items()}
    typed.rows = array("q", (raw.rows[at] for at in kept))


def _only(values: Sequence[Any], kept: Iterable[int]) -> list[Any]:
    return [values[at] for at in kept]


def _say_too_many(typed: TypedTable, limit: int) -> None:
    message = f"{len(typed.rows)} rows; at most {limit} are meant"
    hint = "join some: more can't be told apart by colour" if typed.table.name == "themes" else ""
    typed.problems.append(
        Problem("warning", "table-dimensions", typed.table.name, None, "", "", message, hint)
    )
