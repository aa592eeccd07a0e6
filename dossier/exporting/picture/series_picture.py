"""The chart of a series as a picture that stands alone: title, numbers, who says them, sources."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field

from dossier.exporting.picture.bars import ARROW, BAR, bar, soft_fills
from dossier.exporting.voices import document_words, figure_attribution
from dossier.markup import Markup, joined, markup
from dossier.model import Dossier
from dossier.views.bars import manners_of, scale_ticks
from dossier.views.chart_plan import Plan, chart_plan
from dossier.views.series import Quoted, Series

WIDTH, MARGIN = 760, 28
INK, MUTED, LINE, PAPER = "#1b1a17", "#5f5b52", "#d9d4c7", "#fffdf8"
SERIF = "'Source Serif 4','Source Serif','Liberation Serif',Georgia,serif"
SANS = "'Source Sans 3','Source Sans','Liberation Sans',Arial,sans-serif"
MOST_LINES = 6  # of one text: what is longer is cut
_SPACE = "http://www.w3.org/2000/svg"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Sheet:
    """A picture while it is drawn from its top down."""

    y: float = MARGIN
    drawn: list[Markup] = field(default_factory=list)

    def write(self, text: str, size: int, *, color: str = INK, bold: bool = False,
              serif: bool = False) -> None:  # fmt: skip
        """Write a text in as many lines as it needs."""
        wide = int((WIDTH - 2 * MARGIN) / (size * (0.56 if bold else 0.5)))
        style = f"font-family:{SERIF if serif else SANS};font-size:{size}px"
        style += ";font-weight:700" if bold else ""
        for line in _lines(text, wide):
            self.y += size * 1.3
            place = {"x": str(MARGIN), "y": f"{self.y:g}"}
            self.drawn.append(markup("text", line, **place, fill=color, style=style))


def series_svg(dossier: Dossier, series: Series) -> bytes:
    """Write the chart of a series as SVG; b"" where `chart_plan` has none."""
    plan = chart_plan(series)
    if plan is None:
        return b""
    sheet = Sheet()
    sheet.write(series.title, 24, bold=True, serif=True)
    sheet.write(_counted(plan), 14, color=MUTED)
    sheet.y += 10
    for row in plan.rows:
        _draw(sheet, dossier, row, plan)
    _axis(sheet, plan)
    _foot(sheet, dossier, series, plan)
    return _whole(sheet, series.title)


def series_png(dossier: Dossier, series: Series) -> bytes:
    """Draw the chart of a series as PNG, two dots a pixel; b"" where there is none."""
    svg = series_svg(dossier, series)
    if not svg:
        return b""
    import vl_convert  # only here: it is large, and most who read a dossier take no picture

    made: bytes = vl_convert.svg_to_png(svg.decode(), scale=2)
    return made


def _draw(sheet: Sheet, dossier: Dossier, row: Quoted, plan: Plan) -> None:
    sheet.write(row.words, 17, bold=True)
    sheet.write(" · ".join(filter(None, (row.figure.label, row.period))), 14)
    sheet.write(f"{figure_attribution(dossier, row.figure)}.", 12, color=MUTED)
    top = sheet.y + 9
    sheet.drawn += bar(row, plan, top, MARGIN, _scale_width())
    sheet.y = top + BAR + 12


def _axis(sheet: Sheet, plan: Plan) -> None:
    top, width = sheet.y + 2, _scale_width()
    line = f"stroke:{LINE};stroke-width:1"
    sheet.drawn.append(
        markup("path", d=f"M{MARGIN} {top:g}H{MARGIN + width:g}", fill="none", style=line)
    )
    style = f"font-family:{SANS};font-size:12px"
    for part, words in scale_ticks(plan):
        x = MARGIN + part * width
        anchor = "start" if part == 0 else "middle"
        sheet.drawn.append(markup("path", d=f"M{x:g} {top:g}v6", fill="none", style=line))
        label = {"x": f"{x:g}", "y": f"{top + 20:g}", "text_anchor": anchor}
        sheet.drawn.append(markup("text", words, **label, fill=MUTED, style=style))
    sheet.y = top + 30


def _foot(sheet: Sheet, dossier: Dossier, series: Series, plan: Plan) -> None:
    """Say what is not drawn, how to read the marks, and where the numbers are from."""
    rest = [row for row in series.all_rows if row not in plan.rows]
    said = [_undrawn(dossier, row) for row in rest]
    if said:
        sheet.write(f"Not drawn: {'; '.join(said)}.", 12)
    sheet.write(f"How to read it: {'; '.join(manners_of(plan))}.", 12, color=MUTED)
    remarks = dict.fromkeys(row.remark for row in series.all_rows if row.remark)
    for remark in remarks:
        sheet.write(f"{remark[:1].upper()}{remark[1:]}.", 12, color=MUTED)
    known = {row.source: document_words(row.document, row.source) for row in series.all_rows}
    sources = "; ".join(words for title, words in known.items() if title) or "not given"
    sheet.write(f"Source: {sources}. In “{dossier.about.title}”.", 12, color=MUTED)


def _undrawn(dossier: Dossier, row: Quoted) -> str:
    said = row.figure.label if row.only_words else f"{row.figure.label}: {row.words}"
    return f"{said} ({figure_attribution(dossier, row.figure)})"


def _counted(plan: Plan) -> str:
    units = ["per cent" if unit == "%" else unit for unit in plan.units if unit]
    apart = ", which are not the same count" if len(units) > 1 else ""
    return f"Counted in {' and '.join(units)}{apart}" if units else "Numbers as they are given"


def _scale_width() -> float:
    return WIDTH - 2 * MARGIN - ARROW


def _lines(text: str, wide: int) -> list[str]:
    lines = textwrap.wrap(_UNFIT.sub("", text), wide, break_long_words=True)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], "…"]


def _whole(sheet: Sheet, title: str) -> bytes:
    size = {"width": str(WIDTH), "height": f"{sheet.y + MARGIN:.0f}"}
    paper = markup("rect", x="0", y="0", **size, fill=PAPER)
    named = markup("title", _UNFIT.sub("", title))
    box = f"0 0 {size['width']} {size['height']}"
    made = markup("svg", named, soft_fills(), paper, joined(sheet.drawn), **size, viewBox=box,
                  role="img")  # fmt: skip
    return made.replace("<svg ", f'<svg xmlns="{_SPACE}" ', 1).encode("utf-8", "replace")
