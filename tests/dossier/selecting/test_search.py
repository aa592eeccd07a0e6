from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.selecting import search
from dossier.selecting.search import MAX_WORDS, query_words, read_words, search_mask, searchable
from tests.dossier.built import build_dossier


@pytest.fixture(scope="module")
def dossier():
    return build_dossier(
        events=[
            {"event_id": "a", "date": "1992~", "title": "Ærø vote", "actors": "Zoë Søndergård"},
            {"event_id": "b", "date": "2021-04", "title": "Two memoranda", "summary": "Signed."},
            {"event_id": "c", "date": "2022", "title": "Café talks", "actors": "MFA;Ms in T’ Veld"},
        ],
        excerpts=[
            {"excerpt_id": "x1", "exact": "Naïve  hopes\nof 50% cuts", "event_ids": "b;c"},
            {"excerpt_id": "x2", "exact": "an office", "speaker": "Müller", "event_ids": "b;gone"},
        ],
    )


def found(dossier, query):
    return dossier.events["event_id"][search_mask(dossier, query)].tolist()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("memoranda", ["b"]),
        ("MEMO", ["b"]),
        ("signed", ["b"]),
        ("cafe", ["c"]),
        ("aero", ["a"]),
        ("sondergard", ["a"]),
        ("Søndergård", ["a"]),
        ("naive", ["b", "c"]),
        ("muller", ["b"]),
        ("in t' veld", ["c"]),
        ("50%", ["b", "c"]),
        ("%", ["b", "c"]),
        (".*", []),
        ("", ["a", "b", "c"]),
        (" \u00ad ", ["a", "b", "c"]),
    ],
)
def test_search_looks_into_every_text_without_case_accents_or_patterns(dossier, query, ids):
    assert found(dossier, query) == ids


def test_all_words_must_occur_wherever_they_stand(dossier):
    assert found(dossier, "memoranda naive office") == ["b"]
    assert found(dossier, "memoranda cafe") == []


def test_a_dossier_without_rows_is_searched():
    assert search_mask(build_dossier(), "word").tolist() == []


def test_an_event_without_excerpts_is_searched():
    assert found(build_dossier(events=[{"event_id": "a", "date": "2022", "title": "x"}]), "X")


def test_a_query_is_bounded():
    words = query_words(" ".join(f"w{number}" for number in range(500)))
    assert len(words) == MAX_WORDS
    assert all(len(word) <= search.MAX_WORD_LENGTH for word in query_words("ﷺ" * 10_000))


def test_lone_surrogates_and_controls_are_no_error(dossier):
    assert found(dossier, "\ud800memo\x00") in ([], ["b"])


def test_texts_are_read_in_several_goes_alike(monkeypatch):
    texts = pd.Series(["one two", "", "two  three", "four"] * 5, dtype="str")
    whole = read_words(texts).having("two")
    monkeypatch.setattr(search, "TEXTS_AT_ONCE", 3)
    assert read_words(texts).having("two").tolist() == whole.tolist()


@given(st.lists(st.text(max_size=12), max_size=12), st.text(max_size=3), st.integers(0, 3))
def test_words_are_found_as_by_looking_at_every_text(texts, part, few):
    words = read_words(pd.Series([clean(text) for text in texts], dtype="str"))
    wanted = searchable(clean(part))
    assume(wanted)
    plain = [any(wanted in searchable(word) for word in clean(text).split()) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FEW_WORDS", few)
        assert words.having(wanted).tolist() == plain


def clean(text: str) -> str:
    """Text that an arrow can hold, and whose white space all agree on."""
    return "".join(sign for sign in text if sign.isprintable())


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text):
    assert searchable(searchable(text)) == searchable(text)


def test_a_mask_has_one_place_per_event(dossier):
    mask = search_mask(dossier, "e")
    assert mask.dtype == np.bool_
    assert len(mask) == len(dossier.events)


def test_white_space_other_than_single_blanks_parts_words_too():
    texts = pd.Series(["one\u00a0two", "one\ntwo", " one  two ", "three\u2003one"], dtype="str")
    assert read_words(texts).having("onetwo").tolist() == [False] * 4
    assert read_words(texts).having("one").tolist() == [True] * 4
