"""What was made last is kept, up to a number and a size."""

from __future__ import annotations

from dossier.keeping import KeptLast


def test_the_last_are_kept_and_the_longest_unasked_goes_first():
    kept: KeptLast[str] = KeptLast(2)
    made: list[str] = []

    def ask(key: str) -> str:
        return kept.get(key, lambda: made.append(key) or key.upper())

    for key in ("a", "b", "a", "c", "a", "b"):
        assert ask(key) == key.upper()
    assert made == ["a", "b", "c", "b"]


def test_what_is_too_large_is_made_and_not_kept():
    kept: KeptLast[str] = KeptLast(2, lambda text: len(text) < 3)
    made: list[str] = []
    for key in ("ab", "abc", "ab", "abc"):
        assert kept.get(key, lambda key=key: made.append(key) or key) == key
    assert made == ["ab", "abc", "abc"]
