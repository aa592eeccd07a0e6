"""How much room text takes on a slide, measured without its fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.exporting.slides.look import LEADING, Line, Run
from dossier.exporting.widths import type_width

_BREAK = re.compile(r"\S+|\s+")


def width(text: str, run: Run) -> float:
    """Give the width of a text in the manner of a run, in points."""
    return type_width(text, run.size, serif=run.serif)


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
