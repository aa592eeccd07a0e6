"""The dossier that is shipped passes its own check."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.schema import DATA

NEAR = Path(os.environ.get("DOSSIER_DOCUMENTS") or DATA.parent.parent / "shared" / "documents")


def test_the_shipped_dossier_has_no_problem(capsys, monkeypatch):
    monkeypatch.delenv("DOSSIER_DOCUMENTS", raising=False)
    assert main(["check", str(DATA), "--strict"]) == 0
    assert "No problem found." in capsys.readouterr().out


@pytest.mark.skipif(not NEAR.is_dir(), reason="the documents are not at hand")
def test_every_excerpt_of_the_shipped_dossier_is_found_exactly_once(capsys):
    assert main(["check", str(DATA), "--strict", "--documents", str(NEAR)]) == 0
    assert "found exactly once" in capsys.readouterr().out
