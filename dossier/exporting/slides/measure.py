"""How much room text takes on a slide, measured without its fonts.

The widths are those of Liberation Serif and Sans (of Times New Roman and Arial too), in hundredths
of the size, each the widest of regular, bold and italic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dossier.exporting.slides.look import LEADING, Line, Run

_SERIF = (
    "25 34 56 50 50 100 84 28 34 34 50 68 25 34 25 28 50 50 50 50 50 50 50 50 50 50 34 34 68 68 68 "
    "50 93 73 67 73 73 67 61 78 78 39 50 78 67 95 73 78 61 78 73 56 67 73 73 100 73 73 67 39 28 39 "
    "59 50 34 50 56 45 56 45 34 50 56 28 34 56 28 84 56 50 56 56 45 39 34 56 50 73 50 50 45 48 28 "
    "48 55"
)
_SANS = (
    "28 34 48 56 56 89 73 24 34 34 39 59 28 34 28 28 56 56 56 56 56 56 56 56 56 56 34 34 59 59 59 "
    "61 102 73 73 73 73 67 61 78 73 28 56 73 61 84 73 78 67 78 73 67 61 73 67 95 67 67 61 34 28 34 "
    "59 56 34 56 61 56 61 56 34 61 61 28 28 56 28 89 61 61 61 61 39 56 34 61 56 78 56 56 50 39 28 "
    "39 59"
)
_WIDTHS = {
    serif: [int(each) / 100 for each in widths.split()]
    for serif, widths in ((True, _SERIF), (False, _SANS))
}
_OTHERS = {"’": 0.34, "‘": 0.34, "“": 0.56, "”": 0.56, "–": 0.56, "·": 0.28, "\u00a0": 0.28}
_SPARE = 1.03  # other programs set the same font a little wider
_BREAK = re.compile(r"\S+|\s+")


@lru_cache(maxsize=4096)
def _width_of(sign: str, serif: bool) -> float:
    """Give the width of one sign in parts of the size."""
    plain = unicodedata.normalize("NFD", sign)[0]
    if " " <= plain <= "~":
        return _WIDTHS[serif][ord(plain) - 32]
    if unicodedata.combining(sign):
        return 0.0
    return _OTHERS.get(sign, 1.1)


@lru_cache(maxsize=16384)
def _parts(text: str, serif: bool) -> float:
    """Give the width of a text in parts of the size; kept, for every size asks again."""
    return sum(_width_of(sign, serif) for sign in text) * _SPARE


def width(text: str, run: Run) -> float:
    """Give the width of a text in the manner of a run, in points."""
    return _parts(text, run.serif) * run.size


def height(lines: Iterable[Line], room: float) -> float:
    """Give the height of paragraphs in a column of this width, in points."""
    return sum(each.before + _height(each, room) for each in lines)


def _height(line: Line, room: float) -> float:
    return line_count(line, room) * max(run.size for run in line.runs) * LEADING


def line_count(line: Line, room: float) -> int:
    """Count the lines that a paragraph takes in a column of this width."""
    count, at = 1, 0.0
    for run in line.runs:
        for word in _BREAK.findall(run.text):
            long = width(word, run)
            if at + long > room and not word.isspace():
                count += 1 if at else 0
                at = 0.0
                while long > room:  # a word wider than the column is broken
                    count, long = count + 1, long - room
            at += long
    return count


def longest_fit(text: str, run: Run, room: float, tall: float) -> str:
    """Give as many words of a text from its start as fit, with "[…]" where it was cut."""
    words = text.split(" ")
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        cut = text if middle == len(words) else " ".join([*words[:middle], "[…]"])
        fits = height([Line((Run(cut, run.size, serif=run.serif),))], room) <= tall
        low, high = (middle, high) if fits else (low, middle - 1)
    if low == len(words):
        return text
    return " ".join([*words[:low], "[…]"]) if low else f"{text[:20]} […]"
