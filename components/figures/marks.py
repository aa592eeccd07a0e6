"""Marks: the shape of one number, as sure as its words.

A mark lies along a value axis from nought ("along") and has a width on the other axis
("across"). A `Pen` draws it either way round. All of it is filled Plotly traces and layout
shapes, so it zooms, and goes into a downloaded picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import plotly.graph_objects as go

Colour = tuple[int, int, int]
Place = float | str

# Middle tones that stand out from paper and from a dark page alike (over 3.8 : 1 on both).
BLUE: Colour = (66, 122, 178)
RUST: Colour = (192, 96, 44)
TEAL: Colour = (24, 133, 120)
COLOURS = (BLUE, RUST, TEAL)

LINE = "rgba(128,124,116,0.32)"
SOFTNESS = 0.08  # how much of a value its soft end takes: a manner of drawing, no margin of error
FIRM, FAINT = 0.92, 0.34
OPEN = 0.28  # how strong the range under an upper bound is beside a firm mark
BRACKET = 6  # pixels
ARROW = 30  # pixels
SOFT = ("about", "estimated", "nearly")
UPWARD = ("at least", "more than")


@dataclass(frozen=True, slots=True)
class Mark:
    """One number to draw; `words` is what a pointer reads, already escaped."""

    value: float
    qualifier: str
    across: tuple[Place, Place]
    middle: Place
    words: str
    colour: Colour = BLUE
    opacity: float = FIRM

    @property
    def end(self) -> float:
        """How far it is drawn along the value axis."""
        return mark_end(self.qualifier, self.value)

    @property
    def body(self) -> float:
        """Where its firm part ends: short of the value where the end is soft."""
        if self.qualifier not in SOFT:
            return self.value
        return self.value * (1 - (2 if self.qualifier == "nearly" else 1) * SOFTNESS)


def mark_end(qualifier: str, value: float) -> float:
    """How far a number is drawn along the value axis: beyond it where its end is soft around it."""
    return value * (1 + SOFTNESS) if qualifier in ("about", "estimated") else value


def rgba(colour: Colour, opacity: float) -> str:
    """A colour as Plotly writes it."""
    return f"rgba({colour[0]},{colour[1]},{colour[2]},{opacity:g})"


@dataclass(slots=True)
class Pen:
    """Draws marks along x ("h") or along y ("v") and keeps what it drew."""

    direction: Literal["h", "v"]
    traces: list[go.Scatter] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    arrows: list[dict[str, Any]] = field(default_factory=list)

    def draw(self, mark: Mark) -> None:
        """Draw one number as its qualifier asks."""
        self.fill(mark)
        if mark.qualifier == "up to":
            self._bracket(mark)
        elif mark.qualifier in UPWARD:
            self._arrow(mark)

    def fill(self, mark: Mark) -> None:
        """Fill the extent of a number, with a soft end or as an open range, without its sign."""
        opacity = mark.opacity * (OPEN if mark.qualifier == "up to" else 1)
        full = rgba(mark.colour, opacity)
        filled: dict[str, Any] = {"fillcolor": full}
        if mark.qualifier in SOFT and mark.end:
            stops = [[0, full], [mark.body / mark.end, full], [1, rgba(mark.colour, 0)]]
            kind = "horizontal" if self.direction == "h" else "vertical"
            filled = {"fillgradient": {"type": kind, "colorscale": stops}}
        first, last = mark.across
        along, across = [0, mark.end, mark.end, 0, 0], [first, first, last, last, first]
        x, y = (along, across) if self.direction == "h" else (across, along)
        hover = {"hoveron": "fills", "hoverinfo": "text", "text": mark.words}
        line = {"width": 0, "color": full}
        self.traces.append(
            go.Scatter(x=x, y=y, mode="lines", line=line, fill="toself", **filled, **hover)
        )

    def _bracket(self, mark: Mark) -> None:
        """Close an upper bound with a bracket: the number may be anything up to it."""
        first, last = mark.across
        if self.direction == "h":
            half = abs(float(last) - float(first)) / 2 + 4
            path = f"M -{BRACKET} -{half:g} L 0 -{half:g} L 0 {half:g} L -{BRACKET} {half:g}"
            place = {"xsizemode": "pixel", "xanchor": mark.value}
            place |= {"ysizemode": "pixel", "yanchor": mark.middle}
        else:
            # In pixels, y grows upwards from its anchor.
            path = f"M {first} -{BRACKET} L {first} 0 L {last} 0 L {last} -{BRACKET}"
            place = {"ysizemode": "pixel", "yanchor": mark.value}
        line = {"color": rgba(mark.colour, 1), "width": 2.5}
        self.shapes.append({"type": "path", "path": path, "line": line, **place})

    def _arrow(self, mark: Mark) -> None:
        """Lead on from a lower bound with an arrow."""
        along = {"x": mark.value, "y": mark.middle, "xshift": ARROW, "ax": -ARROW, "ay": 0}
        upright = {"x": mark.middle, "y": mark.value, "yshift": ARROW, "ax": 0, "ay": ARROW}
        head = {"arrowhead": 2, "arrowsize": 1.1, "arrowwidth": 2.5}
        place = along if self.direction == "h" else upright
        colour = rgba(mark.colour, 1)
        self.arrows.append({**place, **head, "text": "", "showarrow": True, "arrowcolor": colour})
