"""A dossier that comes as one file: an `events.csv`, or a zipped folder, read in memory only."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from dossier.model import Dossier
from dossier.problems import Problem
from dossier.reading.read import read_tables
from dossier.schema import DESCRIPTOR, read_schema

UNPACKED_LIMIT = 60 * 2**20  # bytes of all tables together
ENTRY_LIMIT = 2_000  # names in an archive
ZIP_START = b"PK\x03\x04"


def read_sent(name: str, data: bytes) -> Dossier:
    """Read what a visitor sends, a table of events or a zipped dossier; nothing is raised.

    Whatever is not a zip archive is read as `events.csv`. Nothing is written anywhere.
    """
    title = PurePosixPath(name.replace("\\", "/")).stem[:80]
    if not data.startswith(ZIP_START):
        return read_tables({"events.csv": data}, title)
    files, problems = unzipped(data)
    return read_tables(files, title, problems)


def unzipped(data: bytes) -> tuple[dict[str, bytes], list[Problem]]:
    """Take the tables of a dossier out of an archive, however deep its folder lies.

    What the archive promises of sizes is not believed: reading stops at `UNPACKED_LIMIT`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return {}, [_problem("", "this is not a whole zip archive", "zip the folder once more")]
    if len(entries) > ENTRY_LIMIT:
        return {}, [_problem("", "the archive holds too many files", "zip the dossier alone")]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, entry in _wanted(entries).items():
        try:
            files[path] = _unpacked(archive, entry, UNPACKED_LIMIT - sum(map(len, files.values())))
        except _TooLargeError:
            problems.append(_problem(path, "is too large when unpacked", "send fewer rows"))
        except Exception:  # a damaged or encrypted entry fails in many ways, all meaning this
            problems.append(_problem(path, "can't be unpacked", "zip it again, without a password"))
    return files, problems


class _TooLargeError(Exception):
    """An entry is larger than what is left."""


def _wanted(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The entries that are a dossier's, of those alike the one nearest to the top."""
    paths = {table.path for table in read_schema().tables.values()} | {DESCRIPTOR}
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in sorted(entries, key=lambda entry: entry.filename.count("/")):
        name = PurePosixPath(entry.filename)
        hidden = any(part.startswith((".", "__MACOSX")) for part in name.parts)
        if not entry.is_dir() and not hidden and name.name in paths:
            found.setdefault(name.name, entry)
    return found


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    with archive.open(entry) as opened:
        data = opened.read(limit + 1)
    if len(data) > limit:
        raise _TooLargeError
    return data


def _problem(path: str, message: str, hint: str) -> Problem:
    table = path.removesuffix(".csv")
    return Problem("error", "source-error", table, None, "", "", message, hint)
