from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from dossier.__main__ import main
from tests.dossier.shapes import DOCUMENTS, SMALL

RECORD = {"severity", "code", "table", "row", "column", "value", "message", "hint"}


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SMALL, tmp_path / "small")


@pytest.fixture(autouse=True)
def without_documents(monkeypatch):
    monkeypatch.delenv("DOSSIER_DOCUMENTS", raising=False)


def spoil(folder, name, before, after):
    path = folder / name
    text = path.read_bytes().decode("utf-8")
    assert before in text
    path.write_bytes(text.replace(before, after).encode("utf-8"))


def test_a_good_dossier_gives_counts_and_no_problem(capsys):
    assert main(["check", str(SMALL)]) == 0
    printed = capsys.readouterr().out
    assert "events.csv           12 rows" in printed
    assert "12 excerpts unchecked" in printed
    assert "No problem found." in printed


def test_with_documents_every_excerpt_is_found_exactly_once(capsys):
    assert main(["check", str(SMALL), "--documents", str(DOCUMENTS), "--receipts"]) == 0
    printed = capsys.readouterr().out
    assert "12 of 12 excerpts found exactly once" in printed
    assert "verified   hr-built in harbour-report 66–103" in printed


def test_the_documents_may_be_named_by_the_environment(capsys, monkeypatch):
    monkeypatch.setenv("DOSSIER_DOCUMENTS", str(DOCUMENTS))
    assert main(["check", str(SMALL)]) == 0
    assert "12 of 12" in capsys.readouterr().out


def test_an_error_gives_one_and_a_warning_only_when_strict(folder, capsys):
    spoil(folder, "events.csv", "background,2", "Background,2")
    assert main(["check", str(folder)]) == 0
    assert main(["check", str(folder), "--strict"]) == 1
    spoil(folder, "events.csv", "1934,stated", "1934-02-30,stated")
    assert main(["check", str(folder)]) == 1
    assert "error · events.csv row 3 · date · “1934-02-30”" in capsys.readouterr().out


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir()])
def test_nothing_to_check_gives_two(tmp_path, make, capsys):
    make(tmp_path / "folder")
    assert main(["check", str(tmp_path / "folder")]) == 2
    assert "Nothing to check." in capsys.readouterr().out


def test_an_events_table_that_is_a_folder_gives_one(tmp_path):
    (tmp_path / "events.csv").mkdir()
    assert main(["check", str(tmp_path)]) == 1


def test_json_gives_the_same_findings_as_records(folder, capsys):
    spoil(folder, "events.csv", "1934,stated", "1934-02-30,stated")
    assert main(["check", str(folder), "--json"]) == 1
    records = json.loads(capsys.readouterr().out)
    assert all(set(record) == RECORD for record in records)
    assert records[0]["row"] == 3


def test_write_records_places_and_fingerprints(folder, capsys):
    for name, before in (("excerpts.csv", ",66,103,"), ("documents.csv", ",137\n")):
        path = folder / name
        if before in path.read_text(encoding="utf-8"):
            spoil(folder, name, before, before.translate({ord(d): None for d in "0123456789"}))
    assert main(["check", str(folder), "--documents", str(DOCUMENTS), "--write"]) == 0
    assert "Recorded in excerpts.csv: 2 cells written." in capsys.readouterr().out
    assert (folder / "excerpts.csv").read_bytes() == (SMALL / "excerpts.csv").read_bytes()


def test_write_without_documents_is_refused(folder, capsys):
    assert main(["check", str(folder), "--write"]) == 2
    assert "--documents" in capsys.readouterr().err


def test_one_altered_character_names_exactly_the_dependent_excerpts(tmp_path, capsys):
    documents = shutil.copytree(DOCUMENTS, tmp_path / "documents")
    spoil(documents, "messenger.txt", "three times since", "three times Since")
    assert main(["check", str(SMALL), "--documents", str(documents)]) == 1
    errors = [line for line in capsys.readouterr().out.splitlines() if line.startswith("error")]
    assert len(errors) == 1
    assert "ms-three" in errors[0]


def test_each_finding_is_one_line_whatever_the_cell_holds(folder, capsys):
    spoil(folder, "events.csv", "storm,", '"sto\n\x1b[31mrm\u202e",')
    main(["check", str(folder)])
    lines = capsys.readouterr().out.splitlines()
    assert sum("an id that doesn't fit" in line for line in lines) == 1
    assert "\x1b" not in "".join(lines)
    assert "\u202e" not in "".join(lines)


def test_a_plain_locale_show_no_traceback():
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "check", str(SMALL)],
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": ".", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
