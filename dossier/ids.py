"""Ids that fit in an address, each given once."""

from __future__ import annotations

import re
import unicodedata

FITS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,79}")

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "å": "aa", "Å": "Aa", "ß": "ss", "ł": "l", "Ł": "L",
     "đ": "d", "Đ": "D", "œ": "oe", "Œ": "Oe", "þ": "th", "ð": "d"}
)  # fmt: skip
_LONGEST = 60


def slug(text: str) -> str:
    """Write a text in small Latin letters, digits and hyphens; "" if it has none of them."""
    spelled = unicodedata.normalize("NFKD", text[:400].translate(_LETTERS))
    plain = spelled.encode("ascii", "ignore").decode().replace("'", "")
    words = re.findall(r"[A-Za-z0-9]+", plain)
    made = "-".join(words).lower()
    if len(made) <= _LONGEST:
        return made
    return made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]


class Ids:
    """The ids of one table, given out one by one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def fitting(self, wanted: str) -> bool:
        """Say whether an id fits in an address and is still free."""
        return FITS.fullmatch(wanted) is not None and wanted not in self._taken

    def take(self, wanted: str, fallback: str) -> str:
        """Give the wanted id if it is fitting, else one made from the fallback text."""
        if self.fitting(wanted):
            self._taken.add(wanted)
            return wanted
        base = slug(wanted) or slug(fallback) or "event"
        made, number = base, self._next.get(base, 2)
        while made in self._taken:
            made, number = f"{base}-{number}", number + 1
        self._next[base] = number
        self._taken.add(made)
        return made
