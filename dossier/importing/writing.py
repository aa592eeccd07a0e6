"""An imported dossier to a folder: all of it at once or nothing."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dossier.ids import slug
from dossier.importing.imported import Imported, ImportRefusedError, Row
from dossier.importing.loss import LeftOut, loss_lines
from dossier.schema import DATA, DESCRIPTOR, read_schema

REPORT = "import-report.txt"
LEFT_OUT = "import-left-out.csv"


def write_dossier(imported: Imported, folder: Path, *, force: bool = False) -> None:
    """Write the tables, their descriptor and the loss report into a new folder.

    With `force` a folder that holds nothing but a dossier is replaced. Raises ImportRefusedError
    if the folder may not be written, or is there already; then it is left as it was.
    """
    check_folder(folder, force=force)
    try:
        _write(_files(imported, Path(os.path.abspath(folder)).name), folder)
    except OSError as error:
        raise ImportRefusedError(
            f"the folder can't be written ({error.strerror or error})"
        ) from None


def check_folder(folder: Path, *, force: bool) -> None:
    """Refuse a folder that may not be written; raises ImportRefusedError."""
    try:
        if not os.path.lexists(folder):
            if not folder.parent.is_dir():
                raise ImportRefusedError("the folder to put it in is not there; make it first")
            return
        if folder.is_symlink() or not folder.is_dir():
            raise ImportRefusedError("there is a file or a link of that name; name a new folder")
        names = sorted(os.listdir(folder))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable name"
        raise ImportRefusedError(f"the folder can't be used ({reason})") from None
    if names and not force:
        raise ImportRefusedError("the folder is not empty; name a new one, or say --force")
    ours = {table.path for table in read_schema().tables.values()} | {DESCRIPTOR, REPORT, LEFT_OUT}
    strange = [name for name in names if name not in ours or not (folder / name).is_file()]
    if strange:
        raise ImportRefusedError(
            f"the folder also holds “{strange[0]}”, which is no part of a dossier; nothing was"
            " replaced. Name another folder"
        )


def _write(files: dict[str, bytes], folder: Path) -> None:
    target = Path(os.path.abspath(folder))
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        for name, data in files.items():
            (fresh / name).write_bytes(data)
        fresh.chmod(0o777 & ~_umask())
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _swap(fresh: Path, target: Path) -> None:
    """Put the fresh folder in the place of the old one, which is put back if that fails."""
    if not target.exists():
        fresh.rename(target)
        return
    old = fresh.with_name(fresh.name + "-old")
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _files(imported: Imported, name: str) -> dict[str, bytes]:
    tables = read_schema().tables
    files = {
        tables[table].path: _csv(imported.columns[table], rows)
        for table, rows in imported.tables.items()
    }
    files[DESCRIPTOR] = _descriptor(imported, name)
    report = "\n".join(loss_lines(imported.loss)) + "\n"
    files[REPORT] = report.encode("utf-8", "replace")
    if imported.loss.left_out:
        files[LEFT_OUT] = _left_out(imported.loss.left_out)
    return files


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return made.getvalue().encode("utf-8", "replace")


def _left_out(rows: Sequence[LeftOut]) -> bytes:
    names = dict.fromkeys(name for row in rows for name, _ in row.cells)
    columns = ("row", "reason", *names)
    return _csv(
        columns, (dict(row.cells) | {"row": str(row.row), "reason": row.reason} for row in rows)
    )


def _descriptor(imported: Imported, name: str) -> bytes:
    """Describe the package: what the dossier says of itself, and the tables that it has."""
    declared = json.loads((DATA / DESCRIPTOR).read_text(encoding="utf-8"))
    made = {
        "$schema": declared["$schema"],
        "name": slug(imported.title or name) or "dossier",
        "title": imported.title[:200] or name,
        "description": imported.description[:2000],
        "resources": [
            _resource(resource, imported)
            for resource in declared["resources"]
            if resource["name"] in imported.tables
        ],
    }
    text = json.dumps(
        {key: value for key, value in made.items() if value}, ensure_ascii=False, indent=2
    )
    return (text + "\n").encode("utf-8", "replace")


def _resource(resource: dict[str, Any], imported: Imported) -> dict[str, Any]:
    """Declare the columns of this file too, and leave out keys to tables that aren't there."""
    schema = resource["schema"]
    known = {field["name"] for field in schema["fields"]}
    more = [
        {
            "name": name,
            "title": name,
            "description": "Kept from the imported file.",
            "type": "string",
        }
        for name in imported.columns[resource["name"]]
        if name not in known
    ]
    keys = [
        key
        for key in schema.get("foreignKeys", ())
        if key["reference"]["resource"] in imported.tables
    ]
    made = {**schema, "fields": [*schema["fields"], *more], "foreignKeys": keys}
    return {
        **resource,
        "schema": made if keys else {k: v for k, v in made.items() if k != "foreignKeys"},
    }
