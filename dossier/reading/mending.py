"""Why an excerpt is not in its document: how far the document agrees, said and never repaired."""

from __future__ import annotations

from dossier.checking.receipts import DocumentText, fold, occurrences
from dossier.rows import Excerpt

_SHOWN = 40  # characters of either text that a message shows
_LEAST = 12  # characters that must agree before the place is worth naming


def why_not_found(document: DocumentText, excerpt: Excerpt) -> tuple[str, str]:
    """Say what of an excerpt the document has, and what to look at."""
    text, exact = document.folded.text, fold(excerpt.exact.strip())
    places = list(occurrences(text, exact))
    if len(places) == 1:
        return _around(text, excerpt, exact, places[0])
    if places:
        message = (
            f"the exact words stand there {len(places)} times, but not with this prefix and suffix"
        )
        return message, "copy prefix and suffix again from the document"
    return _within(text, exact)


def why_ambiguous(document: DocumentText, excerpt: Excerpt) -> tuple[str, str]:
    """Say how often an excerpt is found, and what to do."""
    needle = fold(excerpt.prefix + excerpt.exact + excerpt.suffix)
    count = sum(1 for _ in occurrences(document.folded.text, needle))
    message = f"found {count} times in the document"
    return message, "lengthen prefix or suffix until the place is the only one"


def _around(text: str, excerpt: Excerpt, exact: str, at: int) -> tuple[str, str]:
    """Say which of prefix and suffix disagrees where the exact words stand once."""
    prefix = fold(excerpt.prefix + excerpt.exact.strip())[: -len(exact)]
    suffix = fold(excerpt.exact.strip() + excerpt.suffix)[len(exact) :]
    before, after = text[max(0, at - len(prefix)) : at], text[at + len(exact) :][: len(suffix)]
    wrong = [
        name
        for name, given, there in (("prefix", prefix, before), ("suffix", suffix, after))
        if given != there
    ]
    message = f"the exact words are there once, but not with this {' and '.join(wrong) or 'prefix'}"
    there = [f"prefix “{before[-_SHOWN:]}”"] if "prefix" in wrong else []
    there += [f"suffix “{after[:_SHOWN]}”"] if "suffix" in wrong else []
    return message, f"there stands {', '.join(there)}" if there else ""


def _within(text: str, exact: str) -> tuple[str, str]:
    """Say up to where the exact words agree with the document."""
    hint = "copy the words again from the document"
    agreed = _agreement(text, exact)
    if agreed < _LEAST:
        return "the exact words are not in the document", hint
    at = text.find(exact[:agreed])
    there = text[at + agreed : at + agreed + _SHOWN]
    given = exact[agreed : agreed + _SHOWN]
    return (
        f"the document agrees up to “{exact[max(0, agreed - _SHOWN) : agreed]}”; "
        f"then it has “{there}” and the excerpt “{given}”",
        hint,
    )


def _agreement(text: str, exact: str) -> int:
    """Find the length of the longest beginning of the words that stands in the text."""
    low, high = 0, len(exact)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if exact[:middle] in text else (low, middle - 1)
    return low
