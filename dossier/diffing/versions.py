"""A version of a dossier: a folder, or a zipped one."""

from __future__ import annotations

from pathlib import Path

from dossier.model import Dossier
from dossier.reading.files import TABLE_LIMIT, FileError, read_file
from dossier.reading.read import read_dossier
from dossier.reading.zipped import ZIP_START, read_sent


class VersionError(Exception):
    """A version can't be read; the message says why, in plain words."""


def read_version(path: Path) -> Dossier:
    """Read a folder or a zip archive; raises VersionError where there is no table in it."""
    dossier = read_dossier(path) if path.is_dir() else _zipped(path)
    if not dossier.files:
        raise VersionError(f"{path} holds no table of a dossier")
    return dossier


def _zipped(path: Path) -> Dossier:
    try:
        data = read_file(path.parent, path.name, TABLE_LIMIT)
    except FileNotFoundError:
        raise VersionError(f"there is no {path}") from None
    except FileError as error:
        raise VersionError(f"{path} {error}") from None
    if not data.startswith(ZIP_START):
        raise VersionError(f"{path} is neither a folder nor a zip archive")
    return read_sent(path.name, data)
