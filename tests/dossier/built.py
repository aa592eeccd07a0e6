"""Dossiers built in a test from a few rows: what a row leaves out is empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dossier.dates.edtf import parse_date
from dossier.model import DAY_MAX, DAY_MIN, About, Dossier
from dossier.schema import Table, read_schema

Rows = Iterable[Mapping[str, Any]]
EMPTY: dict[str, Any] = {"list": (), "number": None, "integer": None, "text": "", "date": ""}


def build_dossier(**tables: Rows) -> Dossier:
    """A dossier of the given tables, each a list of rows; lists are written with ";"."""
    declared = read_schema().tables.values()
    frames = {table.name: build_frame(table, tables.get(table.name, ())) for table in declared}
    frames["events"] = dated(frames["events"])
    return Dossier(About("test", "A test"), frames)


def build_frame(table: Table, rows: Rows) -> pd.DataFrame:
    rows = list(rows)
    columns = {}
    for field in table.fields:
        cells = [row.get(field.name, EMPTY[field.kind]) for row in rows]
        columns[field.name] = build_column(field.kind, cells)
    return pd.DataFrame(columns)


def build_column(kind: str, cells: list[Any]) -> pd.Series:
    if kind == "list":
        split = [tuple(cell.split(";")) if isinstance(cell, str) else cell for cell in cells]
        return pd.Series(split, dtype=object)
    if kind in ("number", "integer"):
        return pd.Series(cells, dtype="float64")
    return pd.Series(cells, dtype="str")


def dated(events: pd.DataFrame) -> pd.DataFrame:
    dates = [parse_date(text) for text in events["date"]]
    ends = [(date.earliest, date.latest) for date in dates]
    events["earliest"] = [DAY_MIN if first is None else first for first, _ in ends]
    events["latest"] = [DAY_MAX if last is None else last for _, last in ends]
    events = events.astype({"earliest": "int64", "latest": "int64"})
    events["importance"] = events["importance"].fillna(1).astype("int64")
    return events.sort_values(["earliest", "latest", "event_id"], ignore_index=True)
