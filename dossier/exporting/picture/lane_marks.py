"""The glyphs of a lane: a date never looks surer than it is.

They are those of the screen: a dot where the day is known, a band as wide as what is not known,
soft ends for about then, fading ends for open ones, hatched where inferred, an outline where
announced, a dashed one where claimed, pale with a strong core where something lasted.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.picture.lane_layout import Interval, Item, is_dot, radius
from dossier.exporting.picture.time_scale import Scale
from dossier.markup import Markup, markup
from dossier.views.marks import Mark

HALF = 5.0  # half the height of a band
LONG = 366  # a window longer than this is drawn paler: it says less
HATCH = "hatch"
Stops = list[tuple[float, float]]


class Glyphs:
    """Draws items; holds the gradients that they are filled with, to be put before them."""

    def __init__(self, scale: Scale, paper: str, ink: str) -> None:
        self.scale, self.paper, self.ink = scale, paper, ink
        self.fills: list[Markup] = []

    def draw(self, item: Item, y: float, color: str, opened: str = "") -> Iterator[Markup]:
        """Draw a mark or a pile around a height."""
        if len(item.events) > 1:
            yield from self._pile(item, y, color)
            return
        (event,) = item.events
        parts = list(self._mark(event, item, y, color))
        if event.get("possible"):
            yield markup("g", *parts, style="opacity:0.45")
        else:
            yield from parts
        if opened and event["id"] == opened:
            yield self._ring(item, y)

    def _ring(self, item: Item, y: float) -> Markup:
        x0 = max(item.x0, self.scale.left - 6) - 4
        x1 = min(item.x1, self.scale.right + 6) + 4
        style = f"fill:none;stroke:{self.ink};stroke-width:2"
        return _box(x0, x1, y, HALF + 4, style)

    def _pile(self, item: Item, y: float, color: str) -> Iterator[Markup]:
        words = f"{len(item.events):,}"
        half = max(12.0, 6 + 4 * len(words))
        middle = max(self.scale.left + half, min(item.middle, self.scale.right - half))
        yield _box(middle - half, middle + half, y, 8, f"fill:{color}")
        style = "font-size:12px;font-weight:700"
        yield markup("text", words, x=f"{middle:.1f}", y=f"{y + 4.2:.1f}", fill=self.paper,
                     text_anchor="middle", style=style)  # fmt: skip

    def _mark(self, event: Mark, item: Item, y: float, color: str) -> Iterator[Markup]:
        if is_dot(event):
            yield from self._dot(event, item, y, color)
            return
        x0, x1 = item.x0, item.x1
        stops = _fade(event, x0, x1)
        paint = self._paint(stops, color)
        if event["kind"] == "s":
            yield from self._span(event, (x0, x1), y, color, paint)
        elif event["status"] == "announced":
            yield _box(x0 + 1, x1 - 1, y, HALF - 1, f"fill:{self.paper};stroke:{paint};"
                       "stroke-width:1.8")  # fmt: skip
        elif event["status"] == "claimed":
            yield _box(x0 + 1, x1 - 1, y, HALF - 1, f"fill:{paint};fill-opacity:0.22;"
                       f"stroke:{paint};stroke-width:1.5;stroke-dasharray:2.6 2")  # fmt: skip
        else:
            yield _box(x0, x1, y, HALF, f"fill:{paint};opacity:{0.62 if _vague(event) else 1}")
        if event["basis"] == "inferred":
            yield _box(x0, x1, y, HALF, f"fill:url(#{HATCH})")

    def _dot(self, event: Mark, item: Item, y: float, color: str) -> Iterator[Markup]:
        style = {
            "announced": f"fill:{self.paper};stroke:{color};stroke-width:1.8",
            "claimed": f"fill:{color};fill-opacity:0.22;stroke:{color};stroke-width:1.5;"
            "stroke-dasharray:2.6 2",
        }.get(event["status"], f"fill:{color}")
        place = {"cx": f"{item.middle:.1f}", "cy": f"{y:.1f}"}
        yield markup("circle", **place, r=f"{radius(event) - 0.8:g}", style=style)
        if event["basis"] == "inferred":
            hatched = f"fill:url(#{HATCH});stroke:{color};stroke-width:1.2"
            yield markup("circle", **place, r=f"{radius(event) - 0.8:g}", style=hatched)

    def _span(self, event: Mark, ends: Interval, y: float, color: str,
              paint: str) -> Iterator[Markup]:  # fmt: skip
        """Pale from the first to the last possible day, a strong line where it surely held."""
        yield _square(*ends, y, HALF, f"fill:{paint};fill-opacity:0.34")
        outline = {"announced": "", "claimed": ";stroke-dasharray:2.6 2"}.get(event["status"])
        if outline is not None:
            yield _square(*ends, y, HALF, f"fill:none;stroke:{paint};stroke-width:1.5{outline}")
        inner0 = ends[0] if event.get("b") is None else self.scale.x(event["b"])
        inner1 = ends[1] if event.get("y") is None else self.scale.x(event["y"] + 1)
        if inner0 < inner1:
            yield _square(max(inner0, ends[0]), min(inner1, ends[1]), y, 2, f"fill:{paint}")

    def _paint(self, stops: Stops | None, color: str) -> str:
        if stops is None:
            return color
        start, end = stops[0][0], stops[-1][0]
        length = max(end - start, 0.01)
        name = f"fade-{len(self.fills) + 1}"
        made = [
            markup("stop", offset=f"{(x - start) / length:.4f}", stop_color=color,
                   stop_opacity=f"{strength:g}")
            for x, strength in stops
        ]  # fmt: skip
        ends = {"x1": f"{start:.1f}", "x2": f"{start + length:.1f}", "y1": "0", "y2": "0"}
        gradient = markup("linearGradient", *made, id=name, gradientUnits="userSpaceOnUse", **ends)
        self.fills.append(gradient)
        return f"url(#{name})"


def hatch(ground: str) -> Markup:
    """The stripes of what is inferred, in the colour of the ground."""
    stripe = markup("path", d="M1.1 -1V6", style=f"fill:none;stroke:{ground};stroke-width:1.9")
    return markup("pattern", stripe, id=HATCH, width="4.4", height="4.4",
                  patternUnits="userSpaceOnUse", patternTransform="rotate(40)")  # fmt: skip


def _vague(event: Mark) -> bool:
    if event["open0"] or event["open1"] or event["a"] is None or event["z"] is None:
        return True
    return bool(event["z"] - event["a"] > LONG)


def _fade(event: Mark, x0: float, x1: float) -> Stops | None:
    """Strength along a mark: soft ends rise over a third of it, open ends over a longer way."""
    open0, open1 = (
        event[end] or event[day] is None for end, day in (("open0", "a"), ("open1", "z"))
    )
    if not (open0 or open1 or event["soft"]):
        return None
    width = x1 - x0

    def way(is_open: bool) -> float:
        if is_open:
            return min(width * (0.48 if open0 and open1 else 0.85), 150)
        return width * 0.32 if event["soft"] else 0

    first, last = way(open0), way(open1)
    stops = [(x0, 0.0), (x0 + first, 1.0)] if first else [(x0, 1.0)]
    return stops + ([(x1 - last, 1.0), (x1, 0.0)] if last else [(x1, 1.0)])


def _box(x0: float, x1: float, y: float, half: float, style: str) -> Markup:
    return markup("rect", x=f"{x0:.1f}", y=f"{y - half:.1f}", width=f"{max(x1 - x0, 1):.1f}",
                  height=f"{2 * half:g}", rx=f"{half:g}", style=style)  # fmt: skip


def _square(x0: float, x1: float, y: float, half: float, style: str) -> Markup:
    return markup("rect", x=f"{x0:.1f}", y=f"{y - half:.1f}", width=f"{max(x1 - x0, 1):.1f}",
                  height=f"{2 * half:g}", rx="1.5", style=style)  # fmt: skip
