"""The strip on a slide: where the step stands in time among the others, in native shapes.

Every mark can be moved and coloured in the office program. A mark says no more than its date: as
wide as what is not known, soft where approximate or open, hatched where inferred, hollow where only
announced or claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from dossier.exporting.briefing.colors import LINE, MUTED, PAPER, lane
from dossier.exporting.briefing.strip import strip_data
from dossier.exporting.briefing.told import Told
from dossier.exporting.slides.look import FOOT, LEADING, LEAST_SOURCE, LEFT, RIGHT, line
from dossier.exporting.slides.shapes import add_rule, add_text, describe, fade, mixed
from dossier.model import Event

_WIDE = RIGHT - LEFT
_PITCH, _TALL, _DOT = 7.5, 5.0, 7.0  # points: from row to row, a mark, and one too short for a bar
_AIR = 4.0  # between two marks of a row
_LABELS = LEAST_SOURCE * LEADING + 2
_MOST_ROWS = 4
_PALE, _TINT = 0.36, 0.3  # how much of its colour another step's mark keeps, and a hollow one


@dataclass(frozen=True, slots=True)
class Strip:
    """The marks of all steps as `strip_data` gives them, each in its row, and the ticks."""

    marks: tuple[dict[str, Any] | None, ...]
    rows: tuple[int, ...]
    colors: tuple[int, ...]
    ticks: tuple[dict[str, Any], ...]

    @property
    def tall(self) -> float:
        """How much room it takes above the foot of a slide, in points."""
        return (max(self.rows, default=0) + 1) * _PITCH + _LABELS + 6


def strip_of(events: Sequence[Event | None], steps: Sequence[Told]) -> Strip | None:
    """Give the strip of a briefing; None where no step has a date."""
    data = strip_data(events)
    if data is None:
        return None
    marks = tuple(data["marks"])
    return Strip(marks, _rows(marks), tuple(each.color for each in steps), tuple(data["ticks"]))


def _rows(marks: Sequence[dict[str, Any] | None]) -> tuple[int, ...]:
    """Give every mark the first row in which it covers no other; the last takes what is left."""
    ends: list[float] = []
    rows = [0] * len(marks)
    known = [(mark["x0"], -mark["x1"], at) for at, mark in enumerate(marks) if mark]
    for start, end, at in sorted(known):
        free = [row for row, before in enumerate(ends) if before + _AIR / _WIDE <= start]
        row = free[0] if free else min(len(ends), _MOST_ROWS - 1)
        ends[row : row + 1] = [max(-end, start + _DOT / _WIDE)]
        rows[at] = row
    return tuple(rows)


def add_strip(slide: Any, strip: Strip, told: Told, of: int) -> None:
    """Draw the strip of a briefing at the foot of a step's slide, its own mark standing out."""
    group = slide.shapes.add_group_shape()
    group.name = "Timeline"
    foot = FOOT - _LABELS
    for tick in strip.ticks:
        x = LEFT + tick["x"] * _WIDE
        add_rule(group, (x, FOOT - strip.tall + 4, 0.5, strip.tall - _LABELS - 4), LINE)
        label = [line(tick["label"], size=LEAST_SOURCE, color=MUTED)] if tick["label"] else []
        if label:
            add_text(group, (x + 3, foot + 1, 120, _LABELS - 1), label)
    add_rule(group, (LEFT, foot, _WIDE, 0.75), LINE)
    own = told.number - 1
    for at in [*(each for each in range(len(strip.marks)) if each != own), own]:
        mark = strip.marks[at]
        if mark is not None:
            y = FOOT - strip.tall + 5 + strip.rows[at] * _PITCH + _PITCH / 2
            _add_mark(group, mark, y, lane(strip.colors[at]), at == own)
    describe(group, f"Step {told.number} of {of} in time: {told.when or 'no date'}")


def _add_mark(group: Any, mark: dict[str, Any], y: float, color: str, own: bool) -> None:
    tall = _TALL + (3 if own else 0)
    x0, x1 = LEFT + mark["x0"] * _WIDE, LEFT + mark["x1"] * _WIDE
    if mark["dot"]:
        size = _DOT + (3 if own else 0)
        place = ((x0 + x1 - size) / 2, y - size / 2, size, size)
        shape = group.shapes.add_shape(MSO_SHAPE.OVAL, *(Pt(each) for each in place))
    else:
        place = (x0, y - tall / 2, max(x1 - x0, 1), tall)
        kind = MSO_SHAPE.RECTANGLE if mark["span"] else MSO_SHAPE.ROUNDED_RECTANGLE
        shape = group.shapes.add_shape(kind, *(Pt(each) for each in place))
    shape._element.remove(shape._element.find(qn("p:style")))  # it would cast a shadow
    paint = color if own else mixed(color, _PALE)
    _fill(shape, mark, paint)
    _outline(shape, mark, paint, own)
    if own and len(mark["core"]) == 2 and not mark["dot"]:
        first, last = (LEFT + each * _WIDE for each in mark["core"])
        add_rule(group, (first, y - 1.5, max(last - first, 1), 3), color)


def _fill(shape: Any, mark: dict[str, Any], paint: str) -> None:
    light = mark["hollow"] or (mark["span"] and not mark["dot"])
    body = mixed(paint, _TINT) if light else paint
    if mark["hatched"]:
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = _rgb(body), _rgb(PAPER)
    elif (mark["fade0"] or mark["fade1"]) and not mark["dot"]:
        start, end = mark["fade0"], mark["fade1"]
        stops = ((0.0, PAPER if start else body), (start, body), (1 - end, body))
        fade(shape.fill, shape._element.spPr, (*stops, (1.0, PAPER if end else body)))
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(body)


def _outline(shape: Any, mark: dict[str, Any], paint: str, own: bool) -> None:
    """Outline what is hollow, and the step's own mark, so that it is found at once."""
    if not (mark["hollow"] or own):
        shape.line.fill.background()
        return
    shape.line.color.rgb, shape.line.width = _rgb(paint), Pt(1.25 if own else 0.75)
    if mark["dashed"]:
        shape.line.dash_style = MSO_LINE.SQUARE_DOT


def _rgb(color: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(color.upper())
    return made
