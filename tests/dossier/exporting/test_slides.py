from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from dossier.dates.words import date_words
from dossier.diffing.since import version_mark
from dossier.exporting.briefing.colors import ACCENT, GOOD, INK, LANES, LINE, LINK, MUTED, PAPER
from dossier.exporting.briefing.formats import ask_briefing, export_briefing
from dossier.exporting.briefing.lines import one_line
from dossier.exporting.briefing.told import Asked, told_steps
from dossier.exporting.slides.fitting import fit
from dossier.exporting.slides.look import LEAST, LEAST_SOURCE, Line, Run
from dossier.exporting.slides.measure import line_count
from dossier.model import BriefingStep
from dossier.reading.read import read_tables
from tests.dossier.exporting.samples import default, harmful

pptx = pytest.importorskip("pptx", reason="python-pptx is not installed")
from pptx.enum.dml import MSO_FILL  # noqa: E402
from pptx.enum.shapes import MSO_SHAPE_TYPE  # noqa: E402

COUNTS = {"plan": 10, "numbers": 8}
LONG = "words " * 400


def deck(dossier, asked):
    return pptx.Presentation(io.BytesIO(export_briefing(dossier, "pptx", asked).data))


def texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def whole(slide):
    return "\n".join(texts(slide))


def harmful_steps():
    ids = harmful().events["event_id"]
    titles = harmful().events["title"]
    return tuple(
        BriefingStep("", at, event_id, title, title)
        for at, (event_id, title) in enumerate(zip(ids, titles, strict=True), 1)
    )


@pytest.fixture(scope="module", params=COUNTS)
def made(request):
    asked = ask_briefing(default(), request.param)
    return asked, deck(default(), asked)


def test_n_steps_give_two_slides_more(made):
    asked, slides = made
    assert len(slides.slides) == len(asked.steps) + 2 == COUNTS[asked.name] + 2
    assert (slides.slide_width / slides.slide_height) == pytest.approx(16 / 9)


def test_each_step_names_its_document_and_dates_in_words(made):
    asked, slides = made
    dossier = default()
    steps = zip(asked.steps, told_steps(dossier, asked), list(slides.slides)[1:-1], strict=True)
    for step, told, slide in steps:
        words = whole(slide)
        assert date_words(dossier.event(step.event_id).date) in words
        document = dossier.document(told.documents[0])
        assert document.title.rstrip(" ,") in words
        assert date_words(document.published) in words
        assert f"/?event={step.event_id}" in words
        assert slide.shapes.title.text == step.heading


def test_each_step_holds_the_exact_words_their_speaker_and_receipt(made):
    asked, slides = made
    for told, slide in zip(told_steps(default(), asked), list(slides.slides)[1:-1], strict=True):
        words = whole(slide)
        for each in (told.said[0].exact, told.said[0].speaker, told.said[0].receipt):
            assert each in words


def test_notes_hold_what_is_to_be_said_and_every_passage(made):
    asked, slides = made
    for told, slide in zip(told_steps(default(), asked), list(slides.slides)[1:-1], strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert told.notes in notes
        assert all(each.exact in notes for each in (*told.said, *told.voices))


def test_every_slide_has_a_source_line_and_no_small_type(made):
    asked, slides = made
    last = slides.slides[-1]
    named = {each for told in told_steps(default(), asked) for each in told.documents}
    assert all(default().document(each).title.rstrip(" ,") in whole(last) for each in named)
    for slide in slides.slides:
        assert "/?event=" in whole(slide) or "/briefing?" in whole(slide)
        for shape in slide.shapes:
            if shape.has_text_frame:
                sizes = [r.font.size.pt for p in shape.text_frame.paragraphs for r in p.runs]
                assert all(size >= LEAST or LEAST_SOURCE <= size <= 13 for size in sizes)


def charts_of(slides):
    return [shape.chart for slide in slides.slides for shape in slide.shapes if shape.has_chart]


def test_counts_are_native_charts_with_their_numbers_and_words():
    halved, syrians = charts_of(deck(default(), ask_briefing(default(), "numbers")))
    assert list(halved.plots[0].series[0].values) == [1155.0, 550.0]
    assert [each.strip() for each in halved.plots[0].categories] == [
        "about December 2020",
        "about December 2022",
    ]
    assert halved.value_axis.minimum_scale == 0
    assert '"about "#,##0' in halved._chartSpace.xml.replace("&quot;", '"')
    assert list(syrians.plots[0].series[0].values) == [44000.0, 35000.0]
    assert [each.strip() for each in syrians.plots[0].categories] == [
        "Syrian refugees in Denmark",
        "Of whom entered after 2011",
    ]
    assert '"estimated "#,##0' in syrians._chartSpace.xml.replace("&quot;", '"')


def test_a_chart_ends_as_surely_as_its_words():
    halved, syrians = charts_of(deck(default(), ask_briefing(default(), "numbers")))
    ends = [
        [chart.plots[0].series[0].points[at].format.fill.type for at in (0, 1)]
        for chart in (halved, syrians)
    ]
    assert ends == [[MSO_FILL.SOLID, MSO_FILL.GRADIENT], [MSO_FILL.GRADIENT, MSO_FILL.GRADIENT]]


def test_a_number_alone_stays_a_number_in_words():
    numbers = deck(default(), ask_briefing(default(), "numbers"))
    assert not any(shape.has_chart for shape in numbers.slides[7].shapes)
    assert "up to 3,300 people" in whole(numbers.slides[7])


def test_each_step_stands_on_a_timeline_of_native_shapes(made):
    asked, slides = made
    steps = told_steps(default(), asked)
    for told, slide in zip(steps, list(slides.slides)[1:-1], strict=True):
        (group,) = [shape for shape in slide.shapes if shape.name == "Timeline"]
        said = group._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")[0]
        assert said == f"Step {told.number} of {len(steps)} in time: {told.when}"
        marks = [each for each in group.shapes if not each.has_text_frame or not each.text]
        assert len(marks) >= len(steps)
        assert all(each.left >= 0 and each.left + each.width <= 960 * 12700 for each in marks)
        assert all(each.top + each.height <= 494 * 12700 for each in group.shapes)
        assert not any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in slide.shapes)


