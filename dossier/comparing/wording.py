"""Wording: where two passages use the same words, and where they don't."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

# A number keeps its separators, a word its apostrophes and hyphens: each is one word to a reader.
WORD = re.compile(r"\d+(?:[.,:/\u00a0]\d+)*|\w+(?:['’\-‑]\w+)*")

# Excerpts hold at most 60 words; beyond this, comparing word by word would only cost time.
MAX_COMPARED = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that the other passage has too ("same") or has not ("differs")."""

    text: str
    kind: Literal["same", "differs"]


def differing_words(a: str, b: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut into pieces, the words that only one of them has marked as differing.

    Words are compared whole, in order, without regard to case or to the form of apostrophes,
    by ``difflib.SequenceMatcher``. White space and punctuation go with the words around them.
    The pieces of a text, joined, are that text. Texts of more than ``MAX_COMPARED`` words
    aren't compared word by word.
    """
    words = [list(WORD.finditer(text)) for text in (a, b)]
    keys = [[_key(word[0]) for word in found] for found in words]
    same = _same_words(keys[0], keys[1])
    return _pieces(a, words[0], same[0]), _pieces(b, words[1], same[1])


def shared_pieces(text: str, cuts: Iterable[Sequence[Piece]]) -> list[Piece]:
    """The pieces of one text from several cuts of it: same where any of them says same."""
    same = [False] * len(text)
    for cut in cuts:
        position = 0
        for piece in cut:
            end = position + len(piece.text)
            if piece.kind == "same":
                same[position:end] = [True] * len(piece.text)
            position = end
    return _runs(text, same)


def shared_part(pieces: Iterable[Piece]) -> float:
    """The part of the letters and digits of a text, 0 to 1, that stand in pieces that are same."""
    counts = {"same": 0, "differs": 0}
    for piece in pieces:
        counts[piece.kind] += sum(sign.isalnum() for sign in piece.text)
    return counts["same"] / (sum(counts.values()) or 1)


def _key(word: str) -> str:
    return word.casefold().replace("’", "'").replace("‑", "-")


def _same_words(a: list[str], b: list[str]) -> tuple[list[bool], list[bool]]:
    if max(len(a), len(b)) > MAX_COMPARED:
        return [a == b] * len(a), [a == b] * len(b)
    same_a, same_b = [False] * len(a), [False] * len(b)
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        same_a[block.a : block.a + block.size] = [True] * block.size
        same_b[block.b : block.b + block.size] = [True] * block.size
    return same_a, same_b


def _pieces(text: str, words: list[re.Match[str]], same: list[bool]) -> list[Piece]:
    """Mark each character: a word as it was found, a gap as both of its neighbours."""
    if not words:
        return [Piece(text, "same")] if text else []
    marks = [True] * len(text)
    for word, kept in zip(words, same, strict=True):
        marks[word.start() : word.end()] = [kept] * (word.end() - word.start())
    neighbours = zip(words, words[1:], same, same[1:], strict=False)
    for before, after, kept_before, kept_after in neighbours:
        gap = after.start() - before.end()
        marks[before.end() : after.start()] = [kept_before or kept_after] * gap
    return _runs(text, marks)


def _runs(text: str, same: list[bool]) -> list[Piece]:
    pieces, position = [], 0
    for kept, run in groupby(same):
        end = position + len(list(run))
        pieces.append(Piece(text[position:end], "same" if kept else "differs"))
        position = end
    return pieces
