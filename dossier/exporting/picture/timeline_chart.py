"""The chart of the timeline: axis, lanes, marks and labels, as high as they need or are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dossier.dates.days import civil
from dossier.exporting.briefing.colors import lane as lane_color
from dossier.exporting.picture.lane_counts import (
    Counted,
    column_bars,
    count_lane,
    lane_positions,
)
from dossier.exporting.picture.lane_layout import (
    BESIDE,
    DATE,
    HEADLINE,
    TITLE,
    Label,
    Lane,
    Room,
    Taken,
    is_free,
    lay_out,
    shortened,
)
from dossier.exporting.picture.lane_marks import Glyphs
from dossier.exporting.picture.look import INK, LINE, MUTED, PAPER, WASH
from dossier.exporting.picture.time_scale import Scale, Tick, ticks, year_words
from dossier.exporting.widths import type_width
from dossier.markup import Markup, markup
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.lens_view import told_marks
from dossier.views.marks import Mark
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View

NAMES, GUTTER = 156.0, 74.0  # room for the lanes' names, and for "12 later"
AXIS = 26.0
ROW, STRIP, PAD = 15.0, 17.0, 8.0
BARS = 34.0  # height of counted columns
LEAST = 44.0  # of a lane
MOST_MARKS = 90  # of a lane in view; beyond, its events are counted
MOST_EVENTS = 3_000  # in all
NAME = 14.0


@dataclass(slots=True)
class Band:
    """One lane of the chart with all that is drawn in it."""

    label: str
    color: str
    lane: Lane
    counted: Counted | None
    earlier: int
    later: int

    @property
    def height(self) -> float:
        """How high the lane is."""
        bars = BARS + 4 if self.counted else 0
        rows = self.lane.rows * ROW if self.lane.items or not self.counted else 0
        return max(LEAST, 2 * PAD + self.lane.strips * STRIP + rows + bars)


@dataclass(slots=True)
class Chart:
    """The chart laid out: its scale, its lanes and what of the events is in them."""

    scale: Scale
    bands: list[Band]
    events: list[Mark]
    opened: str
    drawn: list[Markup] = field(default_factory=list)

    @property
    def height(self) -> float:
        """How high axis and lanes are together."""
        return AXIS + sum(band.height for band in self.bands)

    @property
    def has_piles(self) -> bool:
        """Whether some mark stands for several events."""
        return any(len(item.events) > 1 for band in self.bands for item in band.lane.items)

    @property
    def has_counts(self) -> bool:
        """Whether some lane is counted."""
        return any(band.counted for band in self.bands)


def lay_out_chart(dossier: Dossier, shown: Positions, view: View, left: float, right: float,
                  room: Room) -> Chart:  # fmt: skip
    """Lay the chart out between two edges; `room` is what each lane may take."""
    data = timeline_data(dossier, shown, view)
    first, last = data["focus"]
    scale = Scale(first, last, left + NAMES, right - GUTTER)
    lanes = data["lanes"]
    positions = lane_positions(dossier, view, [each["id"] for each in lanes], shown)
    bands = [
        _band(dossier, view, lane, at, scale, room)
        for lane, at in zip(lanes, positions, strict=True)
    ]
    events = [event for band in bands for item in band.lane.items for event in item.events]
    return Chart(scale, bands, events, view.event)


def draw_chart(chart: Chart, top: float, left: float, right: float) -> Iterator[Markup]:
    """Draw the chart from a height on."""
    glyphs = Glyphs(chart.scale, PAPER, INK)
    y = top + AXIS
    parts: list[Markup] = list(_axis(chart, top))
    for number, band in enumerate(chart.bands):
        if number % 2 == 0:
            place = {"x": f"{left:g}", "y": f"{y:.1f}", "width": f"{right - left:g}"}
            parts.insert(0, markup("rect", **place, height=f"{band.height:.1f}", fill=WASH))
        parts += _names(band, y, left, right, chart.scale)
        parts += _inside(band, glyphs, y, chart)
        y += band.height
    edges = {"x": f"{chart.scale.left - 6:g}", "y": f"{top:g}"}
    wide = f"{chart.scale.right - chart.scale.left + 12:g}"
    clip = markup("clipPath", markup("rect", **edges, width=wide, height=f"{chart.height:.1f}"),
                  id="window")  # fmt: skip
    yield markup("defs", clip, *glyphs.fills)
    yield from parts


def _band(dossier: Dossier, view: View, lane: dict[str, Any], at: Positions, scale: Scale,
          room: Room) -> Band:  # fmt: skip
    counted = count_lane(dossier, view, at, scale)
    is_counted = len(at) > MOST_EVENTS or int(counted.columns.sum()) > MOST_MARKS
    marks = told_marks(dossier, view)
    ranks = dossier.events["importance"].to_numpy()
    wanted = at[ranks[at] >= HEADLINE][:MOST_MARKS] if is_counted else at
    events: list[Mark] = [marks[place] for place in wanted.tolist()]
    laid = lay_out(events, scale, room, view.event)
    earlier = sum(_is_before(each, scale) for each in events)
    later = sum(_is_after(each, scale) for each in events)
    if is_counted:
        earlier, later = counted.earlier, counted.later
    color = f"#{lane_color(lane['color'])}"
    return Band(lane["label"], color, laid, counted if is_counted else None, earlier, later)


def _is_before(event: Mark, scale: Scale) -> bool:
    return event["z"] is not None and event["z"] < scale.first


def _is_after(event: Mark, scale: Scale) -> bool:
    return event["a"] is not None and event["a"] > scale.last


def _axis(chart: Chart, top: float) -> Iterator[Markup]:
    scale, found = chart.scale, list(ticks(chart.scale))
    for tick in found:
        line = f"stroke:{LINE};stroke-width:1;opacity:{1 if tick.bold else 0.55}"
        path = f"M{tick.x:.1f} {top + AXIS:g}V{top + chart.height:.1f}"
        yield markup("path", d=path, style=line)
    taken: Taken = []
    # Bold ones first; then what the left edge belongs to, then the rest where they fit.
    edge = [] if any(tick.bold and tick.x < scale.left + 2 for tick in found) else [
        Tick(scale.left, year_words(civil(scale.first)[0]), True)
    ]  # fmt: skip
    for tick in [*(each for each in found if each.bold), *edge, *found]:
        size = 13.5 if tick.bold else 12
        ends = (tick.x, tick.x + type_width(tick.words, size) + 8)
        if not is_free(taken, *ends):
            continue
        taken.append(ends)
        style = f"font-size:{size}px" + (";font-weight:700" if tick.bold else "")
        yield markup("text", tick.words, x=f"{tick.x + 3:.1f}", y=f"{top + 17:g}",
                     fill=INK if tick.bold else MUTED, style=style)  # fmt: skip


def _names(band: Band, y: float, left: float, right: float, scale: Scale) -> Iterator[Markup]:
    lines = _name_lines(band.label)
    hint = f"‹ {band.earlier:,} earlier" if band.earlier else ""
    tall = len(lines) * 17 + (16 if hint else 0)
    at = y + (band.height - tall) / 2 + 13
    style = f"font-size:{NAME:g}px;font-weight:700"
    for line in lines:
        yield markup("text", line, x=f"{left + 10:g}", y=f"{at:.1f}", fill=band.color, style=style)
        at += 17
    small = "font-size:12px"
    if hint:
        yield markup("text", hint, x=f"{left + 10:g}", y=f"{at:.1f}", fill=MUTED, style=small)
    if band.later:
        middle = f"{y + band.height / 2 + 4:.1f}"
        yield markup("text", f"{band.later:,} later ›", x=f"{right - 4:g}", y=middle, fill=MUTED,
                     text_anchor="end", style=small)  # fmt: skip


def _name_lines(label: str) -> list[str]:
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and type_width(longer, NAME) > NAMES - 22:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > 3:
        lines = [*lines[:2], " ".join(lines[2:])]
    return [shortened(line, NAMES - 20, NAME) for line in lines]


def _inside(band: Band, glyphs: Glyphs, y: float, chart: Chart) -> Iterator[Markup]:
    """The labels with their stems, the marks, and the counted columns beneath."""
    strips = band.lane.strips
    used = 2 * PAD + strips * STRIP + band.lane.rows * ROW + (BARS + 4 if band.counted else 0)
    top = y + PAD + max(0.0, (band.height - used) / 2)
    rows = [top + strips * STRIP + (row + 0.5) * ROW for row in range(band.lane.rows)]
    above = [label for label in band.lane.labels if label.strip != BESIDE]
    base = {label.strip: top + (strips - 1 - label.strip) * STRIP + 13 for label in above}
    for label in above:
        path = f"M{label.stem:.1f} {base[label.strip] + 3:.1f}V{rows[label.row] - 6:.1f}"
        line = f"stroke:{band.color};stroke-width:1;opacity:0.5"
        yield markup("path", d=path, style=line)
    marks = [
        part
        for item in sorted(band.lane.items, key=lambda each: len(each.events))
        for part in glyphs.draw(item, rows[item.row], band.color, chart.opened)
    ]
    if band.counted:
        foot = y + band.height - PAD
        marks = [*column_bars(band.counted, chart.scale, foot, BARS, band.color), *marks]
    yield markup("g", *marks, style="clip-path:url(#window)")
    for label in band.lane.labels:
        yield _label(label, base.get(label.strip, rows[label.row] + 4.5))


def _label(label: Label, y: float) -> Markup:
    weight = ";font-weight:700" if label.event["rank"] >= HEADLINE else ""
    halo = f"paint-order:stroke;stroke:{PAPER};stroke-width:3px;stroke-linejoin:round"
    when = markup("tspan", label.when, dx="7", fill=MUTED,
                  style=f"font-size:{DATE:g}px;font-weight:400")  # fmt: skip
    return markup("text", label.title, when, x=f"{label.x:.1f}", y=f"{y:.1f}", fill=INK,
                  style=f"font-size:{TITLE:g}px{weight};{halo}")  # fmt: skip