def test_sums_are_in_the_notes():
    slides = deck(default(), ask_briefing(default(), "numbers")).slides
    notes = slides[2].notes_slide.notes_text_frame.text
    assert "(1,155 − about 550) ÷ 1,155 × 100. The sum gives 52.38; claimed is 50." in notes


def test_the_last_slide_is_a_native_table(made):
    _, slides = made
    assert [shape.has_table for shape in slides.slides[-1].shapes].count(True) == 1


def test_the_same_briefing_gives_the_same_bytes():
    asked = ask_briefing(default(), "numbers", "https://example.org/d")
    first, second = (export_briefing(default(), "pptx", asked).data for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {each.date_time[0] for each in file.infolist()} == {1980}


def test_links_begin_with_the_base_where_one_is_given():
    slides = deck(default(), ask_briefing(default(), "plan", "https://example.org/d/"))
    links = {
        run.hyperlink.address
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    mark = version_mark(default())
    assert f"https://example.org/d/?event=memoranda-signed&v={mark}" in links


def test_harmful_text_is_plain_text():
    asked = Asked("Own\x00 <b>", harmful_steps())
    slides = deck(harmful(), asked)
    assert len(slides.slides) == len(asked.steps) + 2
    for step, slide in zip(asked.steps, list(slides.slides)[1:-1], strict=True):
        assert slide.shapes.title.text == one_line(step.heading)


def test_a_step_of_words_only_is_a_slide():
    slides = deck(harmful(), Asked("Own", (BriefingStep("", 1, "", "Thank you", ""),)))
    assert slides.slides[1].shapes.title.text == "Thank you"
    assert len(slides.slides) == 3


def test_nothing_runs_over_however_long_the_words_are():
    tables = {
        "events.csv": b"event_id,date,title\na,2022,A title\n",
        "excerpts.csv": f"excerpt_id,document_id,exact,event_ids\nx,d,{LONG},a\n".encode(),
    }
    dossier = read_tables(tables)
    asked = Asked("Own", (BriefingStep("", 1, "a", "Heading " * 60, ""),))
    told = told_steps(dossier, asked)[0]
    fitted = fit(told, 300)
    assert all(column.fits(300) for column in fitted.columns)
    assert fitted.left_out
    slide = deck(dossier, asked).slides[1]
    assert "[…]" in whole(slide)
    assert told.said[0].exact in slide.notes_slide.notes_text_frame.text
    assert all(shape.top + shape.height <= 540 * 12700 for shape in slide.shapes)


@pytest.mark.parametrize(("text", "lines"), [("", 1), ("word", 1), ("w" * 200, 4), ("日" * 60, 2)])
def test_lines_are_counted_without_a_font(text, lines):
    assert line_count(Line((Run(text, 20),)), 1000) == lines


def test_the_colours_are_those_of_the_app():
    config = Path(__file__).parents[3] / ".streamlit" / "config.toml"
    light = tomllib.loads(config.read_text("utf-8"))["theme"]["light"]
    assert [f"#{each}" for each in LANES] == light["chartCategoricalColors"]
    names = ("primary", "background", "text", "link", "border", "green", "gray")
    own = (ACCENT, PAPER, INK, LINK, LINE, GOOD, MUTED)
    assert [f"#{each}" for each in own] == [light[f"{name}Color"] for name in names]
