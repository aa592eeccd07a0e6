from __future__ import annotations

import os
import stat

import pytest

from dossier.checking.check import check_dossier
from dossier.checking.receipts import read_documents
from dossier.checking.recording import RecordingError, write_receipts
from dossier.reading.read import read_dossier
from tests.dossier.shapes import DOCUMENTS, small_files


@pytest.fixture
def folder(tmp_path):
    for name, data in small_files().items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def record(folder, documents=None):
    texts = read_documents(DOCUMENTS) if documents is None else documents
    dossier = read_dossier(folder)
    return write_receipts(folder, dossier, check_dossier(dossier, texts), texts)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_nothing_is_written_where_all_is_recorded(folder):
    before = contents(folder)
    record(folder)
    assert contents(folder) == before


def test_emptied_cells_are_filled_again_to_the_letter(folder):
    before = contents(folder)
    path = folder / "excerpts.csv"
    path.write_bytes(before["excerpts.csv"].replace(b",66,103,", b",,,"))
    record(folder)
    assert contents(folder) == before


def test_line_ends_order_quoting_and_mark_stay(folder):
    path = folder / "documents.csv"
    lines = path.read_bytes().split(b"\n")
    odd = b"\xef\xbb\xbf" + b"\r\n".join(
        [lines[0], b"", lines[2], lines[1].replace(b",en,", b',"en",')]
    )
    path.write_bytes(odd.replace(lines[1][-60:-50], b"0" * 10))
    changed = path.read_bytes()
    assert changed != odd
    record(folder)
    assert path.read_bytes() == odd


def test_an_excerpt_that_is_no_longer_found_loses_its_recorded_place(folder):
    texts = dict(read_documents(DOCUMENTS))
    path = folder / "excerpts.csv"
    path.write_bytes(path.read_bytes().replace(b"built around 1871.,", b"built around 1872.,"))
    record(folder, texts)
    assert b"built around 1872.,1998 , The lamp was,,," in path.read_bytes()


def test_documents_that_are_not_at_hand_keep_their_receipts(folder):
    before = contents(folder)
    record(folder, {})
    assert contents(folder) == before


def test_a_table_without_the_columns_is_refused_and_left_alone(folder):
    path = folder / "documents.csv"
    path.write_bytes(path.read_bytes().replace(b"sha256", b"print"))
    before = path.read_bytes()
    with pytest.raises(RecordingError, match="sha256"):
        record(folder)
    assert path.read_bytes() == before


def test_a_table_with_a_stray_quote_is_refused_and_left_alone(folder):
    path = folder / "excerpts.csv"
    path.write_bytes(path.read_bytes().replace(b"hr-built,", b'hr-built,"') + b"x")
    before = contents(folder)
    with pytest.raises(RecordingError, match="quote"):
        record(folder)
    assert contents(folder) == before


def test_a_table_in_another_encoding_is_refused(folder):
    path = folder / "excerpts.csv"
    path.write_bytes(path.read_bytes().decode("utf-8").encode("utf-16"))
    with pytest.raises(RecordingError, match="UTF-8"):
        record(folder)


def test_the_permissions_of_the_file_stay_and_no_draft_is_left(folder):
    path = folder / "excerpts.csv"
    path.write_bytes(path.read_bytes().replace(b",66,103,", b",,,"))
    path.chmod(0o640)
    record(folder)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o640
    assert not [name for name in os.listdir(folder) if name.startswith(".")]
