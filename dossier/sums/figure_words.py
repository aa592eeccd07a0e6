"""Figures in words: a number never without its qualifier and unit."""

from __future__ import annotations

from dossier.rows import Figure

BEFORE = {
    "about": "about",
    "nearly": "nearly",
    "up to": "up to",
    "at least": "at least",
    "more than": "more than",
    "estimated": "estimated",
}


YEAR = "calendar year"


def number_words(value: float) -> str:
    """A number as English writes it: "1,155", "14", "92.5"."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.10g}"


def figure_words(figure: Figure) -> str:
    """A figure as it may be said: "up to 3,300 files", "57%"; its label where it has no number."""
    if figure.value is None:
        return figure.label
    unit = figure.unit
    if unit == YEAR:
        return f"{figure.value:.0f}"
    number = number_words(figure.value)
    joined = f"{number}{unit}" if unit == "%" else f"{number} {unit}".rstrip()
    return f"{BEFORE[figure.qualifier]} {joined}" if figure.qualifier in BEFORE else joined
