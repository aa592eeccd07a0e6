"""A copy of the program that reads its dossier when a test says so, and not before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.deploy.running import ROOT, Running, answer, until_true

PARTS = ("app.py", "components", "pages", "dossier", "data", ".streamlit")
HOLD = """

_make_first = make_first


def make_first() -> None:
    from pathlib import Path

    here = Path(__file__).parents[2]
    while not (here / "go").exists():
        if (here / "fail").exists():
            raise RuntimeError("a private word")
        time.sleep(0.02)
    _make_first()
"""


def held_copy(folder: Path) -> Path:
    """The program in a folder of its own, where `let_go` ends the wait."""
    folder.mkdir(parents=True)
    for name in PARTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    with (folder / "components/web/ready.py").open("a", encoding="utf-8") as file:
        file.write(HOLD)
    return folder


@contextmanager
def holding(folder: Path, **named: object) -> Iterator[Running]:
    """A process that listens while its dossier is being read, and is gone at the end."""
    one = Running(folder / "log", folder=held_copy(folder / "copy"), **named)  # type: ignore[arg-type]
    try:
        until_listening(one.start())
        yield one
    finally:
        if one.process and one.process.poll() is None:
            one.kill()


def until_listening(one: Running) -> None:
    """Wait until a process answers that it lives, whether or not its dossier is read."""

    def lives() -> bool:
        assert one.process
        assert one.process.poll() is None, one.said()
        try:
            return answer(f"{one.base}/_stcore/health")[0] == 200
        except OSError:
            return False

    until_true(lives)


def let_go(one: Running) -> None:
    """Let a process read its dossier, and wait until it has."""
    (one.folder / "go").touch()
    one.until_ready()


def make_fail(one: Running) -> None:
    """Let the reading of a process fail in a way that nobody foresaw."""
    (one.folder / "fail").touch()
