"""Text on a chart: escaped for Plotly, which reads tags, and broken into lines, which it can't."""

from __future__ import annotations

import textwrap
from html import escape

WIDTH = 54  # characters of a label that fit a phone


def lines(text: str, width: int = WIDTH) -> list[str]:
    """A text broken at words into lines of at most `width` characters, each escaped."""
    return [escape(line) for line in textwrap.wrap(text, width, break_long_words=True)]
