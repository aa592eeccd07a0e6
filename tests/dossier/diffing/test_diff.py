"""Two versions of the default dossier, with what was planted between them."""

from __future__ import annotations

import csv
import shutil
import zipfile

import pytest

from dossier.__main__ import main
from dossier.diffing.diff import Change, diff_dossiers
from dossier.diffing.versions import read_version
from dossier.reading.read import read_dossier
from dossier.schema import DATA

PLANTED = {
    Change("changed", "figures", "awaiting_2020", "value", "1155", "1166"),
    Change("changed", "events", "libe-hearing", "status", "occurred", "announced"),
    Change("changed", "documents", "syrian-observer", "language", "en", "ar"),
}


@pytest.fixture
def newer(tmp_path):
    folder = tmp_path / "new"
    shutil.copytree(DATA, folder)
    for change in PLANTED:
        plant(folder / f"{change.table}.csv", change)
    return folder


def plant(path, change):
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    at = header.index(change.column)
    for row in rows:
        if row[0] == change.row_id:
            assert row[at] == change.before
            row[at] = change.after
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def test_three_planted_changes_are_exactly_three_with_before_and_after(newer):
    changes = diff_dossiers(read_dossier(DATA), read_dossier(newer))
    assert len(changes) == 3
    assert set(changes) == PLANTED


def test_a_version_equals_itself_folder_or_zip(tmp_path):
    packed = tmp_path / "dossier.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in DATA.iterdir():
            archive.write(path, f"dossier/{path.name}")
    assert diff_dossiers(read_version(DATA), read_version(packed)) == ()


def test_rows_that_came_and_went_are_told_with_their_words(tmp_path):
    folder = tmp_path / "new"
    shutil.copytree(DATA, folder)
    themes = folder / "themes.csv"
    lines = themes.read_text("utf-8").splitlines()
    gone = lines[-1].split(",")[0]
    themes.write_text("\n".join([*lines[:-1], "fresh,Fresh,New words"]) + "\n", "utf-8")
    old, new = read_dossier(DATA), read_dossier(folder)
    changes = [each for each in diff_dossiers(old, new) if each.table == "themes"]
    assert [(each.kind, each.row_id) for each in changes] == [("removed", gone), ("added", "fresh")]
    assert changes[1].after == "fresh · Fresh · New words"


def test_the_command_prints_the_changes_and_drafts_the_log(newer, tmp_path, capsys):
    draft = tmp_path / "corrections.csv"
    assert main(["diff", str(DATA), str(newer), "-o", str(draft)]) == 0
    said = capsys.readouterr().out
    assert "figures awaiting_2020, value\n  - 1155\n  + 1166\n" in said
    assert "3 cells changed, 0 rows added, 0 rows removed." in said
    rows = list(csv.DictReader(draft.open(encoding="utf-8", newline="")))
    assert {(r["table"], r["row_id"], r["column"], r["before"], r["after"]) for r in rows} == {
        (c.table, c.row_id, c.column, c.before, c.after) for c in PLANTED
    }
    assert {(row["date"], row["reason"]) for row in rows} == {("", "")}


def test_a_date_is_drafted_only_if_given_and_a_file_is_not_written_over(newer, tmp_path, capsys):
    draft = tmp_path / "corrections.csv"
    asked = ["diff", str(DATA), str(newer), "-o", str(draft)]
    assert main([*asked, "--date", "2026-11-22"]) == 0
    assert "2026-11-22,figures,awaiting_2020,value,1155,1166," in draft.read_text("utf-8")
    assert main(asked) == 2
    assert main([*asked, "--date", "22.11.2026"]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nothing", "empty", "text.zip"])
def test_what_is_no_version_is_said_in_words(tmp_path, capsys, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no archive")
    assert main(["diff", str(DATA), str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith("error: ")
