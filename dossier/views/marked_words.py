"""Which words of passages are marked: those that the passage beside them does not have.

Passages that share little wording would be marked nearly whole, which tells a
reader nothing. Of those only numbers, dates and names are marked that the other
lacks, unless a reader asks for every word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.comparing.wording import WORD, Piece, differing_words, shared_pieces

LEAST_SHARED = 0.2
SHORTEST_TELLING = 4
NUMBER = re.compile(
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|millions?|billions?|half|halved|twice|doubled|quarters?"
)
NO_NAME = re.compile(r"i|i['’]\w+|an?|th(e|is|at|ese|ose)|we|our|it|in|on|at|s?he")
SENTENCE_END = re.compile(r"[.!?:…]\W*$")


def marked_words(
    sides: Sequence[Sequence[str]], measure: int = 0, every_word: bool = False
) -> tuple[list[list[list[Piece]]], bool]:
    """Each text of each side in pieces; whether all could be marked by words.

    The texts of a side are marked where the side at `measure` lacks their words, those of the
    measure where every other side does. A single side is not marked.
    """
    whole = ["\n".join(texts) for texts in sides]
    beside = [
        [each for at, each in enumerate(whole) if at != own] if own == measure else [whole[measure]]
        for own in range(len(sides))
    ]
    pieces = [
        [_against_all(text, others, every_word) for text in texts]
        for texts, others in zip(sides, beside, strict=True)
    ]
    return pieces, all(shares_wording(whole[measure], each) for each in whole)


def _against_all(text: str, others: Sequence[str], every_word: bool) -> list[Piece]:
    if not others:
        return [Piece(text, "same")]
    return shared_pieces(text, [marked_against(text, each, every_word) for each in others])


def marked_against(text: str, other: str, every_word: bool = False) -> list[Piece]:
    """A text in pieces: by words where wording is shared, else by numbers, dates and names."""
    if every_word or shares_wording(text, other):
        return differing_words(text, other)[0]
    return _facts_missing(text, other)


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
        named = capital and not NO_NAME.fullmatch(_plain(word))
        if any(each.isdigit() for each in word) or NUMBER.fullmatch(_plain(word)) or named:
            yield found


def _runs(text: str, marks: list[bool]) -> list[Piece]:
    cuts = [at for at in range(1, len(text)) if marks[at] != marks[at - 1]]
    ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [Piece(text[a:z], "differs" if marks[a] else "same") for a, z in ends if z > a]


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold().replace("\u00a0", "").replace(",", ""))
