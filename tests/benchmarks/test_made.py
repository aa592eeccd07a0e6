from __future__ import annotations

from benchmarks.made import write_dossier
from dossier.reading.read import read_dossier

TABLES = ("events.csv", "excerpts.csv", "documents.csv", "themes.csv")


def test_a_made_dossier_is_read_whole(tmp_path):
    write_dossier(500, tmp_path)
    dossier = read_dossier(tmp_path)
    assert len(dossier.events) == 500
    assert not dossier.rejected
    assert not [each for each in dossier.problems if each.severity == "error"]
    assert dossier.events["event_id"].is_unique


def test_the_same_seed_makes_the_same_dossier(tmp_path):
    for name in ("one", "two"):
        write_dossier(300, tmp_path / name, seed=7)
    write_dossier(300, tmp_path / "other", seed=8)
    read = [[(tmp_path / name / table).read_bytes() for table in TABLES]
            for name in ("one", "two", "other")]  # fmt: skip
    assert read[0] == read[1]
    assert read[0] != read[2]
