from __future__ import annotations

import io
import shutil
import subprocess

import pytest

from dossier.exporting.briefing.formats import ask_briefing, export_briefing
from dossier.exporting.briefing.lines import one_line
from dossier.exporting.briefing.strip import strip_data
from dossier.exporting.briefing.told import Asked
from dossier.model import BriefingStep
from dossier.views.telling import telling
from tests.dossier.exporting.samples import default, harmful

pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

PAPERS = {"a4": (595, 842), "us-letter": (612, 792)}


def text_of(data, tmp_path):
    path = tmp_path / "handout.pdf"
    path.write_bytes(data)
    if shutil.which("pdftotext"):
        run = ["pdftotext", "-raw", str(path), "-"]
        text = subprocess.run(run, capture_output=True, check=True).stdout.decode()
    else:
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return " ".join(text.split())


def folded(text):
    return " ".join(one_line(text).split())


@pytest.fixture(scope="module", params=["plan", "numbers"])
def asked(request):
    return ask_briefing(default(), request.param)


def test_every_excerpt_is_there_verbatim_with_speaker_and_document(asked, tmp_path):
    dossier = default()
    text = text_of(export_briefing(dossier, "pdf", asked).data, tmp_path)
    for step in asked.steps:
        event = dossier.event(step.event_id)
        shown = telling(dossier, event, step.heading)
        for each in (*dossier.excerpts_of(step.event_id), *shown.passages, *shown.voices):
            assert folded(each.exact) in text
            assert folded(each.speaker) in text
            assert folded(dossier.document(each.document_id).title) in text
        assert folded(f"{event.summary}") in text


def test_sums_are_worked_out_under_their_step(tmp_path):
    asked = ask_briefing(default(), "numbers")
    text = text_of(export_briefing(default(), "pdf", asked).data, tmp_path)
    assert "(1,155 − about 550) ÷ 1,155 × 100. The sum gives 52.38; claimed is 50." in text


def test_pages_are_numbered_and_headings_make_an_outline(asked, tmp_path):
    data = export_briefing(default(), "pdf", asked).data
    file = pypdf.PdfReader(io.BytesIO(data))
    assert f"Page 1 of {len(file.pages)}" in text_of(data, tmp_path)
    flat = str(file.outline)
    assert all(step.heading in flat for step in asked.steps)


def test_the_file_is_tagged_and_says_its_title_and_language(asked):
    file = pypdf.PdfReader(io.BytesIO(export_briefing(default(), "pdf", asked).data))
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith("en")
    assert asked.label in file.metadata.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_all_type_is_in_the_file(asked):
    file = pypdf.PdfReader(io.BytesIO(export_briefing(default(), "pdf", asked).data))
    for page in file.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inner.get_object())


@pytest.mark.parametrize("paper", PAPERS)
def test_both_papers_are_served(paper):
    data = export_briefing(default(), "pdf", ask_briefing(default(), "plan", paper=paper)).data
    box = pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == PAPERS[paper]


def test_the_same_briefing_gives_the_same_bytes(asked):
    first, second = (export_briefing(default(), "pdf", asked).data for _ in range(2))
    assert first == second


def test_harmful_text_is_set_as_typed(tmp_path):
    ids, titles = harmful().events["event_id"], harmful().events["title"]
    steps = tuple(
        BriefingStep("", at, event_id, title, "")
        for at, (event_id, title) in enumerate(zip(ids, titles, strict=True), 1)
    )
    text = text_of(export_briefing(harmful(), "pdf", Asked("Own", steps)).data, tmp_path)
    assert "<script>alert(1)</script>" in text
    assert "**bold** [x](http://example.org)" in text
    assert "\\ $x$ {y} ~ ^ # %" in text


def test_a_sign_without_a_letter_costs_only_the_standard():
    steps = (BriefingStep("", 1, "", "\U00013000 \U000e0041 \x00", ""),)
    exported = export_briefing(harmful(), "pdf", Asked("Own", steps))
    assert exported.data.startswith(b"%PDF")


def test_steps_without_a_date_have_no_timeline():
    assert strip_data([None]) is None
    assert export_briefing(harmful(), "pdf", Asked("", ())).data.startswith(b"%PDF")


def test_marks_stand_within_the_scale():
    events = [default().event(each) for each in default().events["event_id"]]
    made = strip_data(events)
    assert made is not None
    for mark in made["marks"]:
        assert 0 <= mark["x0"] <= mark["x1"] <= 1
    assert 2 <= len(made["ticks"]) <= 7
