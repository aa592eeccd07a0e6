from __future__ import annotations

import pytest

from dossier.schema import DATA
from tests.dossier.exporting.samples import SMALL
from tests.dossier.exporting.test_command import run


@pytest.mark.parametrize(("format", "start"), [("pptx", b"PK"), ("pdf", b"%PDF")])
def test_a_briefing_is_written_and_reported(format, start, tmp_path, capsys):
    pytest.importorskip({"pptx": "pptx", "pdf": "typst"}[format])
    target = tmp_path / "out"
    assert run(DATA, "--format", format, "--briefing", "plan", "-o", target) == 0
    assert target.read_bytes().startswith(start)
    assert "10 of " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("folder", "asked", "said"),
    [
        (DATA, ("--format", "pptx"), "--briefing plan or numbers"),
        (DATA, ("--format", "pptx", "--briefing", "nope"), "no briefing “nope”"),
        (SMALL, ("--format", "pdf", "--briefing", "plan"), "--briefing walk"),
        (DATA, ("--format", "csv", "--briefing", "plan"), "not for csv"),
        (DATA, ("--format", "pdf", "--briefing", "plan", "-q", "office"), "written whole"),
        (DATA, ("--format", "pdf", "--briefing", "plan", "--asof", "2022"), "written whole"),
        (DATA, ("--format", "pdf", "--briefing", "plan", "--base", "javascript:x"), "no address"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_words(folder, asked, said, tmp_path, capsys):
    target = tmp_path / "out"
    assert run(folder, *asked, "-o", target) == 2
    assert said in capsys.readouterr().err
    assert not target.exists()
