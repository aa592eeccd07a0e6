"""A briefing taken away: slides and handout from their buttons."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

pptx = pytest.importorskip("pptx", reason="python-pptx is not installed")
pytest.importorskip("typst", reason="typst is not installed")
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
