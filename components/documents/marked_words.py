"""Which words of passages are marked: those that the passage beside them does not have.

Passages that share little wording would be marked nearly whole, which tells a
reader nothing. Of those only numbers, dates and names are marked that the other
lacks, unless a reader asks for every word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.wording import WORD, Piece, differing_words, shared_pieces

LEAST_SHARED = 0.2
SHORTEST_TELLING = 4
NUMBERS = frozenset(
    [
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
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "half",
        "halved",
        "twice",
        "quarter",
        "quarters",
        "doubled",
    ]
)
NO_NAMES = frozenset(
    [
        "i",
        "i’m",
        "i've",
        "i’d",
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "we",
        "our",
        "it",
        "in",
        "on",
        "at",
        "he",
        "she",
    ]
)
SENTENCE_END = re.compile(r"[.!?:…]\W*$")


def marked_words(
    texts: Sequence[str], measure: int = 0, every_word: bool = False
) -> tuple[list[list[Piece]], bool]:
    """Each text in pieces, marked against the one at `measure`; whether all could be by words.

    The measure itself is marked where no other text has its words. A single text is not marked.
    """
    if len(texts) < 2:
        return [[Piece(text, "same")] for text in texts], True
    others = [at for at in range(len(texts)) if at != measure]
    pairs = {at: marked_pair(texts[measure], texts[at], every_word) for at in others}
    pieces = [
        shared_pieces(text, [pair[0] for pair in pairs.values()]) if at == measure else pairs[at][1]
        for at, text in enumerate(texts)
    ]
    return pieces, all(shares_wording(texts[measure], texts[at]) for at in others)


def marked_pair(a: str, b: str, every_word: bool = False) -> tuple[list[Piece], list[Piece]]:
    """Two texts in pieces: by words where they share wording, else by numbers, dates and names."""
    if every_word or shares_wording(a, b):
        return differing_words(a, b)
    return _facts_missing(a, b), _facts_missing(b, a)


def shares_wording(a: str, b: str) -> bool:
    """Whether a good part of the telling words of the shorter text are in the other."""
    first, second = _telling(a), _telling(b)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= LEAST_SHARED * shorter


def _telling(text: str) -> set[str]:
    words = {_plain(word) for word in WORD.findall(text)}
    return {word for word in words if len(word) >= SHORTEST_TELLING or word.isdigit()}


def _facts_missing(text: str, other: str) -> list[Piece]:
    """The text in pieces, its numbers, dates and names marked where the other lacks them."""
    known = {_plain(word) for word in WORD.findall(other)}
    marks = [False] * len(text)
    end = 0
    for found in _facts(text):
        if _plain(found[0]) in known:
            continue
        start = end if end and not text[end : found.start()].strip() else found.start()
        end = found.end()
        marks[start:end] = [True] * (end - start)
    return _runs(text, marks)


def _facts(text: str) -> Iterator[re.Match[str]]:
    """The words of a text that are numbers or, by their capital, names and months."""
    words = list(WORD.finditer(text))
    for at, found in enumerate(words):
        word = found[0]
        opens = at == 0 or SENTENCE_END.search(text[words[at - 1].end() : found.start()])
        capital = word[0].isupper() and (not opens or any(each.isupper() for each in word[1:]))
        named = capital and _plain(word) not in NO_NAMES
        if any(each.isdigit() for each in word) or _plain(word) in NUMBERS or named:
            yield found


def _runs(text: str, marks: list[bool]) -> list[Piece]:
    cuts = [at for at in range(1, len(text)) if marks[at] != marks[at - 1]]
    ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [Piece(text[a:z], "differs" if marks[a] else "same") for a, z in ends if z > a]


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold().replace("\u00a0", "").replace(",", ""))
