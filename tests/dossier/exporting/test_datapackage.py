from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import frictionless
import numpy as np
import pytest

from dossier.exporting.formats import export_dossier
from dossier.reading.read import read_tables
from tests.dossier.exporting.samples import EVERY, default


def problems(data: bytes, folder: Path) -> list[list[object]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
    report = frictionless.validate(str(folder / "datapackage.json"))
    return list(report.flatten(["title", "rowNumber", "fieldName", "note"]))


@pytest.mark.parametrize("name", EVERY)
def test_the_package_is_valid(name, tmp_path):
    assert problems(export_dossier(EVERY[name](), "datapackage").data, tmp_path) == []


@pytest.mark.parametrize("chosen", [[], [0], [3, 40, 41, 90]])
def test_a_part_is_a_valid_package_too(chosen, tmp_path):
    exported = export_dossier(default(), "datapackage", np.array(chosen, dtype=np.intp))
    assert problems(exported.data, tmp_path) == []
    assert exported.loss.events == len(chosen)


def test_rows_that_break_advice_or_name_no_row_are_packed_validly(tmp_path):
    files = {
        "events.csv": b"event_id,date,title,theme\na,2022,%b,none\n" % (b"long " * 40),
        "comparisons.csv": b"comparison_id,topic,excerpt_ids,relation\nc,T,x,agree\n",
    }
    exported = export_dossier(read_tables(files), "datapackage")
    assert problems(exported.data, tmp_path) == []
    assert any("maxLength" in loss.went for loss in exported.loss.losses)


def test_the_same_dossier_gives_the_same_bytes():
    first, second = (export_dossier(default(), "datapackage").data for _ in range(2))
    assert first == second


def test_the_package_says_the_size_and_fingerprint_of_each_table():
    data = export_dossier(default(), "datapackage").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = json.loads(archive.read("datapackage.json"))
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        moments = {info.date_time for info in archive.infolist()}
    assert {each["path"]: each["bytes"] for each in package["resources"]} == {
        name: size for name, size in sizes.items() if name != "datapackage.json"
    }
    assert moments == {(1980, 1, 1, 0, 0, 0)}
    assert package["dossier:guarded"] is True
