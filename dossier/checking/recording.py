"""Recording: the fingerprints and places that a check found, written into the tables.

Only the cells sha256, words, start and end change; line ends, order and quoting stay as they were.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dossier.checking.check import Report
from dossier.checking.receipts import DocumentText
from dossier.model import Dossier
from dossier.reading.cells import CellError, cell_text, read_cells, write_cells
from dossier.reading.files import TABLE_LIMIT, FileError, read_file
from dossier.reading.headers import parse_header
from dossier.schema import Table, read_schema

Wanted = dict[str, dict[str, str]]
_BOM = "\ufeff"


class RecordingError(Exception):
    """A table can't be written to; the message says why, in words."""


def write_receipts(
    folder: Path, dossier: Dossier, report: Report, documents: Mapping[str, DocumentText]
) -> list[str]:
    """Record the receipts of a check in the tables of a folder; say for each table what was done.

    Excerpts go first, so that a fingerprint never vouches for places that were not written. Raises
    RecordingError, before anything of that table is written, where its file is not well-formed.
    """
    said = []
    for name, wanted in (
        ("excerpts", _places(dossier, report)),
        ("documents", _fingerprints(dossier, documents)),
    ):
        if wanted:
            count = _write_table(folder, read_schema().table(name), wanted)
            cells = "1 cell" if count == 1 else f"{count} cells"
            said.append(
                f"{name}.csv: {cells} written" if count else f"{name}.csv: nothing to write"
            )
    return said


def _places(dossier: Dossier, report: Report) -> Wanted:
    """Give start and end for every excerpt that was checked, empty where it was not verified."""
    wanted: Wanted = {}
    for excerpt_id in dossier.excerpts["excerpt_id"].tolist():
        found = report.found.get(excerpt_id)
        if found is None or found.receipt == "unchecked":
            continue
        start = "" if found.start is None else str(found.start)
        end = "" if found.end is None else str(found.end)
        wanted[excerpt_id] = {"start": start, "end": end}
    return wanted


def _fingerprints(dossier: Dossier, documents: Mapping[str, DocumentText]) -> Wanted:
    return {
        document_id: {"sha256": text.sha256, "words": str(text.words)}
        for document_id in dossier.documents["document_id"].tolist()
        if (text := documents.get(document_id))
    }


def _write_table(folder: Path, table: Table, wanted: Wanted) -> int:
    """Write the wanted cells of a table, by id and column; give how many changed."""
    try:
        data = read_file(folder, table.path, TABLE_LIMIT)
        text = data.decode("utf-8")
        changed, count = _changed(table, text, wanted)
        if count:
            _replace(folder, table.path, data, changed.encode("utf-8"))
    except FileNotFoundError:
        raise RecordingError(f"{table.path} is gone") from None
    except UnicodeDecodeError:
        raise RecordingError(f"{table.path} is not UTF-8; save it as “CSV UTF-8”") from None
    except (CellError, FileError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise RecordingError(f"{table.path} can't be written: {reason}") from None
    return count


def _changed(table: Table, text: str, wanted: Wanted) -> tuple[str, int]:
    """Give the text of a table with the wanted cells in place, and how many differ."""
    records = ([*spans] for spans in read_cells(text.removeprefix(_BOM)))
    text, mark = text.removeprefix(_BOM), _BOM if text.startswith(_BOM) else ""
    columns: dict[str, int] = {}
    changes: dict[tuple[int, int], str] = {}
    left = dict(wanted)
    for spans in records:
        cells = [cell_text(text, span) for span in spans]
        if not any(map(str.strip, cells)):
            continue
        if not columns:
            columns = _columns(table, cells, next(iter(wanted.values())))
            continue
        key = cells[columns[table.primary_key[0]]].strip() if len(cells) == columns[""] else ""
        for name, value in left.pop(key, {}).items():
            if cells[columns[name]].strip() != value:
                changes[spans[columns[name]]] = value
    if left:
        raise CellError(f"the row of “{next(iter(left))}” was not found as it was read")
    return mark + write_cells(text, changes), len(changes)


def _columns(table: Table, labels: list[str], cells: Mapping[str, str]) -> dict[str, int]:
    """Find the columns to write to and that of the id; "" gives the number of columns."""
    names = parse_header(table, labels, 1).names
    for name in (table.primary_key[0], *cells):
        if name not in names:
            raise CellError(f"there is no column {name}; add it")
    return {name: at for at, name in enumerate(names) if name} | {"": len(labels)}


def _replace(folder: Path, name: str, before: bytes, after: bytes) -> None:
    """Put a new file in place of the old one in one step, if the old one is still what was read."""
    path = Path(os.path.realpath(folder / name))
    handle, draft = tempfile.mkstemp(prefix=f".{name}.", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, path.stat().st_mode & 0o7777)
        if read_file(folder, name, TABLE_LIMIT) != before:
            raise FileError("it was changed meanwhile", "run the check again")
        os.replace(draft, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise
