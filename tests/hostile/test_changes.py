"""A store whose table changes: what it holds stays, it says so, and it recovers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dossier.reading.store import CHECK_EVERY, DossierStore
from tests.hostile.cases import DATA
from tests.hostile.changes import WAYS, put_back
from tests.hostile.watchdog import watchdog


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += CHECK_EVERY
        return self.now


@pytest.mark.parametrize("change", WAYS, ids=lambda change: change.__name__.replace("_", " "))
def test_the_last_good_dossier_stays_until_the_table_is_good_again(tmp_path, change):
    folder = Path(shutil.copytree(DATA, tmp_path / "running"))
    store = DossierStore(Clock(), lambda seconds: None)
    first = store.reading(folder)
    assert first.notice is None
    with watchdog(60):
        change(folder / "events.csv")
        held = store.reading(folder)
        assert held.dossier is first.dossier
        assert held.notice
        assert str(tmp_path) not in held.notice
        put_back(folder / "events.csv")
        again = store.reading(folder)
    assert again.notice is None
    assert again.dossier.events.equals(first.dossier.events)
