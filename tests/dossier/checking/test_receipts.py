from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.checking.receipts import (
    Found,
    document_text,
    documents_folder,
    excerpt_context,
    find_excerpt,
    fold,
    read_document_files,
    read_documents,
)
from dossier.reading.mending import why_not_found
from dossier.reading.read import read_dossier
from dossier.rows import Excerpt
from tests.dossier.shapes import DOCUMENTS, SMALL

NBSP = "\u00a0"


def excerpt(exact, prefix="", suffix=""):
    return Excerpt("x", "d", exact, prefix, suffix, None, None, "", None, (), "")


def find(text, *words):
    return find_excerpt(document_text("d", text.encode("utf-8")), excerpt(*words))


def test_found_once_is_verified_with_its_place():
    assert find("One two three.", "two") == Found("verified", 4, 7)


def test_found_twice_is_ambiguous_and_has_no_place():
    assert find("two and two", "two") == Found("ambiguous")


def test_overlapping_places_count():
    assert find("aaa", "aa").receipt == "ambiguous"


def test_prefix_and_suffix_settle_which_place_is_meant():
    assert find("one two, three two.", "two", "three ", ".") == Found("verified", 15, 18)


def test_what_is_merely_alike_is_not_found():
    text = "“Quoted” — it’s Café."
    for other in ('"Quoted"', "it's", "Cafe", "cafe\u0301", "quoted"):
        assert find(text, other).receipt == "not found"


@pytest.mark.parametrize("space", [" ", NBSP, "  ", "\r\n", "\n\n\t ", "\u202f", f" {NBSP}\n"])
def test_runs_of_white_space_count_as_one_space(space):
    text = f"Before\n\n \nit{space}is{space}{space}so.{space}After"
    assert find(text, f"is{NBSP} so.", "it ", " After").receipt == "verified"
    found = find(text, "is so.", "it ", " After")
    assert text[found.start : found.end].split() == ["is", "so."]


def test_white_space_is_not_made_up_or_left_out():
    assert find("onetwo", "one two").receipt == "not found"
    assert find("one two", "onetwo").receipt == "not found"


def test_white_space_around_the_exact_words_is_not_part_of_the_place():
    assert find("a  b  c", " b ", "a", "c") == Found("verified", 3, 4)


def test_nothing_is_never_found():
    assert find("text", "").receipt == "not found"
    assert find("text", " ", " ", "").receipt == "not found"


@given(st.text("ab \n\u00a0", max_size=40), st.integers(0, 39), st.integers(1, 40))
def test_a_verified_place_holds_the_words_and_is_the_only_one(text, start, length):
    words = text[start : start + length].strip()
    found = find(text, words)
    if words:
        assert found.receipt in ("verified", "ambiguous")
    if found.receipt == "verified":
        assert fold(text[found.start : found.end]) == fold(words)
        assert fold(text).count(fold(words)) == 1


def test_the_context_shows_words_on_both_sides():
    text = "one two three four five six seven"
    assert excerpt_context(text, 14, 18, words=2) == ("two three ", "four", " five six")
    assert excerpt_context(text, 0, 3) == ("", "one", " two three four five six seven")


def test_the_context_of_text_without_spaces_is_bounded():
    before, _, after = excerpt_context("x" * 1_000_000, 500_000, 500_010, words=5)
    assert len(before) == len(after) == 200


def test_documents_are_read_by_id():
    documents = read_documents(DOCUMENTS)
    assert set(documents) == {"harbour-report", "messenger"}
    assert "\r\n" in documents["messenger"].text
    assert len(documents["messenger"].sha256) == 64


def test_a_document_that_is_not_utf8_is_absent_and_said(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    (tmp_path / "b.txt").write_bytes(b"fine")
    (tmp_path / "c.txt").mkdir()
    documents, problems = read_document_files(tmp_path)
    assert set(documents) == {"b"}
    assert [problem.table for problem in problems] == ["a.txt", "c.txt"]


def test_the_folder_of_documents_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("DOSSIER_DOCUMENTS", str(DOCUMENTS))
    assert documents_folder() == DOCUMENTS
    monkeypatch.setenv("DOSSIER_DOCUMENTS", " ")
    assert documents_folder() is None


def why(text, *words):
    return why_not_found(document_text("d", text.encode("utf-8")), excerpt(*words))


def test_a_wrong_prefix_is_named_with_what_stands_there():
    message, hint = why("One two three.", "two", "Ten ", " three")
    assert "prefix" in message
    assert "suffix" not in message
    assert "“One ”" in hint


def test_a_wrong_word_is_named_with_what_stands_there():
    message, _ = why("The lamp was electrified in 1934.", "The lamp was electrified in 1943.")
    assert "up to “The lamp was electrified in 19”" in message
    assert "“34.”" in message


def test_words_from_nowhere_are_said_to_be_nowhere():
    assert "are not in the document" in why("One two three.", "Something else")[0]


def test_the_small_dossier_holds():
    dossier, documents = read_dossier(SMALL), read_documents(DOCUMENTS)
    for each in dossier.each("excerpts"):
        found = find_excerpt(documents[each.document_id], each)
        assert found == Found("verified", each.start, each.end)
