"""The whole dossier as one zip: a Frictionless Data Package with all its tables."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from dossier.exporting.exported import LossLog
from dossier.exporting.records import json_bytes
from dossier.exporting.tables import table_columns, table_csv, table_names
from dossier.ids import slug
from dossier.model import Dossier
from dossier.schema import DATA, DESCRIPTOR, Field, read_schema

# A zip records when its files were changed; no clock, so the earliest moment that it can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def export_datapackage(part: Dossier, log: LossLog) -> bytes:
    """Write datapackage.json and every table; the same dossier gives the same bytes."""
    paths = {name: read_schema().table(name).path for name in table_names(part)}
    files = {path: table_csv(part, name) for name, path in paths.items()}
    descriptor = _descriptor(part, {name: files[path] for name, path in paths.items()}, log)
    return zipped({DESCRIPTOR: json_bytes(descriptor), **files})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip that says nothing of when and where it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()


def _descriptor(part: Dossier, tables: Mapping[str, bytes], log: LossLog) -> dict[str, Any]:
    about = part.about
    declared = json.loads((DATA / DESCRIPTOR).read_text(encoding="utf-8"))
    name = slug(about.name) or "dossier"
    if name != about.name:
        log.add("name", f"written as “{name}”: a package's name has only small letters and hyphens")
    said = {
        "$schema": declared["$schema"],
        "name": name,
        "title": about.title,
        "description": about.description,
        "version": about.version,
        "dossier:corrections": about.correction_url,
        "dossier:language": about.language,
        "dossier:licences": about.licences,
        "dossier:leftOut": [{"what": what, "why": why} for what, why in about.left_out],
        # So that a reader knows to take the apostrophe off cells such as '=1+1 again.
        "dossier:guarded": True,
    }
    resources = [
        _resource(part, resource, tables, log)
        for resource in declared["resources"]
        if resource["name"] in tables
    ]
    return {**{key: value for key, value in said.items() if value}, "resources": resources}


def _resource(
    part: Dossier, resource: dict[str, Any], tables: Mapping[str, bytes], log: LossLog
) -> dict[str, Any]:
    """Declare one table: its own columns too, and only rules that its rows keep."""
    name, schema = resource["name"], dict(resource["schema"])
    fields = {each["name"]: each for each in schema["fields"]}
    declared = {each.name: each for each in read_schema().table(name).fields}
    schema["fields"] = [
        _kept_rules(part, name, fields[column], declared[column], log)
        if column in fields
        else {"name": column, "title": column, "type": "string"}
        for column in table_columns(part, name)
    ]
    keys = [key for key in schema.pop("foreignKeys", ()) if _holds(part, name, key, tables)]
    data = tables[name]
    return {
        **resource,
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "schema": {**schema, **({"foreignKeys": keys} if keys else {})},
    }


def _kept_rules(
    part: Dossier, table: str, given: dict[str, Any], field: Field, log: LossLog
) -> dict[str, Any]:
    """Leave out a limit of length that some row breaks: it is advice, and the row is kept."""
    broken = [rule for rule, is_broken in _BROKEN.items() if is_broken(part, table, field)]
    rules = {key: value for key, value in given.get("constraints", {}).items() if key not in broken}
    for rule in broken:
        log.add(f"{table}.{field.name}", f"the rule {rule} is not declared, since a row breaks it")
    if rules == given.get("constraints", {}):
        return given
    rest = {key: value for key, value in given.items() if key != "constraints"}
    return {**rest, **({"constraints": rules} if rules else {})}


def _too_long(part: Dossier, table: str, field: Field) -> bool:
    limit = field.max_length
    if limit is None:
        return False
    # A guarded cell is one sign longer than the text.
    return any(len(value) + 1 > limit for value in part.tables[table][field.name])


def _too_short(part: Dossier, table: str, field: Field) -> bool:
    limit = field.min_length
    return limit is not None and any(len(value) < limit for value in part.tables[table][field.name])


_BROKEN = {"maxLength": _too_long, "minLength": _too_short}


def _holds(part: Dossier, table: str, key: Mapping[str, Any], tables: Mapping[str, bytes]) -> bool:
    """Say whether every row named by a foreign key is there."""
    target, (column,) = key["reference"]["resource"], key["reference"]["fields"]
    if target not in tables:
        return False
    values = part.tables[table][key["fields"][0]]
    return bool(values[values != ""].isin(part.tables[target][column]).all())
