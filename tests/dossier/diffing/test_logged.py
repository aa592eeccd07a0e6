"""A changed value without an entry in the log fails; git's published tags are held to it."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile

import pytest

from dossier.diffing.diff import Change
from dossier.diffing.logged import unlogged_changes
from dossier.reading.read import read_dossier
from dossier.schema import DATA

ROOT = DATA.parent
HEADER = "date,table,row_id,column,before,after,reason\n"
CHANGE = Change("changed", "figures", "awaiting_2020", "value", "1155", "1166")


@pytest.fixture
def newer(tmp_path):
    folder = tmp_path / "new"
    shutil.copytree(DATA, folder)
    figures = folder / "figures.csv"
    text = figures.read_text("utf-8")
    figures.write_text(text.replace("end of 2020,1155,", "end of 2020,1166,"), "utf-8")
    return folder


def unlogged(folder, *entries):
    log = (DATA / "corrections.csv").read_text("utf-8") or HEADER
    (folder / "corrections.csv").write_text(log + "".join(f"{e}\n" for e in entries), "utf-8")
    return unlogged_changes(read_dossier(DATA), read_dossier(folder))


def test_a_changed_value_without_an_entry_is_told(newer):
    assert unlogged(newer) == (CHANGE,)


def test_an_entry_with_before_and_after_tells_it(newer):
    assert unlogged(newer, "2026-11-22,figures,awaiting_2020,value,1155,1166,Misread") == ()


def test_two_corrections_of_one_cell_tell_it_together(newer):
    first = "2026-11-22,figures,awaiting_2020,value,1155,1156,Misread"
    second = "2026-11-23,figures,awaiting_2020,value,1156,1166,Misread again"
    assert unlogged(newer, first, second) == ()
    assert unlogged(newer, first) == (CHANGE,)


def test_an_entry_on_another_row_or_column_tells_nothing(newer):
    other = "2026-11-22,figures,awaiting_2022,value,1155,1166,Another"
    assert unlogged(newer, other) == (CHANGE,)


def test_a_removed_row_needs_an_entry_and_an_added_one_none(tmp_path):
    folder = tmp_path / "new"
    shutil.copytree(DATA, folder)
    checks = folder / "checks.csv"
    *lines, _ = checks.read_text("utf-8").splitlines()
    checks.write_text("\n".join([*lines, "more,A sum,1 + 1,2,0,,"]) + "\n", "utf-8")
    assert [(each.kind, each.row_id) for each in unlogged(folder)] == [("removed", "85-twice")]
    assert unlogged(folder, "2026-11-22,checks,85-twice,,the row,,Withdrawn") == ()


def published_tags():
    said = subprocess.run(
        ["git", "tag", "--list", "published-*", "--merged", "HEAD", "--sort=-creatordate"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.split()


def test_nothing_changed_unlogged_since_the_version_that_was_published_last(tmp_path):
    """Without a tag `published-…` nothing is published, and there is nothing to hold it to."""
    for tag in published_tags()[:1]:
        packed = subprocess.run(
            ["git", "archive", tag, "data"], cwd=ROOT, capture_output=True, check=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(tmp_path, filter="data")
        published = read_dossier(tmp_path / "data")
        assert unlogged_changes(published, read_dossier(DATA)) == ()
