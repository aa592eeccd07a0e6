"""Slides that a dossier exported."""

from __future__ import annotations

from dossier.importing.own_words import OwnWords, own_words

OURS = OwnWords("A & B", "What <b>", "t")


def words(value: object) -> str:
    return str(value or "")


def test_unchanged_words_are_ours() -> None:
    assert OURS.title_of("A &amp; B") == "A & B"
    text = "<p>What &lt;b&gt;</p><p><em>Claimed by C.</em></p>"
    assert OURS.summary_of(text) == ("What <b>", "Claimed by C.")
    assert OURS.theme_of("A theme") == "t"


def test_changed_words_are_not() -> None:
    assert OURS.title_of("A") is None
    assert OURS.summary_of("<p>What</p><p><em>Claimed by C.</em></p>") is None
    assert OURS.theme_of(" ") == ""


def test_no_summary_is_told_from_a_changed_one() -> None:
    empty = OwnWords("A", "", "")
    assert empty.summary_of("<p><em>According to C.</em></p>") == ("", "According to C.")
    assert empty.summary_of("<p>Written since</p>") is None


def test_a_slide_of_anyone_else_has_no_words_of_ours() -> None:
    assert own_words({"title": "A"}, words) is None
    assert own_words({"event_id": "a", "title": "A"}, words) == OwnWords("A", "", "")
