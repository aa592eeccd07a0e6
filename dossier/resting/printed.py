"""Printed: the numbers that a text prints, as they are written, and what they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dates.parts import MONTHS
from dossier.reading.quoted import SMALL_NUMBERS, TENS

_SEPARATOR = "[.,'’ \u00a0\u2009\u202f]"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}(?:{_SEPARATOR}\d{{3}})+(?!\d)|\d{{1,15}})(?:\.\d{{1,6}})?"
    r"(?![\d\w])"
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_PER_CENT = re.compile(r"\s?(?:%|per ?cent\b)", re.IGNORECASE)
_SPELLED = {word: float(at) for at, word in enumerate(SMALL_NUMBERS) if at > 1}
_SPELLED |= {word: 10.0 * at for at, word in enumerate(TENS, start=2)}
_SPELLED_AT = re.compile(rf"\b(?:{'|'.join(_SPELLED)})\b", re.IGNORECASE)
_MONTHS = {month.casefold() for month in MONTHS}
YEARS, DAYS = range(1000, 2101), range(1, 32)
AFTER = 4  # words after a number among which what it counts is looked for


@dataclass(frozen=True, slots=True)
class Printed:
    """One number: as written, its values (1.155 may be two), and the words beside it, folded."""

    text: str
    values: tuple[float, ...]
    is_share: bool
    before: str
    after: tuple[str, ...]

    @property
    def is_date(self) -> bool:
        """Whether it is a year or the day of a month, and no count."""
        if self.is_share:
            return False
        year = self.text.isdecimal() and len(self.text) == 4 and int(self.text) in YEARS
        beside = {self.before, *self.after[:1]}
        return year or (self.values[0] in DAYS and not beside.isdisjoint(_MONTHS))


def printed_numbers(text: str) -> Iterator[Printed]:
    """The numbers of a text in digits, and those from two to ninety that are one word."""
    for found in _NUMBER.finditer(text):
        yield _printed(text, found, tuple(dict.fromkeys(_values(found[0]))))
    for found in _SPELLED_AT.finditer(text):
        yield _printed(text, found, (_SPELLED[found[0].casefold()],))


def _printed(text: str, found: re.Match[str], values: tuple[float, ...]) -> Printed:
    start, end = found.span()
    share = _PER_CENT.match(text, end)
    before = _WORD.findall(text[max(0, start - 40) : start])[-1:]
    # What a number counts stands in its own clause.
    clause = re.split(r"[.;:,]\s", text[end : end + 80], maxsplit=1)[0]
    after = tuple(word.casefold() for word in _WORD.findall(clause)[:AFTER])
    return Printed(
        found[0] + (share[0] if share else ""),
        values,
        bool(share),
        "".join(before).casefold(),
        after,
    )


def _values(text: str) -> Iterator[float]:
    yield float(re.sub(r"[,'’ \u00a0\u2009\u202f]|\.(?=\d{3}(?!\d))", "", text))
    if re.fullmatch(r"\d{1,3}[.]\d+", text):
        yield float(text)
