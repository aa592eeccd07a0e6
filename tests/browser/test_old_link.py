"""A link copied before a correction says so when it is opened after it, served and as one file."""

from __future__ import annotations

import shutil

import pytest

from dossier.exporting.one_file.export import export_one_file
from dossier.reading.read import read_dossier
from dossier.schema import DATA
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser

WAS, IS = "Up to 3,300 people", "A SIRI employee"
LOG = (
    "date,table,row_id,column,before,after,reason\n"
    f"2026-11-01,events,siri-misuse,title,{WAS!r},{IS!r},They are files\n"
)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corrected") / "dossier"
    shutil.copytree(DATA, folder)
    (folder / "corrections.csv").write_text(LOG.replace("'", '"'), "utf-8")
    return folder


@pytest.fixture(scope="module")
def address(corrected):
    with serving(DOSSIER=str(corrected)) as base:
        yield base


def assert_tells(page):
    told = page.locator(".since")
    told.wait_for()
    words = told.inner_text()
    assert words.startswith("Changed since this link was made on version 1.0.0: one correction")
    assert told.locator("del").inner_text() == f"“{WAS}”"
    assert told.locator("ins").inner_text() == f"“{IS}”"
    assert "They are files" in words


def test_a_link_made_before_the_correction_shows_both(visiting, address):
    visit = visiting(base=address)
    page = visit.open("/?event=siri-misuse&v=1.0.0-0")
    assert_tells(page)
    page.get_by_role("link", name="Next →").click()
    page.wait_for_url(lambda url: "siri-misuse" not in url)
    assert "v=" not in page.url
    page.locator(".since").wait_for(state="detached")
    page.go_back()
    page.wait_for_url("**siri-misuse**")
    assert_tells(page)
    visit.assert_clean()


@pytest.mark.parametrize(
    ("mark", "notice"),
    [
        ("1.0.0-1", ""),
        ("1.0.0-9", "made on a later version"),
        ("%3Cscript%3E", "can't be read, so it was left out"),
    ],
)
def test_a_mark_of_now_says_nothing_and_others_fall_back_with_a_notice(
    visiting, address, mark, notice
):
    visit = visiting(base=address)
    page = visit.open(f"/?event=siri-misuse&v={mark}")
    page.locator(".event h2").wait_for()
    assert page.locator(".since").count() == 0
    if notice:
        page.locator(".notice", has_text=notice).wait_for()
    else:
        assert page.locator(".notice").count() == 0
    visit.assert_clean()


def test_the_one_file_says_so_too(visiting, corrected, tmp_path):
    path = tmp_path / "one.html"
    path.write_bytes(export_one_file(read_dossier(corrected)))
    visit = visiting(base=path.as_uri())
    page = visit.page
    page.goto(f"{path.as_uri()}#event=siri-misuse&v=1.0.0-0")
    assert_tells(page)
    page.goto(f"{path.as_uri()}#event=siri-misuse&v=1.0.0-9")
    page.locator(".notice", has_text="made on a later version").wait_for()
    assert page.locator(".since").count() == 0
    assert visit.errors == []
