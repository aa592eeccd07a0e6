"""Files that change under a running app: the last good dossier stays, and a notice says so."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest

from tests.browser.conftest import serving
from tests.hostile import changes
from tests.hostile.cases import DATA
from tests.hostile.changes import put_back

pytestmark = pytest.mark.browser

PROMPT = 5  # seconds within which a notice must be there, or gone


WAYS = (
    changes.deleted,
    changes.truncated,
    changes.replaced_by_a_web_page,
    changes.replaced_by_a_pipe,
    changes.linked_out_of_the_folder,
    changes.saved_as_utf_16,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("running") / "dossier"))


@pytest.fixture(scope="module")
def running(folder):
    with serving(DOSSIER=str(folder)) as base:
        yield base


def count_words(visit) -> str:
    return re.sub(r"\s+", " ", visit.page.locator("p.count").inner_text())


def has_notice(visit) -> bool:
    return visit.page.get_by_text("This is the last complete version").count() > 0


def reload_until(visit, there: bool) -> bool:
    """Reload until the notice is there, or gone; give whether that came about in time."""
    until = time.monotonic() + PROMPT
    while True:
        visit.page.reload(wait_until="load")
        visit.settle()
        if has_notice(visit) is there or time.monotonic() > until:
            return has_notice(visit) is there


@pytest.mark.parametrize("change", WAYS, ids=lambda change: change.__name__.replace("_", " "))
def test_the_last_good_dossier_stays_and_a_notice_comes_and_goes(visiting, running, folder, change):
    visit = visiting(base=running)
    visit.open("/?view=list")
    before = count_words(visit)
    assert re.search(r"\d+ of \d+", before)
    try:
        change(folder / "events.csv")
        assert reload_until(visit, there=True), "no notice"
        assert count_words(visit) == before
        shown = visit.page.content()
        for word in (str(folder), str(folder.parent), "Traceback", "A secret of the server"):
            assert word not in shown
    finally:
        put_back(folder / "events.csv")
    assert reload_until(visit, there=False), "the notice stays"
    assert count_words(visit) == before
    visit.assert_clean()


def test_an_edited_table_is_read_again(visiting, running, folder):
    visit = visiting(base=running)
    visit.open("/?view=list")
    table = folder / "events.csv"
    try:
        with table.open("a", encoding="utf-8") as file:
            file.write("new-event,2022-02-02,stated,,A new event in the file,,syria,,occurred,1\n")
        until = time.monotonic() + PROMPT
        while True:
            visit.open("/?view=list&q=a+new+event+in+the+file")
            if "1 of" in count_words(visit) or time.monotonic() > until:
                break
        assert "1 of" in count_words(visit)
        assert not has_notice(visit)
    finally:
        put_back(table)
