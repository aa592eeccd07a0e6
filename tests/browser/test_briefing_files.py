"""A briefing taken away: slides and handout from their buttons."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

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
    page = visit.open("/briefing?briefing=numbers&step=2")
    name, data = pressed(page, "Slides (PPTX)")
    assert name == "denmark-rwanda-numbers.pptx"
    slides = pptx.Presentation(io.BytesIO(data)).slides
    assert len(slides) == 10
    assert f"{visit.base}/?event=awaiting-halved" in "".join(
        shape.text_frame.text for shape in slides[2].shapes if shape.has_text_frame
    )
    name, data = pressed(page, "Handout, US Letter (PDF)")
    assert name == "denmark-rwanda-numbers-handout.pdf"
    assert data.startswith(b"%PDF")
    visit.assert_clean()


def test_there_is_nothing_to_take_away_before_a_briefing_is_chosen(visiting):
    page = visiting().open("/briefing")
    assert page.get_by_role("button", name="Slides (PPTX)").count() == 0


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
