"""Marks: the shape of one number, as sure as its words.

A mark lies along a value axis from nought ("along") and has a width on the other axis
("across"). A `Pen` draws it either way round. All of it is filled Plotly traces and layout
shapes, so it zooms, and goes into a downloaded picture.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        around = self.qualifier in ("about", "estimated")
        return self.value * (1 + SOFTNESS) if around else self.value

    @property
    def body(self) -> float:
        """Where its firm part ends: short of the value where the end is soft."""
        if self.qualifier not in SOFT:
            return self.value
        return self.value * (1 - (2 if self.qualifier == "nearly" else 1) * SOFTNESS)


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
        full = rgba(mark.colour, mark.opacity)
        if mark.qualifier == "up to":
            self._fill(mark, rgba(mark.colour, mark.opacity * OPEN))
            self._bracket(mark)
        elif mark.qualifier in SOFT:
            firm = mark.body / mark.end if mark.end else 0.0
            stops = [(0.0, full), (firm, full), (1.0, rgba(mark.colour, 0))]
            self._fill(mark, full, _gradient("horizontal", "vertical", self.direction, stops))
        else:
            self._fill(mark, full)
        if mark.qualifier in UPWARD:
            self._arrow(mark)

    def fade(self, mark: Mark, before: Place, after: Place) -> None:
        """Let a mark pass into nothing on both its sides, out to `before` and to `after`."""
        none, full = rgba(mark.colour, 0), rgba(mark.colour, mark.opacity * 0.8)
        for across, stops in (
            ((before, mark.across[0]), [(0.0, none), (1.0, full)]),
            ((mark.across[1], after), [(0.0, full), (1.0, none)]),
        ):
            gradient = _gradient("vertical", "horizontal", self.direction, stops)
            self._area((0, mark.body), across, full, mark.words, gradient)

    def _fill(self, mark: Mark, colour: str, gradient: dict[str, Any] | None = None) -> None:
        self._area((0, mark.end), mark.across, colour, mark.words, gradient)

    def _area(
        self,
        along: tuple[Place, Place],
        across: tuple[Place, Place],
        colour: str,
        words: str,
        gradient: dict[str, Any] | None,
    ) -> None:
        (a, z), (c, d) = along, across
        length, width = [a, z, z, a, a], [c, c, d, d, c]
        x, y = (length, width) if self.direction == "h" else (width, length)
        filled = {"fillgradient": gradient} if gradient else {"fillcolor": colour}
        line = {"width": 0, "color": colour}
        hover = {"hoveron": "fills", "hoverinfo": "text", "text": words}
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


def _gradient(
    lying: str, standing: str, direction: str, stops: Sequence[tuple[float, str]]
) -> dict[str, Any]:
    kind = lying if direction == "h" else standing
    return {"type": kind, "colorscale": [list(stop) for stop in stops]}
