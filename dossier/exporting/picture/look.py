"""The look of pictures: the app's paper, ink and type, whole and alone in a file."""

from __future__ import annotations

import re

from dossier.exporting.briefing.colors import ACCENT as ACCENT_DIGITS
from dossier.exporting.briefing.colors import INK as INK_DIGITS
from dossier.exporting.briefing.colors import LINE as LINE_DIGITS
from dossier.exporting.briefing.colors import MUTED as MUTED_DIGITS
from dossier.exporting.briefing.colors import PAPER as PAPER_DIGITS
from dossier.exporting.widths import type_width
from dossier.markup import Markup, joined, markup

PAPER, INK, MUTED, LINE = (
    f"#{each}" for each in (PAPER_DIGITS, INK_DIGITS, MUTED_DIGITS, LINE_DIGITS)
)
ACCENT, WASH = f"#{ACCENT_DIGITS}", "#f5f3ee"
SERIF = "'Source Serif 4','Source Serif','Liberation Serif',Georgia,serif"
SANS = "'Source Sans 3','Source Sans','Liberation Sans',Arial,sans-serif"
SPACE = "http://www.w3.org/2000/svg"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fitting(text: str) -> str:
    """A text without the signs that XML can't hold."""
    return _UNFIT.sub("", text)


def text_lines(text: str, size: float, room: float, *, serif: bool = False,
               most: int = 4) -> list[str]:  # fmt: skip
    """A text in lines that fit a width; what is more than `most` lines ends in an ellipsis."""
    lines = [""]
    for word in fitting(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and type_width(longer, size, serif=serif) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return [line for line in lines if line]


def written(line: str, x: float, y: float, size: float, *, color: str = INK, bold: bool = False,
            serif: bool = False) -> Markup:  # fmt: skip
    """One line of text."""
    style = f"font-family:{SERIF if serif else SANS};font-size:{size:g}px"
    style += ";font-weight:700" if bold else ""
    return markup("text", line, x=f"{x:.1f}", y=f"{y:.1f}", fill=color, style=style)


def whole_picture(title: str, drawn: list[Markup], width: float, height: float) -> bytes:
    """The picture as a file, on paper, with a name for those who do not see it."""
    size = {"width": f"{width:.0f}", "height": f"{height:.0f}"}
    paper = markup("rect", x="0", y="0", **size, fill=PAPER)
    made = markup("svg", markup("title", fitting(title)), paper, joined(drawn), **size,
                  viewBox=f"0 0 {width:.0f} {height:.0f}", role="img",
                  style=f"font-family:{SANS}")  # fmt: skip
    return made.replace("<svg ", f'<svg xmlns="{SPACE}" ', 1).encode("utf-8", "replace")
