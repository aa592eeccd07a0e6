"""What stands on a slide: native text, rules, tables and charts, at places in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from dossier.exporting.briefing.colors import (
    INK,
    LINE,
    PAPER,
)
from dossier.exporting.briefing.counts import Bar, Counts
from dossier.exporting.slides.look import (
    LEADING,
    LEAST,
    Line,
    Run,
)
from dossier.views.bars import SOFTNESS

# The theme's own faces, so that whoever edits the slides can change them in one place.
OPEN = 0.28  # how much of its colour an open range keeps
_FACES = {True: "+mj-lt", False: "+mn-lt"}


def add_text(slide: Any, place: Sequence[float], lines: Iterable[Line]) -> Any:
    """Set paragraphs in a text box at x, y, width and height; it neither grows nor shrinks."""
    box = slide.shapes.add_textbox(*(Pt(each) for each in place))
    set_lines(box.text_frame, lines)
    return box


def set_lines(frame: Any, lines: Iterable[Line]) -> None:
    """Write paragraphs into a text frame without inner margins."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for at, each in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        largest = max(run.size for run in each.runs)
        paragraph.line_spacing = Pt(largest * LEADING)
        paragraph.space_before = Pt(each.before)
        paragraph.space_after = Pt(0)
        for run in each.runs:
            _add_run(paragraph, run)


def _add_run(paragraph: Any, run: Run) -> None:
    made = paragraph.add_run()
    made.text = run.text
    if run.link:
        made.hyperlink.address = run.link
    font = made.font
    font.size, font.bold, font.italic = Pt(run.size), run.bold, run.italic
    font.name = _FACES[run.serif]
    font.color.rgb = RGBColor.from_string(run.color.upper())


def set_title(slide: Any, place: Sequence[float], lines: Iterable[Line]) -> None:
    """Write the slide's title, by which outlines and screen readers know it."""
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = (Pt(each) for each in place)
    lines = list(lines)
    set_lines(title.text_frame, lines)
    for paragraph in title.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def add_rule(slide: Any, place: Sequence[float], color: str) -> None:
    """Draw a filled rectangle without an outline; screen readers pass it over."""
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(each) for each in place))
    rule.fill.solid()
    rule.fill.fore_color.rgb = RGBColor.from_string(color.upper())
    rule.line.fill.background()
    rule._element.remove(rule._element.find(qn("p:style")))  # it would cast a shadow


def add_chart(slide: Any, place: Sequence[float], counts: Counts, color: str) -> None:
    """Draw counts as a native bar chart from zero, the first on top, each bar with its words."""
    data = CategoryChartData()
    # A space before: no label can become a formula or a link in the chart's own sheet.
    data.categories = [f" {bar.label}" for bar in counts.bars]
    data.add_series(f" {counts.title}", [bar.value for bar in counts.bars])
    where = (Pt(each) for each in place)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *where, data)
    said = "; ".join(f"{bar.label}: {bar.words} {counts.unit}" for bar in counts.bars)
    describe(frame, f"{counts.title}. {said}")
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(LEAST), _FACES[False]
    chart.font.color.rgb = RGBColor.from_string(INK.upper())
    _set_axes(chart)
    _set_bars(chart.plots[0], counts, color)


def _set_axes(chart: Any) -> None:
    values, categories = chart.value_axis, chart.category_axis
    values.minimum_scale, values.visible = 0, False
    values.has_major_gridlines = False
    categories.reverse_order = True
    categories.format.line.color.rgb = RGBColor.from_string(LINE.upper())
    categories.has_major_gridlines = False


def _set_bars(plot: Any, counts: Counts, color: str) -> None:
    """Fill exact counts, end those softly that are only about so many, and leave a bound open."""
    plot.gap_width, plot.vary_by_categories = 45, False
    series = plot.series[0]
    for at, bar in enumerate(counts.bars):
        point = series.points[at]
        paint = RGBColor.from_string(color.upper())
        fill = point.format.fill
        if bar.manner == "about":
            fade(fill, point.format.element, ((0, color), (1 - 2 * SOFTNESS, color), (1, PAPER)))
        else:
            fill.solid()
            open_ = bar.manner != "exact"
            fill.fore_color.rgb = RGBColor.from_string(mixed(color, OPEN)) if open_ else paint
            point.format.line.color.rgb = paint
        _label(point, bar)


def fade(fill: Any, element: Any, stops: Sequence[tuple[float, str]]) -> None:
    """Fill what an element holds from left to right with colours at places from 0 to 1."""
    fill.gradient()
    fill.gradient_angle = 0
    held = next(element.iter(qn("a:gsLst")))
    for old in list(held):
        held.remove(old)
    for at, color in stops:
        stop = held.makeelement(qn("a:gs"), {"pos": str(round(at * 100_000))})
        stop.append(stop.makeelement(qn("a:srgbClr"), {"val": color.upper()}))
        held.append(stop)


def mixed(color: str, part: float) -> str:
    """Give a colour thinned with the paper's, of which `part` is left."""
    pairs = zip(bytes.fromhex(color), bytes.fromhex(PAPER), strict=True)
    return "".join(f"{round(own * part + other * (1 - part)):02X}" for own, other in pairs)


def _label(point: Any, bar: Bar) -> None:
    """Write the bar's own number at its end, with its qualifier before it as the document has it.

    The word is part of the number's format, so that the label follows when the number is edited.
    """
    label = point.data_label
    label.font.size, label.font.bold = Pt(LEAST), True
    label.position = XL_LABEL_POSITION.OUTSIDE_END
    before = f'"{bar.qualifier} "' if bar.qualifier else ""
    shown = label._dLbl
    code = {"formatCode": f"{before}#,##0.##" if bar.value % 1 else f"{before}#,##0"}
    format_of = shown.makeelement(qn("c:numFmt"), {**code, "sourceLinked": "0"})
    shown.find(qn("c:idx")).addnext(format_of)
    for body in shown.iter(qn("a:bodyPr")):
        body.set("wrap", "none")


def add_table(
    slide: Any, place: Sequence[float], widths: Sequence[float], rows: Sequence[Sequence[Line]]
) -> None:
    """Set a native table whose first row is its head; every cell holds one paragraph."""
    where = (Pt(each) for each in place)
    frame = slide.shapes.add_table(len(rows), len(widths), *where)
    table = frame.table
    table.first_row, table.horz_banding = True, False
    for at, wide in enumerate(widths):
        table.columns[at].width = Pt(wide)
    for y, row in enumerate(rows):
        table.rows[y].height = Pt(10)
        for x, cell_line in enumerate(row):
            _set_cell(table.cell(y, x), cell_line)


def _set_cell(cell: Any, cell_line: Line) -> None:
    set_lines(cell.text_frame, [cell_line])
    cell.margin_left = cell.margin_top = cell.margin_bottom = Pt(3)
    cell.margin_right = Pt(6)
    cell.fill.background()


def describe(frame: Any, words: str) -> None:
    """Give a drawing words for those who don't see it."""
    frame._element.find(f".//{qn('p:cNvPr')}").set("descr", words)
