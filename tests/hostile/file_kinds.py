"""File kinds: what else may lie where a table is looked for."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.cases import ALL, Case, Make

KIND = "file kinds"


def _instead(put: Callable[[Path], object], table: str = "events") -> Make:
    """Put something else in the place of a table."""

    def make(folder: Path) -> None:
        path = folder / f"{table}.csv"
        path.unlink()
        put(path)

    return make


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "events.csv").write_text("event_id,date,title\na,2022,A\n")


def _outside(path: Path) -> None:
    outside = path.parent.parent / "outside.csv"
    outside.write_text("event_id,date,title\nsecret,2022,Secret\n")
    path.symlink_to(outside)


def _socket(path: Path) -> None:
    # The name of a socket may be some hundred characters long at most: it is made by a short way.
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.fchdir(here)
        os.close(here)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(8 * 2**30)


def _forbidden(path: Path) -> None:
    path.write_text("event_id,date,title\na,2022,A\n")
    path.chmod(0)


def _beside(name: str, put: Callable[[Path], object]) -> Make:
    return lambda folder: put(folder / name)


def _inside(folder: Path) -> None:
    (folder / "events.csv").rename(folder / "real.csv")
    (folder / "events.csv").symlink_to("real.csv")


def _piped_descriptor(folder: Path) -> None:
    (folder / "datapackage.json").unlink()
    os.mkfifo(folder / "datapackage.json")


def _unspeakable(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.csv")).write_text("a\n")


def _renamed(new: str) -> Make:
    return lambda folder: (folder / "events.csv").rename(folder / new)


def _emptied(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def _replaced(folder: Path, put: Callable[[Path], object]) -> None:
    _emptied(folder)
    folder.rmdir()
    put(folder)


def _case(name, put, says, code="source-error", **more):
    return Case(name, KIND, _instead(put), "rejected", code, lost=ALL, says=says, **more)


def _nothing(name: str, make: Make) -> Case:
    return Case(name, KIND, make, "rejected", "", lost=ALL, exit=2)


DEVICES = tuple(
    _case(f"a link to {device}", lambda path, to=device: path.symlink_to(to), "out of the folder")
    for device in ("/dev/zero", "/dev/null", "/dev/stdin")
)

CASES = (
    _case("a folder of that name", _folder, "a folder"),
    _case("a link out of the folder", _outside, "out of the folder"),
    _case(
        "a link by many steps upwards",
        lambda path: path.symlink_to("../" * 40 + "etc/passwd"),
        "out of the folder",
    ),
    _case("a link to itself", lambda path: path.symlink_to(path), ""),
    _case("a link to nothing", lambda path: path.symlink_to("nowhere.csv"), "a link to nothing"),
    _case("a link to the folder", lambda path: path.symlink_to("."), "a folder"),
    _case("a named pipe", os.mkfifo, "a named pipe"),
    _case("a socket", _socket, ""),
    *DEVICES,
    _case("a file that may not be read", _forbidden, "may not be read"),
    _case("an empty file", lambda path: path.write_bytes(b""), "is empty"),
    _case("a file of one line end", lambda path: path.write_bytes(b"\n"), "empty"),
    _case("a file of spaces", lambda path: path.write_bytes(b" " * 1000), "empty"),
    _case("a file of eight gigabytes", _sparse, "larger than"),
    Case("a link inside the folder", KIND, _inside, "accepted", "extra-table", table="real.csv"),
    Case(
        "a table under another name",
        KIND,
        _renamed("event.csv"),
        "rejected",
        "table-missing",
        lost=ALL,
    ),
    Case(
        "a table in capitals", KIND, _renamed("Events.CSV"), "rejected", "table-missing", lost=ALL
    ),
    Case(
        "a table with two endings",
        KIND,
        _renamed("events.csv.txt"),
        "rejected",
        "table-missing",
        lost=ALL,
    ),
    Case(
        "a stranger's table",
        KIND,
        _beside("prices.csv", lambda p: p.write_text("a,b\n")),
        "accepted",
        "extra-table",
        table="prices.csv",
    ),
    Case(
        "a pipe with a stranger's name",
        KIND,
        _beside("pipe.csv", os.mkfifo),
        "accepted",
        "extra-table",
        table="pipe.csv",
    ),
    Case(
        "a name that steers a terminal",
        KIND,
        _beside("\x1b[31m\u202ex.csv", lambda p: p.write_text("a\n")),
        "accepted",
        "extra-table",
        table="\x1b[31m\u202ex.csv",
    ),
    Case(
        "a name that is no UTF-8",
        KIND,
        _unspeakable,
        "accepted",
        "extra-table",
        table="\udcff\udcfe.csv",
    ),
    Case(
        "themes as a pipe",
        KIND,
        _instead(os.mkfifo, "themes"),
        "rejected",
        "source-error",
        table="themes",
        lost=ALL,
    ),
    Case(
        "excerpts as a folder",
        KIND,
        _instead(_folder, "excerpts"),
        "rejected",
        "source-error",
        table="excerpts",
        lost=ALL,
    ),
    Case(
        "the descriptor as a pipe",
        KIND,
        _piped_descriptor,
        "rejected",
        "source-error",
        table="datapackage.json",
    ),
    _nothing("an empty folder", _emptied),
    _nothing("no folder", lambda folder: _replaced(folder, lambda path: None)),
    _nothing("a file for the folder", lambda f: _replaced(f, lambda path: path.write_text("x"))),
    _nothing("a pipe for the folder", lambda folder: _replaced(folder, os.mkfifo)),
    _nothing(
        "a link to itself for the folder",
        lambda folder: _replaced(folder, lambda path: path.symlink_to(path)),
    ),
)
