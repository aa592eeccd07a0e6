"""Steady: the files of a folder read in one state, and whether that state is whole."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dossier.model import Dossier
from dossier.problems import Problem
from dossier.reading.lines import plain_bytes
from dossier.reading.read import read_folder
from dossier.reading.records import find_delimiter
from dossier.schema import DESCRIPTOR, Table, read_schema

Signature = tuple[tuple[int, ...], ...]

TRIES = 4


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a dossier as they lay in the folder under one signature."""

    signature: Signature
    files: dict[str, bytes]
    problems: list[Problem]


def folder_signature(folder: Path) -> Signature:
    """What changes when a table of the folder changes; cheap, and never waits for a pipe."""
    paths = [*(table.path for table in read_schema().tables.values()), DESCRIPTOR]
    return tuple(_file_signature(folder / path) for path in paths)


def _file_signature(path: Path) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ()
    return (found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def read_steadily(folder: Path, quiet: float, pause: Callable[[float], None]) -> tuple[Files, bool]:
    """Read a folder, and say whether nothing changed while it was read.

    Nothing may have changed for ``quiet`` seconds before the reading either, so that tables saved
    one after another are read together. Gives up after ``TRIES`` attempts.
    """
    after = folder_signature(folder)
    for attempt in range(TRIES):
        before = after
        if quiet or attempt:
            pause(quiet)
        files, problems = read_folder(folder)
        after = folder_signature(folder)
        if before == after:
            break
    return Files(after, files, problems), before == after


def find_fault(read: Files, last: Dossier) -> str:
    """Why files should not take the place of the last good dossier, in words; "" if they may.

    An optional table that is gone was taken away on purpose; one that is there but empty, cut off
    or unreadable was not.
    """
    unreadable = {problem.table for problem in read.problems if problem.severity == "error"}
    for name, table in read_schema().tables.items():
        if last.tables[name].empty:
            continue
        if name in unreadable or (table.required and table.path not in read.files):
            return f"{table.path} can't be read"
        data = read.files.get(table.path)
        if data is not None and not data.strip():
            return f"{table.path} is empty"
        if data is not None and is_cut_off(data, table):
            return f"{table.path} breaks off in its last row"
        if data is not None and not (is_utf8(data) or _was_foreign(name, last)):
            return f"{table.path} is no longer saved as UTF-8"
    return ""


def is_utf8(data: bytes) -> bool:
    """Whether a table is saved as UTF-8, with a mark at its beginning or without."""
    plain, said = plain_bytes(data, "")
    if any(problem.severity == "warning" for problem in said):
        return False
    try:
        plain.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _was_foreign(table: str, last: Dossier) -> bool:
    said = ((problem.table, problem.code, problem.severity) for problem in last.problems)
    return (table, "encoding-error", "warning") in said


def is_cut_off(data: bytes, table: Table) -> bool:
    """Whether a table seems half-written: it ends inside a row, and not with a new line."""
    if data.endswith((b"\n", b"\r")) or b"\0" in data[:4]:
        return False
    if data.count(b'"') % 2:
        return True
    header, last = (_line(data, end) for end in ("first", "last"))
    if last.count('"') % 2:  # the end of a cell of several lines, which is closed
        return False
    delimiter = find_delimiter(header, table.names)
    return len(_cells(last, delimiter)) < len(_cells(header, delimiter))


def _line(data: bytes, end: str) -> str:
    line = data.split(b"\n", 1)[0] if end == "first" else data[data.rfind(b"\n") + 1 :]
    return line.decode("utf-8", errors="replace").strip("\r\ufeff")


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line]
