"""Telling formats apart, and reading each by its own module."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dossier.importing.fields import check_targets
from dossier.importing.imported import MAX_BYTES, Imported, ImportRefusedError
from dossier.importing.json_list import import_json_list
from dossier.importing.json_text import read_json
from dossier.importing.plain_csv import import_plain_csv
from dossier.importing.sheet import read_sheet
from dossier.importing.timelinejs_json import import_timelinejs_json, is_timelinejs_json
from dossier.importing.timelinejs_sheet import COLUMNS, import_timelinejs_sheet, is_timelinejs_sheet
from dossier.importing.written_dates import DayOrder
from dossier.reading.files import FileError, read_file
from dossier.reading.lines import other_kind, plain_bytes
from dossier.schema import read_schema


def import_file(
    path: Path, mapping: Mapping[str, str] | None = None, *, order: DayOrder = ""
) -> Imported:
    """Read a file of another format into the tables of a dossier.

    `mapping` gives, for places of a dossier (columns of events, and end, source, source_title,
    publisher, quote, speaker), the field of the file; `order` says how dates in figures are read.
    Raises ImportRefusedError, whose message is plain words, for whatever can't be imported.
    """
    try:
        path = Path(os.path.realpath(path))  # a link is followed: whoever imports names the file
        data = read_file(path.parent, path.name, MAX_BYTES)
    except FileNotFoundError:
        raise ImportRefusedError("there is no such file") from None
    except FileError as error:
        raise ImportRefusedError(f"it {error.message}") from None
    except (OSError, ValueError):
        raise ImportRefusedError("it has no usable name") from None
    return import_bytes(data, mapping or {}, order)


def import_bytes(data: bytes, mapping: Mapping[str, str], order: DayOrder = "") -> Imported:
    """Read the bytes of a file as `import_file` does."""
    check_targets(mapping)
    if kind := other_kind(data):
        raise ImportRefusedError(f"it is {kind}; save it as CSV or JSON first")
    plain, _ = plain_bytes(data, "")
    if plain.lstrip()[:1] in (b"{", b"["):
        return _import_json(plain, mapping, order)
    sheet = read_sheet(data, (*COLUMNS, *read_schema().table("events").names, *mapping.values()))
    # A user who names the date's column says that this is no sheet to be read by TimelineJS' rules.
    if is_timelinejs_sheet(sheet.headings) and not {"date", "title", "end"} & set(mapping):
        return import_timelinejs_sheet(sheet, mapping, order)
    return import_plain_csv(sheet, mapping, order)


def _import_json(data: bytes, mapping: Mapping[str, str], order: DayOrder) -> Imported:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ImportRefusedError("its JSON is not UTF-8; save it as UTF-8") from None
    given = read_json(text)
    if is_timelinejs_json(given) and not {"date", "title", "end"} & set(mapping):
        return import_timelinejs_json(given, mapping, order)
    return import_json_list(given, mapping, order)
