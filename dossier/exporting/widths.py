"""How wide type is, without its fonts.

The widths are those of Liberation Serif and Sans (of Times New Roman and Arial too), in hundredths
of the size, each the widest of regular, bold and italic.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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


def type_width(text: str, size: float, *, serif: bool = False) -> float:
    """Give the width of a text at a size, in the size's own unit."""
    return _parts(text, serif) * size
