"""The card that other programs show of a link: the timeline, or one event and who says so."""

from __future__ import annotations

from dossier.dates.words import date_words
from dossier.exporting.briefing.colors import lane as lane_color
from dossier.exporting.linked import linked
from dossier.exporting.picture.lane_layout import Room
from dossier.exporting.picture.lane_marks import hatch
from dossier.exporting.picture.look import INK, MUTED, PAPER, text_lines, whole_picture, written
from dossier.exporting.picture.timeline_chart import Chart, draw_chart, lay_out_chart
from dossier.exporting.picture.timeline_picture import NOTHING, png_of
from dossier.exporting.picture.timeline_words import counted_words
from dossier.exporting.voices import attribution
from dossier.knowing.asof import known_dossier
from dossier.knowing.said import asof_words
from dossier.markup import Markup, joined, markup
from dossier.model import Dossier, Event
from dossier.selecting.select import select_events
from dossier.views.marks import theme_colors
from dossier.views.view import View

WIDTH, HEIGHT, MARGIN = 1200.0, 630.0, 48.0
FOOT = 36.0
STRIP = 150.0  # of an event's lane under its words
# From roomy to tight: the first in which all lanes fit is taken.
ROOMS = (Room(3, 3, 2), Room(3, 2, 3), Room(2, 1, 3), Room(1, 1, 3))
LANE = Room(3, 2, 3)


def card_svg(dossier: Dossier, view: View) -> bytes:
    """Write the card of a view: its open event, else its timeline."""
    event = dossier.event(view.event) if view.event else None
    known = known_dossier(dossier, view.selection.asof)
    drawn = _event(dossier, known, view, event) if event else _timeline(dossier, view)
    foot = dossier.about.title if event else ""
    foot += f" · {asof_words(view.selection.asof)}" if event and view.selection.asof else ""
    for line in text_lines(foot, 19, WIDTH - 2 * MARGIN, most=1):
        drawn.append(written(line, MARGIN, HEIGHT - FOOT, 19, color=MUTED))
    title = event.title if event else dossier.about.title
    return whole_picture(title, [markup("defs", hatch(PAPER)), *drawn], WIDTH, HEIGHT)


def card_png(dossier: Dossier, view: View) -> bytes:
    """Draw the card of a view as PNG."""
    return png_of(card_svg(dossier, view))


def _timeline(dossier: Dossier, view: View) -> list[Markup]:
    drawn: list[Markup] = []
    y = MARGIN - 6
    for line in text_lines(dossier.about.title, 42, WIDTH - 2 * MARGIN, serif=True, most=2):
        y += 46
        drawn.append(written(line, MARGIN, y - 8, 42, bold=True, serif=True))
    shown = select_events(dossier, view.selection)
    for line in text_lines(f"{counted_words(dossier, view, len(shown))}.", 20, 1080, most=1):
        y += 28
        drawn.append(written(line, MARGIN, y - 4, 20, color=MUTED))
    if not len(shown):
        return [*drawn, written(NOTHING, MARGIN, y + 60, 26, color=MUTED)]
    room = HEIGHT - y - 36
    charts = (_chart(dossier, view, each) for each in ROOMS)
    chart = next((each for each in charts if each.height <= room), None)
    return [*drawn, _placed(chart or _chart(dossier, view, ROOMS[-1]), y + 10, room)]


def _event(dossier: Dossier, known: Dossier, view: View, event: Event) -> list[Markup]:
    """When, what and who says so, over the lane in which the event is marked.

    `known` is the dossier as it could be known on a chosen day, with the same events.
    """
    color = f"#{lane_color(theme_colors(dossier).get(event.theme, 0))}"
    left, room = MARGIN + 26, WIDTH - 2 * MARGIN - 26
    drawn: list[Markup] = []
    y = MARGIN + 32
    drawn.append(written(date_words(event.date), left, y, 30, color=color, bold=True))
    size = 50 if len(event.title) < 60 else 44
    for line in text_lines(event.title, size, room, serif=True, most=3):
        y += size * 1.16
        drawn.append(written(line, left, y + 8, size, color=INK, bold=True, serif=True))
    y += 24
    for line in text_lines(f"{attribution(known, event)}.", 23, room, most=3):
        y += 31
        drawn.append(written(line, left, y, 23, color=MUTED))
    y = _quoted(drawn, known, event, left, y, room)
    bar = markup("rect", x=f"{MARGIN:g}", y=f"{MARGIN:g}", width="7", height=f"{y - MARGIN + 8:g}",
                 rx="3", fill=color)  # fmt: skip
    chart = _own_lane(_chart(dossier, view, LANE), event)
    tall = min(STRIP, HEIGHT - y - FOOT - 52)
    if chart and tall >= 60:
        drawn.append(_placed(chart, HEIGHT - FOOT - 28 - tall, tall))
    return [bar, *drawn]


def _quoted(drawn: list[Markup], dossier: Dossier, event: Event, left: float, y: float,
            room: float) -> float:  # fmt: skip
    """The first passage word for word, where there is room for its whole length."""
    excerpts = linked(dossier).excerpts_of(event.event_id)
    lines = text_lines(f"“{excerpts[0].exact}”", 25, room, serif=True, most=99) if excerpts else []
    end = y + 16 + 33 * len(lines)
    if not lines or end > HEIGHT - FOOT - 110:
        return y
    for line in lines:
        y += 33
        drawn.append(written(line, left, y + 12, 25, color=INK, serif=True))
    return end


def _own_lane(chart: Chart, event: Event) -> Chart | None:
    """The chart with the lane of an event alone; None where its mark is not in the window."""
    for band in chart.bands:
        if any(each["id"] == event.event_id for item in band.lane.items for each in item.events):
            chart.bands = [band]
            return chart
    return None


def _chart(dossier: Dossier, view: View, room: Room) -> Chart:
    shown = select_events(dossier, view.selection)
    return lay_out_chart(dossier, shown, view, MARGIN, WIDTH - MARGIN, room)


def _placed(chart: Chart, top: float, room: float) -> Markup:
    """The chart from a height on, smaller where it would not fit."""
    size = min(1.0, room / chart.height)
    shift = (1 - size) * WIDTH / 2
    parts = joined(list(draw_chart(chart, 0, MARGIN, WIDTH - MARGIN)))
    return markup("g", parts, transform=f"translate({shift:.1f} {top:.1f}) scale({size:.4f})")
