"""What may happen to a table under a running app: each leaves nothing that could be shown."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.hostile.cases import DATA


def deleted(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b",occurred,")])


def replaced_by_a_web_page(path: Path) -> None:
    path.write_text("<!doctype html><title>Sign in</title>")


def replaced_by_another_table(path: Path) -> None:
    path.write_text("name,price\napples,3\npears,4\n")


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replaced_by_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def linked_out_of_the_folder(path: Path) -> None:
    outside = path.parent.parent / "elsewhere.csv"
    outside.write_text("event_id,date,title\nsecret,2022,A secret of the server\n")
    path.unlink()
    path.symlink_to(outside)


def linked_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.csv")


def saved_as_utf_16(path: Path) -> None:
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def saved_as_latin_1(path: Path) -> None:
    text = path.read_text("utf-8").replace("Rwanda", "Rwandä")
    path.write_bytes(text.encode("latin-1", errors="replace"))


WAYS = (
    deleted,
    emptied,
    truncated,
    replaced_by_a_web_page,
    replaced_by_another_table,
    replaced_by_a_folder,
    replaced_by_a_pipe,
    linked_out_of_the_folder,
    linked_to_nothing,
    saved_as_utf_16,
    saved_as_latin_1,
)


def put_back(path: Path) -> None:
    """Put the default table back, whatever lies in its place."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
    else:
        path.rmdir()
    shutil.copy(DATA / path.name, path)
