"""Files of a folder, read once into memory: bounded regular files inside it and nothing else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from dossier.problems import Problem

TABLE_LIMIT = 256 * 2**20
DESCRIPTOR_LIMIT = 2**20
DOCUMENT_LIMIT = 16 * 2**20
FOLDER_LIMIT = 10_000  # names looked at

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FileError(Exception):
    """A file can't be read; the message says why without naming a path, the hint how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_file(folder: Path, name: str, limit: int) -> bytes:
    """Read a regular file of at most `limit` bytes that lies in the folder.

    A symbolic link is followed only to a file inside the folder. Nothing waits for a pipe or a
    device. Raises FileNotFoundError if there is no such name, FileError for everything else.
    """
    try:
        return _read_open(_inside(folder, name), limit)
    except FileNotFoundError:
        if os.path.lexists(folder / name):
            raise FileError("is a link to nothing", "put the file itself here") from None
        raise
    except PermissionError:
        raise FileError("may not be read", "allow this user to read the file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable name"
        raise FileError(f"can't be read ({reason})", "replace the file") from None


def folder_names(folder: Path) -> list[str]:
    """Name what lies in a folder, sorted; a very full folder is looked at in part.

    Raises FileError if it can't be looked at.
    """
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                names.append(entry.name)
                if len(names) >= FOLDER_LIMIT:
                    break
    except FileNotFoundError:
        raise FileError("there is no such folder", "name a folder with an events.csv") from None
    except NotADirectoryError:
        raise FileError("this is not a folder", "name a folder with an events.csv") from None
    except PermissionError:
        raise FileError("the folder may not be read", "allow this user to read it") from None
    except (OSError, ValueError):
        raise FileError("the folder can't be read", "name a folder with an events.csv") from None
    return sorted(names)


def file_problem(name: str, error: FileError) -> Problem:
    """Put a file that can't be read into words; `name` is its table or its file name."""
    return Problem("error", "source-error", name, None, "", "", str(error), error.hint)


def _inside(folder: Path, name: str) -> Path:
    root = os.path.realpath(folder)
    found = os.path.realpath(os.path.join(root, name), strict=True)
    if os.path.commonpath((root, found)) != root:
        raise FileError("is a link that leads out of the folder", "put the file itself here")
    return Path(found)


def _read_open(path: Path, limit: int) -> bytes:
    handle = os.open(path, _flags())
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            kind = next((word for test, word in _KINDS if test(status.st_mode)), "not a file")
            raise FileError(f"is {kind}, not a file", "put a file of this name here")
        if status.st_size > limit:
            raise _too_large(limit)
        with open(handle, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    finally:
        os.close(handle)
    if len(data) > limit:
        raise _too_large(limit)
    return data


def _too_large(limit: int) -> FileError:
    return FileError(
        f"is larger than {limit // 2**20} MB", "split the dossier or leave out what it doesn't need"
    )


def _flags() -> int:
    # Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
    wanted = ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_NOFOLLOW", "O_BINARY")
    flags = os.O_RDONLY
    for name in wanted:
        flags |= getattr(os, name, 0)
    return flags
