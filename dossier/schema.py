"""The declaration of a dossier's tables, read from `data/datapackage.json` and nowhere restated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

DESCRIPTOR = "datapackage.json"
DATA = Path(__file__).resolve().parent.parent / "data"

Kind = Literal["text", "list", "date", "integer", "number"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Where the values of a field must be found: a field of another table."""

    table: str
    field: str


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type, its constraints and its words for the dictionary on screen.

    `required` costs a row whose cell is empty or unusable; `if_missing` only says how grave an
    empty cell is. `labels` explains the values of a closed list. A list's lengths count entries,
    a text's count characters.
    """

    name: str
    title: str
    description: str
    kind: Kind
    required: bool = False
    unique: bool = False
    is_key: bool = False
    enum: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    pattern: str = ""
    min_length: int | None = None
    max_length: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_words: int | None = None
    delimiter: str = ";"
    default: int | None = None
    if_missing: Literal["", "warning", "error"] = ""
    reference: Reference | None = None
    is_address: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file, its columns in order, its key and its words."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    required: bool = False
    max_rows: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Name the declared columns in order."""
        return tuple(each.name for each in self.fields)

    def field(self, name: str) -> Field:
        """Give a column by its name; KeyError if none is declared."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables, by name, in the order of the declaration."""

    tables: Mapping[str, Table]

    def table(self, name: str) -> Table:
        """Give a table by its name; KeyError if none is declared."""
        return self.tables[name]


@lru_cache(maxsize=1)
def read_schema() -> Schema:
    """Read the declaration that the program ships, once."""
    return parse_schema(json.loads((DATA / DESCRIPTOR).read_text(encoding="utf-8")))


def parse_schema(descriptor: Mapping[str, Any]) -> Schema:
    """Turn a Data Package descriptor into a schema; KeyError if it is not one of ours."""
    tables = (_table(resource) for resource in descriptor["resources"])
    return Schema({table.name: table for table in tables})


def _table(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    key = tuple(schema.get("primaryKey", ()))
    references = _references(schema.get("foreignKeys", ()))
    return Table(
        name=resource["name"],
        path=resource["path"],
        title=resource["title"],
        description=resource["description"],
        fields=tuple(_field(each, key, references) for each in schema["fields"]),
        primary_key=key,
        required=resource.get("dossier:required", False),
        max_rows=resource.get("dossier:maxRows"),
    )


def _references(keys: Any) -> dict[str, Reference]:
    return {
        key["fields"][0]: Reference(key["reference"]["resource"], key["reference"]["fields"][0])
        for key in keys
    }


def _field(given: Mapping[str, Any], key: tuple[str, ...], keys: dict[str, Reference]) -> Field:
    rules = given.get("constraints", {})
    listed = given.get("dossier:references")
    reference = Reference(listed["resource"], listed["field"]) if listed else None
    return Field(
        name=given["name"],
        title=given["title"],
        description=given["description"],
        kind=_kind(given),
        required=rules.get("required", False),
        unique=rules.get("unique", False),
        is_key=given["name"] in key,
        enum=tuple(rules.get("enum", ())),
        labels=given.get("dossier:labels", {}),
        pattern=rules.get("pattern", ""),
        min_length=rules.get("minLength"),
        max_length=rules.get("maxLength"),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        max_words=given.get("dossier:maxWords"),
        delimiter=given.get("delimiter", ";"),
        default=given.get("dossier:default"),
        if_missing=given.get("dossier:ifMissing", ""),
        reference=keys.get(given["name"], reference),
        is_address=given.get("format") == "uri",
        examples=tuple(given.get("examples", ())),
    )


def _kind(given: Mapping[str, Any]) -> Kind:
    if given.get("dossier:format") == "edtf":
        return "date"
    kinds: dict[str, Kind] = {"list": "list", "integer": "integer", "number": "number"}
    return kinds.get(given["type"], "text")
