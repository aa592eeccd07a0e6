"""Numbers as documents print them: whether a passage says a number, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGITS = re.compile(r"[0-9](?:[0-9]|[.,'’ \u00a0\u2009\u202f](?=[0-9]))*")
_GROUPS = re.compile(r"[.,'’ \u00a0\u2009\u202f]")
_WORD = re.compile(r"[a-z]+")

SMALL_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = (
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
_WORDS: dict[str, tuple[float, ...]] = {
    **{word: (float(number),) for number, word in enumerate(SMALL_NUMBERS)},
    **{word: (float(number * 10),) for number, word in enumerate(TENS, start=2)},
    **dict.fromkeys(("a", "an", "single", "once", "first"), (1.0,)),
    **dict.fromkeys(("both", "couple", "pair", "twice", "second"), (2.0,)),
    **dict.fromkeys(("none", "no", "nobody", "nothing", "never"), (0.0,)),
    **dict.fromkeys(("half", "halve", "halved", "halving", "halves"), (50.0, 0.5, 2.0)),
    **dict.fromkeys(("quarter", "quarters"), (25.0, 0.25, 75.0, 0.75, 4.0)),
    **dict.fromkeys(("third", "thirds"), (33.0, 66.0, 67.0, 3.0)),
    **dict.fromkeys(("double", "doubled", "doubling"), (2.0, 100.0, 200.0)),
    **dict.fromkeys(("dozen", "dozens"), (12.0,)),
    **dict.fromkeys(("decade", "decades"), (10.0,)),
    **dict.fromkeys(("century", "centuries"), (100.0,)),
    **dict.fromkeys(("hundred", "hundreds"), (100.0,)),
    **dict.fromkeys(("thousand", "thousands"), (1e3,)),
    **dict.fromkeys(("million", "millions"), (1e6,)),
    **dict.fromkeys(("billion", "billions"), (1e9,)),
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mio": 1e6, "billion": 1e9, "bn": 1e9}


def says_number(text: str, value: float) -> bool:
    """Say whether a passage prints a number, in any common way of writing it.

    It is generous: a passage that is said not to have the number surely has it neither in digits,
    with whatever separators, nor in the commoner English words.
    """
    folded = text.casefold()
    words = _WORD.findall(folded)
    scales = {1.0, *(scale for word, scale in _SCALES.items() if word in words)}
    candidates = {*_printed(folded), *_worded(words), *_shares(folded)}
    return any(_same(each * scale, value) for each in candidates for scale in scales)


def _printed(text: str) -> Iterator[float]:
    for match in _DIGITS.findall(text):
        yield float(_GROUPS.sub("", match)[:300])
        for part in re.split(r"['’ \u00a0\u2009\u202f]", match):
            yield float(_GROUPS.sub("", part)[:300])
            for point in ".,":
                whole, _, rest = part.rpartition(point)
                if whole:
                    yield float(
                        f"{_GROUPS.sub('', whole)[:300] or 0}.{_GROUPS.sub('', rest)[:300]}"
                    )


def _worded(words: list[str]) -> Iterator[float]:
    before = 0.0
    for word in words:
        values = _WORDS.get(word, ())
        yield from values
        if values and values[0] < 10 and before in range(20, 100, 10):
            yield before + values[0]
        before = values[0] if values else 0.0


def _shares(text: str) -> Iterator[float]:
    """Give "one in four" and "three of five" as shares."""
    number = {word: float(at) for at, word in enumerate(SMALL_NUMBERS)}
    for part, whole in re.findall(r"\b(\w+) (?:in|of|out of) (?:every )?(\w+)\b", text):
        low = number.get(part) or (float(part) if part.isdecimal() and len(part) < 9 else 0.0)
        high = number.get(whole) or (float(whole) if whole.isdecimal() and len(whole) < 9 else 0.0)
        if low and high:
            yield from (low / high, 100 * low / high)


def _same(found: float, value: float) -> bool:
    return abs(found - abs(value)) <= 1e-9 * max(1.0, abs(value))
