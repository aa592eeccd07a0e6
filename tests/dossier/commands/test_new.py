from __future__ import annotations

import pytest

from dossier.__main__ import main
from dossier.checking.check import check_dossier
from dossier.checking.receipts import read_documents
from dossier.reading.read import read_dossier
from dossier.schema import read_schema


@pytest.fixture
def folder(tmp_path):
    assert main(["new", str(tmp_path / "mine")]) == 0
    return tmp_path / "mine"


def test_the_starter_passes_the_strictest_check(folder):
    documents = str(folder / "documents")
    assert main(["check", str(folder), "--documents", documents, "--strict"]) == 0
    report = check_dossier(read_dossier(folder), read_documents(folder / "documents"))
    assert report.problems == ()


def test_the_starter_shows_every_table_and_explains_every_column(folder):
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for table in read_schema().tables.values():
        assert (folder / table.path).exists()
        assert all(f"`{field.name}`" in readme for field in table.fields)


def test_nothing_is_overwritten(folder, capsys):
    before = (folder / "events.csv").read_bytes()
    assert main(["new", str(folder)]) == 1
    assert "not an empty folder" in capsys.readouterr().err
    assert (folder / "events.csv").read_bytes() == before


def test_an_impossible_place_is_refused_in_words(tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    assert main(["new", str(tmp_path / "file" / "below")]) == 1
    assert "error:" in capsys.readouterr().err
