"""The header of a table: which column of the file is which declared column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dossier.problems import Nearest, Problem, Severity
from dossier.schema import Table

EXTRA_COLUMNS = 200  # undeclared columns that are kept

_RESERVED = {"earliest", "latest"}


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a file: what was typed, and the name each one has from here on.

    A name is that of a declared column or of an undeclared one that is kept; "" is left out.
    """

    labels: tuple[str, ...]
    names: tuple[str, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def parse_header(table: Table, labels: list[str], row: int) -> Header:
    """Name the columns of a file after the labels in its first row."""
    problems: list[Problem] = []

    def say(severity: Severity, code: str, label: str, message: str, hint: str = "") -> None:
        problems.append(Problem(severity, code, table.name, row, label, "", message, hint))

    names = _declared_names(table, labels, say)
    _name_the_rest(table, labels, names, say)
    missing = tuple(f.name for f in table.fields if f.required and f.name not in names)
    for name in missing:
        message = f"there is no column {name}, so no row of the table can be used"
        say("error", "missing-label", name, message, f"name a column “{name}” in the first row")
    return Header(tuple(labels), tuple(names), missing, tuple(problems))


_Say = Callable[..., None]


def _declared_names(table: Table, labels: list[str], say: _Say) -> list[str]:
    """Give each declared name to the first label that spells it, exact spelling first."""
    names = [""] * len(labels)
    for spell in (lambda label: label, _loosely):
        for at, label in enumerate(labels):
            name = spell(label)
            if names[at] or name not in table.names or name in names:
                continue
            names[at] = name
            if label != name:
                say(
                    "warning",
                    "incorrect-label",
                    name,
                    f"read as {name}: “{label[:80]}”",
                    f"write “{name}”",
                )
    return names


def _name_the_rest(table: Table, labels: list[str], names: list[str], say: _Say) -> None:
    extra = 0
    for at, label in enumerate(labels):
        if names[at]:
            continue
        extra += 1
        if extra > EXTRA_COLUMNS:
            message = f"more than {EXTRA_COLUMNS} columns are not declared; the rest is left out"
            say("error", "table-dimensions", "", message, "leave out what the dossier doesn't need")
            return
        names[at] = _extra_name(table, label.strip(), at, names, say)


def _extra_name(table: Table, label: str, at: int, names: list[str], say: _Say) -> str:
    if not label:
        message = f"column {at + 1} has no name; kept as “column {at + 1}”"
        say("warning", "blank-label", f"column {at + 1}", message, "name the column or delete it")
        return _free(f"column {at + 1}", names)
    spelled = _loosely(label)
    if spelled in names or label in names:
        name = _free(label, names)
        message = f"a second column of this name; kept apart as “{name}”"
        say("error", "duplicate-label", label, message, "keep one of them")
        return name
    name = _free(label + " (as typed)" if spelled in _RESERVED else label, names)
    near = Nearest(n for n in table.names if n not in names).find(label)
    if near:
        message = "not a column of this table; kept beside the others"
        say("warning", "extra-label", label, message, f"if you mean “{near}”, write so")
    else:
        say("note", "extra-label", label, "not a column of this table; kept beside the others")
    return name


def _free(name: str, names: list[str]) -> str:
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{name} ({number})"
    return free


def _loosely(label: str) -> str:
    return "_".join(label.strip("\ufeff \t\r\n\"'").casefold().replace("-", " ").split())
