"""The difference between two versions: cells that changed, rows that came and went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dossier.csv_out import cell_text
from dossier.model import Dossier
from dossier.schema import Table, read_schema

Kind = Literal["changed", "added", "removed"]
Cells = dict[str, str]

RECKONED = frozenset({"earliest", "latest"})


@dataclass(frozen=True, slots=True)
class Change:
    """One changed cell, or one row that was added or removed, its cells then in one text.

    `row_id` is the row's key, its parts joined with "/" where there are several.
    """

    kind: Kind
    table: str
    row_id: str
    column: str
    before: str
    after: str


def diff_dossiers(old: Dossier, new: Dossier) -> tuple[Change, ...]:
    """Compare two versions table by table, rows by their key, cells as they stand in the file.

    The order of rows and columns doesn't count, nor does how a number is written. Tables without
    a key are compared by whole rows.
    """
    tables = read_schema().tables.values()
    return tuple(change for table in tables for change in _table_changes(table, old, new))


def _table_changes(table: Table, old: Dossier, new: Dossier) -> Iterator[Change]:
    before, after = _rows(table, old.tables[table.name]), _rows(table, new.tables[table.name])
    for row_id in [*before, *(each for each in after if each not in before)]:
        if row_id not in after:
            yield Change("removed", table.name, row_id, "", _whole(before[row_id]), "")
        elif row_id not in before:
            yield Change("added", table.name, row_id, "", "", _whole(after[row_id]))
        else:
            yield from _cell_changes(table.name, row_id, before[row_id], after[row_id])


def _cell_changes(table: str, row_id: str, before: Cells, after: Cells) -> Iterator[Change]:
    for column in dict.fromkeys([*before, *after]):
        old, new = before.get(column, ""), after.get(column, "")
        if old != new:
            yield Change("changed", table, row_id, column, old, new)


def _rows(table: Table, frame: pd.DataFrame) -> dict[str, Cells]:
    names = [name for name in frame.columns if name not in RECKONED or name in table.names]
    key = table.primary_key or table.names
    rows: dict[str, Cells] = {}
    for values in frame[names].itertuples(index=False, name=None):
        cells = {name: cell_text(value) for name, value in zip(names, values, strict=True)}
        rows["/".join(cells[name] for name in key)] = cells
    return rows


def _whole(cells: Cells) -> str:
    return " · ".join(text for text in cells.values() if text)
