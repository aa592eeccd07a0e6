"""Which words of passages are marked: those that the passage beside them does not have.

Passages that share almost no wording would be marked whole, which tells a reader
nothing; of those only the numbers and dates are marked that the other lacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.wording import WORD, Piece, differing_words, shared_pieces

LEAST_SHARED = 0.2
SHORTEST_TELLING = 4
NUMBER = re.compile(
    r"\d+(?:[.,:/\u00a0 ]\d+)*(?:[\s\u00a0]?%)?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|half|halved|twice|quarters?|doubled)\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)


def marked_words(texts: Sequence[str], measure: int = 0) -> tuple[list[list[Piece]], bool]:
    """Each text in pieces, marked against the one at `measure`; whether all could be by words.

    The measure itself is marked where no other text has its words. A single text is not marked.
    """
    if len(texts) < 2:
        return [[Piece(text, "same")] for text in texts], True
    others = [at for at in range(len(texts)) if at != measure]
    pairs = {at: marked_pair(texts[measure], texts[at]) for at in others}
    pieces = [
        shared_pieces(text, [pair[0] for pair in pairs.values()]) if at == measure else pairs[at][1]
        for at, text in enumerate(texts)
    ]
    return pieces, all(shares_wording(texts[measure], texts[at]) for at in others)


def marked_pair(a: str, b: str) -> tuple[list[Piece], list[Piece]]:
    """Two texts in pieces: by words where they share wording, else by numbers and dates."""
    if shares_wording(a, b):
        return differing_words(a, b)
    return _numbers(a, b), _numbers(b, a)


def shares_wording(a: str, b: str) -> bool:
    """Whether a good part of the telling words of the shorter text are in the other."""
    first, second = _telling(a), _telling(b)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= LEAST_SHARED * shorter


def _telling(text: str) -> set[str]:
    words = {word.casefold() for word in WORD.findall(text)}
    return {word for word in words if len(word) >= SHORTEST_TELLING or word.isdigit()}


def _numbers(text: str, other: str) -> list[Piece]:
    """The text in pieces, its numbers and dates marked where the other lacks them."""
    known = {_number(found[0]) for found in NUMBER.finditer(other)}
    pieces, done = [], 0
    for found in NUMBER.finditer(text):
        if _number(found[0]) in known:
            continue
        pieces += [Piece(text[done : found.start()], "same"), Piece(found[0], "differs")]
        done = found.end()
    return [piece for piece in (*pieces, Piece(text[done:], "same")) if piece.text]


def _number(text: str) -> str:
    return re.sub(r"[\s,\u00a0]", "", text).casefold()
