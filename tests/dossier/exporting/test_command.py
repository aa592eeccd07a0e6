from __future__ import annotations

import argparse
import json

import pytest

from dossier.exporting.command import add_export_command
from dossier.exporting.formats import FORMATS
from dossier.schema import DATA
from tests.dossier.exporting.samples import SMALL


def run(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    add_export_command(parser.add_subparsers(required=True))
    args = parser.parse_args(["export", *map(str, arguments)])
    code: int = args.run(args)
    return code


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written_and_reported(format, tmp_path, capsys):
    target = tmp_path / "out"
    assert run(SMALL, "--format", format, "-o", target) == 0
    assert target.stat().st_size > 100
    said = capsys.readouterr().out
    assert "12 of 12 events" in said
    assert str(target) in said


def test_a_selection_is_that_of_the_screen(tmp_path):
    target = tmp_path / "out.json"
    chosen = (
        "--theme",
        "letters",
        "--status",
        "occurred",
        "--from",
        "1998-03-02",
        "--to",
        "1998-03",
    )
    assert run(SMALL, "--format", "json", "-o", target, *chosen) == 0
    ids = [each["event_id"] for each in json.loads(target.read_bytes())["events"]]
    assert ids == ["letter-keep", "letter-remove", "interview"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--theme", "nothing"), "No event here has the theme"),
        (("--from", "13/01/2022"), "2022-01-13"),
        (("-q", "zzzz"), "no event fits"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_words(asked, said, tmp_path, capsys):
    target = tmp_path / "out"
    assert run(SMALL, "--format", "csv", "-o", target, *asked) == 2
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_a_folder_that_is_no_dossier_is_refused(tmp_path, capsys):
    assert run(tmp_path / "none", "--format", "csv", "-o", tmp_path / "x") == 2
    assert "no event to export" in capsys.readouterr().err


def test_the_dossier_itself_is_not_written_over(tmp_path, capsys):
    assert run(DATA, "--format", "csv", "-o", DATA / "events.csv") == 2
    assert "part of the dossier" in capsys.readouterr().err
    assert run(DATA, "--format", "csv", "-o", tmp_path) == 2
    assert run(DATA, "--format", "csv", "-o", tmp_path / "no" / "such" / "folder") == 2


def test_a_file_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")
    assert run(SMALL, "--format", "csv", "-o", target) == 0
    assert target.read_text().startswith("event_id,")
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


def test_a_dash_writes_the_file_to_the_screen_and_the_report_beside_it(capsysbinary):
    assert run(SMALL, "--format", "csl-json", "-o", "-") == 0
    said = capsysbinary.readouterr()
    assert len(json.loads(said.out)) == 2
    assert b"CSL-JSON" in said.err
