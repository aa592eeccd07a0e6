"""The timeline as a picture that stands alone: title, what is shown, lanes, a key, its source."""

from __future__ import annotations

import threading

from dossier.exporting.picture.lane_layout import Room
from dossier.exporting.picture.lane_marks import hatch
from dossier.exporting.picture.look import (
    MUTED,
    PAPER,
    fitting,
    text_lines,
    whole_picture,
    written,
)
from dossier.exporting.picture.timeline_chart import Chart, draw_chart, lay_out_chart
from dossier.exporting.picture.timeline_words import (
    counted_words,
    key_words,
    source_words,
    window_words,
)
from dossier.markup import Markup, markup
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.select import select_events
from dossier.views.view import View

WIDTH, MARGIN = 1200.0, 28.0
ROOM = Room(rows=4, strips=5, least_rank=2)
NOTHING = "No event fits these filters."
_drawing = threading.Lock()


def timeline_svg(dossier: Dossier, view: View) -> bytes:
    """Write the timeline that a view shows as SVG."""
    shown = select_events(dossier, view.selection)
    drawn: list[Markup] = []
    y = _heading(drawn, dossier, view, len(shown))
    if len(shown):
        y = _charted(drawn, dossier, view, shown, y)
    else:
        drawn.append(written(NOTHING, MARGIN, y + 30, 16, color=MUTED))
        y += 50
    for line in text_lines(source_words(dossier, view), 12, WIDTH - 2 * MARGIN, most=9):
        y += 16
        drawn.append(written(line, MARGIN, y, 12, color=MUTED))
    return whole_picture(f"Timeline: {dossier.about.title}", drawn, WIDTH, y + MARGIN)


def timeline_png(dossier: Dossier, view: View) -> bytes:
    """Draw the timeline that a view shows as PNG, two dots a pixel."""
    return png_of(timeline_svg(dossier, view), 2)


def png_of(svg: bytes, scale: float = 1) -> bytes:
    """Draw a picture as PNG, one at a time: each takes a processor for a moment."""
    import vl_convert  # only here: it is large, and most who read a dossier take no picture

    with _drawing:
        made: bytes = vl_convert.svg_to_png(svg.decode(), scale=scale)
    return made


def _heading(drawn: list[Markup], dossier: Dossier, view: View, shown: int) -> float:
    y, room = MARGIN, WIDTH - 2 * MARGIN
    for line in text_lines(dossier.about.title, 27, room, serif=True, most=2):
        y += 32
        drawn.append(written(line, MARGIN, y - 6, 27, bold=True, serif=True))
    for line in text_lines(f"{counted_words(dossier, view, shown)}.", 14, room):
        y += 19
        drawn.append(written(line, MARGIN, y, 14, color=MUTED))
    return y + 10


def _charted(drawn: list[Markup], dossier: Dossier, view: View, shown: Positions,
             y: float) -> float:  # fmt: skip
    chart = lay_out_chart(dossier, shown, view, MARGIN, WIDTH - MARGIN, ROOM)
    drawn.append(markup("defs", hatch(PAPER)))
    drawn += draw_chart(chart, y, MARGIN, WIDTH - MARGIN)
    y += chart.height + 8
    for line in text_lines(_reading(chart), 12, WIDTH - 2 * MARGIN):
        y += 16
        drawn.append(written(line, MARGIN, y, 12, color=MUTED))
    return y + 2


def _reading(chart: Chart) -> str:
    key = key_words(chart.events, has_piles=chart.has_piles, has_counts=chart.has_counts)
    return fitting(f"Drawn: {window_words(chart.scale)}. {key}")
