"""A table that this user may not read; a test run as root can't be denied, so it is feigned."""

from __future__ import annotations

import os
import shutil

from dossier.reading.read import read_dossier
from tests.hostile.cases import DATA


def test_a_table_that_may_not_be_read_is_said_and_costs_no_other(tmp_path, monkeypatch):
    folder = shutil.copytree(DATA, tmp_path / "denied")
    opened = os.open

    def deny(path, *rest, **more):
        if str(path).endswith("figures.csv"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *rest, **more)

    monkeypatch.setattr(os, "open", deny)
    dossier = read_dossier(folder)
    said = [each for each in dossier.problems if each.table == "figures"]
    assert [(each.severity, each.code, each.message) for each in said] == [
        ("error", "source-error", "may not be read")
    ]
    assert len(dossier.events)
    assert len(dossier.excerpts)
    assert str(folder) not in repr(dossier.problems)
