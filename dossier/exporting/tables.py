"""Tables as they stand in a dossier's own files."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dossier.csv_out import csv_rows
from dossier.exporting.records import undeclared_columns
from dossier.model import Dossier
from dossier.schema import Field, read_schema


def cell_of(value: Any) -> str:
    """Write a value as a cell: lists divided by ";", numbers in full, nothing for none."""
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        # A list can't hold the sign that divides it.
        return ";".join(str(each).replace(";", ",") for each in value)
    if isinstance(value, float):
        return number_text(value)
    return str(value)


def number_text(value: float) -> str:
    """Write a number with all its digits and never an exponent; "" for none."""
    if value != value:
        return ""
    text = format(Decimal(repr(float(value))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def table_names(dossier: Dossier) -> tuple[str, ...]:
    """Name the tables that a dossier has: those with rows or a file, and always the events."""
    return tuple(
        name
        for name in read_schema().tables
        if name == "events" or name in dossier.files or len(dossier.tables[name])
    )


def table_columns(dossier: Dossier, name: str) -> tuple[str, ...]:
    """Name the columns of a table: the declared ones, then those that only this dossier has."""
    declared = read_schema().table(name)
    return (*declared.names, *undeclared_columns(declared, dossier.tables[name].columns))


def table_csv(dossier: Dossier, name: str) -> bytes:
    """Write one table as CSV, cells that a spreadsheet would run as a formula made harmless."""
    columns = table_columns(dossier, name)
    fields = {each.name: each for each in read_schema().table(name).fields}
    frame = dossier.tables[name]
    cells = [_cells(frame[each].tolist(), fields.get(each)) for each in columns]
    return csv_rows(columns, zip(*cells, strict=True))


def _cells(values: Sequence[Any], field: Field | None) -> list[str]:
    return [cell_of(value) for value in values] if field else [str(value) for value in values]
