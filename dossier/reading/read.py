"""Read: a folder or a handful of files to a dossier, every good row kept, every fault listed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier.model import About, Dossier
from dossier.problems import Nearest, Problem
from dossier.reading.about import is_guarded, parse_about
from dossier.reading.files import (
    DESCRIPTOR_LIMIT,
    TABLE_LIMIT,
    FileError,
    file_problem,
    folder_names,
    read_file,
)
from dossier.reading.references import cut_references
from dossier.reading.typed import TypedTable, read_table
from dossier.reading.uncollected import uncollected
from dossier.schema import DESCRIPTOR, read_schema


def read_dossier(folder: Path) -> Dossier:
    """Read the dossier in a folder; whatever the folder holds, nothing is raised.

    A folder that can't be read gives an empty dossier with a problem that says why.
    """
    files, problems = read_folder(folder)
    return read_tables(files, folder_title(folder), problems)


def read_folder(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Read the files of a dossier once into memory, each bounded and inside the folder."""
    try:
        names = folder_names(folder)
    except FileError as error:
        return {}, [file_problem("", error)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    wanted = {table.path: (table.name, TABLE_LIMIT) for table in read_schema().tables.values()}
    wanted[DESCRIPTOR] = (DESCRIPTOR, DESCRIPTOR_LIMIT)
    for path, (name, limit) in wanted.items():
        try:
            files[path] = read_file(folder, path, limit)
        except FileNotFoundError:
            continue
        except FileError as error:
            problems.append(file_problem(name, error))
    return files, problems + _strangers(names, wanted)


def read_tables(
    files: Mapping[str, bytes], title: str = "", problems: list[Problem] | None = None
) -> Dossier:
    """Read the files of a dossier, by name: `events.csv`, … and perhaps `datapackage.json`.

    `title` is what the dossier is called where it doesn't say so itself; `problems` are those that
    are known already.
    """
    with uncollected():
        return _read_tables(files, title, list(problems or ()))


def _read_tables(files: Mapping[str, bytes], title: str, found: list[Problem]) -> Dossier:
    about, said = parse_about(files.get(DESCRIPTOR), title)
    declared, guarded = read_schema().tables, is_guarded(files.get(DESCRIPTOR))
    tables = {
        name: read_table(table, files[table.path], guarded=guarded)
        for name, table in declared.items()
        if table.path in files
    }
    cut_references(tables, {each.table for each in found if each.code == "source-error"})
    found += said
    if "events" not in tables and not any(problem.table in ("", "events") for problem in found):
        found.append(_no_events())
    return _dossier(about, tables, found)


def folder_title(folder: Path) -> str:
    """Call a dossier after its folder."""
    try:
        return folder.resolve().name
    except (OSError, ValueError, RuntimeError):
        return ""


def _dossier(about: About, tables: Mapping[str, TypedTable], found: list[Problem]) -> Dossier:
    frames, rows = {}, {}
    for name, table in read_schema().tables.items():
        typed = tables.get(name) or TypedTable(table)
        frames[name], rows[name] = typed.frame()
        found += sorted(typed.problems, key=lambda problem: problem.row or 0)
    return Dossier(
        about=about,
        tables=frames,
        problems=tuple(found),
        rows=rows,
        rejected={name: tuple(typed.rejected) for name, typed in tables.items() if typed.rejected},
        files=frozenset(tables),
    )


def _no_events() -> Problem:
    message = "there is no events.csv; a dossier needs at least that"
    hint = "add events.csv with the columns event_id, date and title"
    return Problem("error", "table-missing", "events", None, "", "", message, hint)


def _strangers(names: list[str], wanted: Mapping[str, object]) -> list[Problem]:
    """Note tables in the folder that are none of a dossier's."""
    missing = Nearest(path for path in wanted if path not in names)
    problems = []
    for name in names:
        if name in wanted or not name.lower().endswith(".csv"):
            continue
        near = missing.find(name)
        hint = f"if it is {near}, name it so" if near else ""
        message = "not a table of a dossier; not read"
        problems.append(
            Problem("warning" if near else "note", "extra-table", name, None, "", "", message, hint)
        )
    return problems
