from __future__ import annotations

import os

import pytest

from dossier.reading.files import FileError, folder_names, read_file

LIMIT = 100


def read(folder, name="events.csv"):
    return read_file(folder, name, LIMIT)


def test_reads_a_regular_file(tmp_path):
    (tmp_path / "events.csv").write_bytes(b"text")
    assert read(tmp_path) == b"text"


def test_a_missing_file_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError):
        read(tmp_path)


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "events.csv").mkdir()
    with pytest.raises(FileError, match="is a folder"):
        read(tmp_path)


def test_a_named_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "events.csv")
    with pytest.raises(FileError, match="named pipe"):
        read(tmp_path)


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "events.csv").symlink_to(tmp_path / "secret")
    with pytest.raises(FileError, match="leads out"):
        read(tmp_path / "dossier")


def test_a_link_inside_the_folder_is_followed(tmp_path):
    (tmp_path / "first.csv").write_bytes(b"text")
    (tmp_path / "events.csv").symlink_to("first.csv")
    assert read(tmp_path) == b"text"


def test_the_folder_itself_may_be_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "events.csv").write_bytes(b"text")
    (tmp_path / "link").symlink_to("real")
    assert read(tmp_path / "link") == b"text"


def test_a_link_to_nothing_and_a_link_to_itself_are_refused(tmp_path):
    (tmp_path / "events.csv").symlink_to("nothing")
    (tmp_path / "themes.csv").symlink_to("themes.csv")
    with pytest.raises(FileError, match="link to nothing"):
        read(tmp_path)
    with pytest.raises(FileError, match="can't be read"):
        read(tmp_path, "themes.csv")


def test_a_file_beyond_the_limit_is_refused(tmp_path):
    (tmp_path / "events.csv").write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(FileError, match="is larger"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    (tmp_path / "events.csv").write_bytes(b"text")
    (tmp_path / "events.csv").chmod(0)
    with pytest.raises(FileError, match="may not be read"):
        read(tmp_path)


def test_messages_name_no_path_of_the_machine(tmp_path):
    (tmp_path / "events.csv").symlink_to("events.csv")
    with pytest.raises(FileError) as caught:
        read(tmp_path)
    assert str(tmp_path) not in f"{caught.value} {caught.value.hint}"


@pytest.mark.parametrize("name", ["no\0name", "x" * 5000])
def test_a_folder_with_an_impossible_name_is_refused(tmp_path, name):
    with pytest.raises(FileError):
        folder_names(tmp_path / name)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError, match="not a folder"):
        folder_names(tmp_path / "file")
