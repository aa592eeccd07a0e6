"""The look of slides: type that every office program has, sizes, and words in one manner.

Lengths are in points; a slide is 960 by 540 of them (16:9).
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.exporting.briefing.colors import INK

WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = 44.0, 916.0
TOP, FOOT = 30.0, 494.0  # the source line stands below FOOT
GAP = 34.0  # between two columns
RULE = 4.0  # the coloured line beside the words
INDENT = 18.0

# Every office program has these, or others of the same widths (Liberation Serif and Sans).
SERIF, SANS = "Times New Roman", "Arial"

LEAST = 20.0  # of body text
SOURCE = 13.0
LEAST_SOURCE = 12.0
HEADINGS = (38.0, 34.0, 30.0, 26.0, 24.0)
QUOTES = (34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, LEAST)
NUMBERS = (54.0, 46.0, 40.0, 34.0)
LEADING = 1.2  # height of a line by the size of its type


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner; `size` in points, `color` as six hexadecimal digits."""

    text: str
    size: float = LEAST
    color: str = INK
    serif: bool = False
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of runs; `before` is the room above it, in points."""

    runs: tuple[Run, ...]
    before: float = 0.0


def line(text: str, *, before: float = 0.0, size: float = LEAST, color: str = INK,
         serif: bool = False, bold: bool = False, italic: bool = False) -> Line:  # fmt: skip
    """Give a paragraph of one run."""
    return Line((Run(text, size, color, serif, bold, italic),), before)
