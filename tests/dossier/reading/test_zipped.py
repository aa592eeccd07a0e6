"""A dossier sent as one file."""

from __future__ import annotations

import io
import zipfile

import pytest

from dossier.reading import zipped
from dossier.reading.zipped import read_sent

EVENTS = b"event_id,date,title\none,2022-01-13,First\ntwo,2022,Second\n"


def archive(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return made.getvalue()


def test_a_table_is_read_as_events():
    dossier = read_sent("mine.csv", EVENTS)
    assert dossier.events["event_id"].tolist() == ["two", "one"]
    assert dossier.about.title == "mine"


@pytest.mark.parametrize("folder", ["", "dossier/", "deep/er/"])
def test_a_zipped_folder_is_read_wherever_its_tables_lie(folder):
    sent = archive({f"{folder}events.csv": EVENTS, f"{folder}notes.txt": b"x"})
    assert len(read_sent("mine.zip", sent).events) == 2


def test_what_a_mac_puts_beside_the_tables_is_passed_over():
    sent = archive({"__MACOSX/events.csv": b"junk", "d/events.csv": EVENTS})
    assert len(read_sent("mine.zip", sent).events) == 2


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(zipped, "UNPACKED_LIMIT", 1_000)
    dossier = read_sent("bomb.zip", archive({"events.csv": EVENTS + b"x,2022,y\n" * 10_000}))
    assert dossier.events.empty
    assert "too large" in dossier.problems[0].message


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 500, b"", b"\0\xff" * 99])
def test_damaged_files_give_problems_and_no_exception(data):
    dossier = read_sent("broken.zip", data)
    assert dossier.events.empty
    assert dossier.problems


def test_a_path_that_climbs_out_is_only_a_name():
    sent = archive({"../../events.csv": EVENTS})
    assert len(read_sent("../../etc/passwd.zip", sent).events) <= 2
