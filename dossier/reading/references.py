"""References between tables: what names a row that isn't there is cut and listed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dossier.problems import Nearest, Problem
from dossier.reading.typed import TypedTable
from dossier.reading.values import Finding
from dossier.schema import Field, Reference

Tables = Mapping[str, TypedTable]


def cut_references(tables: Tables, unreadable: Collection[str] = ()) -> None:
    """Check every reference; cut those to rows that aren't there and list each.

    References to a table that is missing or unreadable as a whole are kept and said once a column;
    `unreadable` names tables that are there but could not be opened.
    """
    for typed in tables.values():
        for field in typed.table.fields:
            values = typed.columns.get(field.name)
            if values is None:
                continue
            if field.reference:
                target = tables.get(field.reference.table)
                absent = target is None and field.reference.table not in unreadable
                _check_column(target, typed, field, field.reference, values, absent)
            if field.min_length is not None and field.kind == "list":
                _check_lengths(typed, field, values)


def _check_column(
    target: TypedTable | None,
    typed: TypedTable,
    field: Field,
    reference: Reference,
    values: list[Any],
    absent: bool,
) -> None:
    if target is None or not target.rows:
        _say_unknown_table(typed, field, reference, values, absent)
        return
    known = dict.fromkeys(target.columns[reference.field])
    nearest: Nearest | None = None
    for at, value in enumerate(values):
        entries = value if isinstance(value, tuple) else (value,) if value else ()
        dangling = [entry for entry in entries if entry not in known]
        if not dangling:
            continue
        nearest = nearest or Nearest(known)
        for entry in dangling:
            typed.say(at, field.name, entry, _dangling(entry, target, nearest))
        if isinstance(value, tuple):
            values[at] = tuple(entry for entry in value if entry in known)
        else:
            values[at] = ""


def _dangling(entry: str, target: TypedTable, nearest: Nearest) -> Finding:
    path = target.table.path
    if entry in target.lost_keys:
        message = f"row {target.lost_keys[entry]} of {path}, which it names, had to be left out"
        return Finding("error", "foreign-key", message, "mend that row", lost=True)
    hint = nearest.hint(entry) or f"write an id that is in {path}, or leave it out"
    if "," in entry and entry.split(",")[0].strip() in target.columns[target.table.primary_key[0]]:
        hint = f"separate the entries by “;”: {entry.replace(', ', ';').replace(',', ';')}"
    return Finding("error", "foreign-key", f"no such row in {path}", hint, lost=True)


def _say_unknown_table(
    typed: TypedTable, field: Field, reference: Reference, values: list[Any], absent: bool
) -> None:
    """Say once that a column names rows of a table that is not there or not readable."""
    count = sum(1 for value in values if value)
    if not count:
        return
    path = f"{reference.table}.csv"
    why = f"there is no {path}" if absent else f"no row of {path} could be read"
    rows = "1 row names its rows" if count == 1 else f"{count} rows name its rows"
    problem = Problem(
        "note" if absent else "warning",
        "foreign-key",
        typed.table.name,
        None,
        field.name,
        "",
        f"{why}, and {rows}",
        f"add or mend {path}",
    )
    typed.problems.append(problem)


def _check_lengths(typed: TypedTable, field: Field, values: list[Any]) -> None:
    for at, value in enumerate(values):
        if len(value) < (field.min_length or 0):
            message = f"{len(value)} entries; at least {field.min_length} are needed"
            finding = Finding("error", "constraint-error", message, "add one or delete the row")
            typed.say(at, field.name, ";".join(value), finding)
