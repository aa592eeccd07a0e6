"""A briefing taken away: slides and handout from their buttons."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import urlencode

import pytest

from dossier.reading.read import read_dossier
from dossier.schema import DATA

pptx = pytest.importorskip("pptx", reason="python-pptx is not installed")
pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytestmark = pytest.mark.browser


def pressed(page, label):
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_slides_and_handout_are_made_when_their_buttons_are_pressed(visiting):
    visit = visiting()
    page = visit.open("/briefing")
    name, data = pressed(page, "The numbers in eight steps: Slides (PPTX)")
    assert name == "denmark-rwanda-numbers.pptx"
    slides = pptx.Presentation(io.BytesIO(data)).slides
    assert len(slides) == 10
    assert f"{visit.base}/?event=awaiting-halved" in "".join(
        shape.text_frame.text for shape in slides[2].shapes if shape.has_text_frame
    )
    name, data = pressed(page, "The numbers in eight steps: US Letter (PDF)")
    assert name == "denmark-rwanda-numbers-handout.pdf"
    assert data.startswith(b"%PDF")
    visit.assert_clean()


def test_there_is_nothing_to_take_away_while_a_briefing_is_on(visiting):
    page = visiting().open("/briefing?briefing=numbers&step=2")
    assert page.get_by_role("button", name="Slides (PPTX)").count() == 0


def test_stop_ends_the_making_and_leaves_no_file(visiting):
    visit = visiting()
    events = read_dossier(DATA).events["event_id"].tolist()[:70]
    page = visit.open(
        f"/briefing?{urlencode([('make', '1'), *(('pick', each) for each in events)])}"
    )
    given = []
    page.on("download", lambda each: given.append(each.suggested_filename))
    page.get_by_role("button", name="Slides (PPTX)").click()
    page.get_by_text("of 72").wait_for()
    page.locator(".st-key-taking_stop button").click()
    page.get_by_text("Stopped. No file was made.").wait_for()
    visit.settle()
    assert page.get_by_role("button", name="Save again").count() == 0
    assert given == []
    visit.assert_clean()


def test_the_one_file_says_how_far_it_is_and_comes_whole(visiting):
    visit = visiting()
    page = visit.open("/data")
    name, data = pressed(page, "Download the dossier as one file (HTML)")
    assert name == "denmark-rwanda.html"
    assert data.endswith(b"</html>\n")
    page.get_by_text("One file: ready").wait_for()
    visit.assert_clean()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_printing_the_page_prints_every_step(visiting, paper):
    visit = visiting()
    page = visit.open("/briefing?briefing=plan&step=2")
    data = page.pdf(format=paper)
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert all(f"{number} of 10" in text for number in range(1, 11))
    assert "Slides (PPTX)" not in text
    assert page.locator(".on-paper").count() == 0
    visit.assert_clean()
