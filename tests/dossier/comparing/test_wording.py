from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.comparing.wording import MAX_COMPARED, Piece, differing_words, shared_pieces


def marked(pieces):
    """Pieces as text, the differing ones in brackets."""
    return "".join(f"[{p.text}]" if p.kind == "differs" else p.text for p in pieces)


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        ("a fall of 57 %", "a fall of 93 %", "a fall of [57] %", "a fall of [93] %"),
        ("lowest since 2009", "lowest", "lowest [since 2009]", "lowest"),
        ("Nearly 550 people", "about 550 people", "[Nearly] 550 people", "[about] 550 people"),
        ("1,155 at the end", "1,115 at the end", "[1,155] at the end", "[1,115] at the end"),
        ("The office.", "the office", "The office.", "the office"),
        ("Denmark’s plan", "Denmark's plan", "Denmark’s plan", "Denmark's plan"),
        ("one\u00a0  two", "one two", "one\u00a0  two", "one two"),
        ("same", "", "[same]", ""),
        ("", "", "", ""),
        ("…", "!", "…", "!"),
        ("at 11:19:01", "at 11:20", "at [11:19:01]", "at [11:20]"),
    ],
)
def test_words_that_only_one_text_has_are_marked(a, b, first, second):
    assert tuple(marked(pieces) for pieces in differing_words(a, b)) == (first, second)


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_joined_are_the_text(a, b):
    for text, pieces in zip((a, b), differing_words(a, b), strict=True):
        assert "".join(piece.text for piece in pieces) == text
        kinds = [piece.kind for piece in pieces]
        assert all(one != other for one, other in pairwise(kinds))


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text):
    assert all(piece.kind == "same" for piece in differing_words(text, text)[0])


def test_very_long_texts_are_not_compared_word_by_word():
    long = " ".join(["word"] * (MAX_COMPARED + 1))
    assert {piece.kind for piece in differing_words(long, long + "x")[0]} == {"differs"}
    assert {piece.kind for piece in differing_words(long, long)[0]} == {"same"}


def test_a_piece_is_shared_when_any_cut_says_so():
    cuts = [
        [Piece("ab", "same"), Piece("cd", "differs")],
        [Piece("abc", "differs"), Piece("d", "same")],
    ]
    assert marked(shared_pieces("abcd", cuts)) == "ab[c]d"
    assert marked(shared_pieces("abcd", [])) == "[abcd]"
