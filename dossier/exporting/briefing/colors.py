"""The app's own colours on paper, as six hexadecimal digits; a test holds them to its theme."""

from __future__ import annotations

PAPER, INK, MUTED, LINE = "fffdf8", "1b1a17", "5f5b52", "d9d4c7"
LINK, GOOD, ACCENT = "1f4e79", "1d6b45", "8a3b12"
LANES = ("1f4e79", "9a3d0c", "6f2c73", "1f6b4a", "8a6a00", "4a5568", "b02a48", "006d77")


def lane(number: int) -> str:
    """Give the colour of a theme by its number."""
    return LANES[number % len(LANES)]
