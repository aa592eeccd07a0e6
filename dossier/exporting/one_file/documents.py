"""Documents: what each is, and the passages side by side on the topics where they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dossier.comparing.wording import Piece
from dossier.dates.words import date_words
from dossier.exporting.linked import linked
from dossier.exporting.one_file.pieces import (
    address,
    doubt_line,
    kind_words,
    place,
    screen,
    title_of,
    voice,
)
from dossier.markup import Markup, markup
from dossier.model import Comparison, Document, Dossier, Excerpt
from dossier.resting.doubts import comparison_doubts
from dossier.selecting.links import excerpt_links
from dossier.views.document_words import published_words
from dossier.views.event_view import RELATIONS
from dossier.views.marked_words import marked_words

WORDS = "Who says so, who differs, and in which words."
NOTHING = "This dossier describes no documents."
SIDE = "Side by side"
SIDE_WORDS = "Passages on one topic, in their own words. Underlined: what the others do not have."
SIGNS = {"contradict": "≠", "differ in detail": "±", "different framing": "◐", "agree": "="}


def documents_screen(dossier: Dossier) -> Markup:
    """The documents as cards, then every comparison, the sharpest relation first."""
    spoken = _events_of(dossier)
    quoted = Counter(dossier.excerpts["document_id"].tolist())
    cards = [
        _card(each, quoted[each.document_id], spoken[each.document_id])
        for each in dossier.each("documents")
    ]
    box = markup("div", *cards, class_="sources") if cards else markup("p", NOTHING)
    return screen("documents", "Documents", WORDS, box, _side_by_side(dossier))


def _events_of(dossier: Dossier) -> Counter[str]:
    """How many events each document speaks of."""
    links = excerpt_links(dossier)
    said = dossier.excerpts["document_id"].to_numpy(dtype=object)[links.excerpt]
    return Counter(document for document, _ in set(zip(said, links.event.tolist(), strict=True)))


def _card(document: Document, quoted: int, events: int) -> Markup:
    known = (document.publisher, f"language {document.language}" if document.language else "")
    address_ = markup("a", document.url, href=document.url, rel="noreferrer noopener")
    receipt = f"SHA-256 of the text as checked: {document.sha256}" if document.sha256 else ""
    counts = f"{_count(quoted, 'excerpt')}, {_count(events, 'event')}"
    return markup(
        "article",
        markup("h3", title_of(document, document.document_id), tabindex="-1"),
        markup(
            "p",
            markup("span", kind_words(document), class_="kind"),
            " · ".join(word for word in known if word),
        ),
        markup("p", published_words(document), class_="published"),
        _line(document.published_note, "note"),
        _line(document.interest, "interest"),
        markup("p", counts),
        markup("p", address_) if document.url else None,
        _line(receipt, "fingerprint"),
        id=place("source", document.document_id),
        class_="source",
    )


def _line(words: str, class_: str) -> Markup | None:
    return markup("p", words, class_=class_) if words else None


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _side_by_side(dossier: Dossier) -> Markup | None:
    rows = sorted_topics(dossier)
    if not rows:
        return None
    groups = [
        markup("section", markup("h3", _relation(name)), *(_topic(dossier, row) for row in each),
               class_="topics")
        for name, each in groupby(rows, key=lambda row: row.relation)
    ]  # fmt: skip
    head = markup("h3", SIDE)
    return markup("section", head, markup("p", SIDE_WORDS, class_="lead"), *groups, class_="side")


def sorted_topics(dossier: Dossier) -> list[Comparison]:
    """The comparisons that have a passage, the sharpest relation first."""
    rank = {relation: at for at, relation in enumerate(SIGNS)}
    rows = [row for row in dossier.each("comparisons") if topic_excerpts(dossier, row)]
    return sorted(rows, key=lambda row: (rank.get(row.relation, len(rank)), row.relation))


def topic_excerpts(dossier: Dossier, row: Comparison) -> list[Excerpt]:
    """The excerpts of a comparison that the dossier has, in the curator's order."""
    found = (linked(dossier).excerpt(each) for each in dict.fromkeys(row.excerpt_ids))
    return [excerpt for excerpt in found if excerpt]


def _relation(relation: str) -> Markup:
    kind = RELATIONS.get(relation, "differ")
    sign = markup("span", SIGNS.get(relation, "·"), class_="sign", aria_hidden="true")
    words = relation[:1].upper() + relation[1:] or "Not classified"
    return markup("span", sign, words, class_=f"relation {kind}")


def _topic(dossier: Dossier, row: Comparison) -> Markup:
    """One comparison: how the curator puts it, and who speaks; the script adds their words."""
    voices = [_voice(dossier, excerpt) for excerpt in topic_excerpts(dossier, row)]
    return markup(
        "article",
        markup("h4", row.topic or row.comparison_id, tabindex="-1"),
        markup("p", row.note) if row.note else None,
        doubt_line(comparison_doubts(dossier, row)),
        markup("ul", *voices),
        id=place("topic", row.comparison_id),
    )


def _voice(dossier: Dossier, excerpt: Excerpt) -> Markup:
    """Who speaks, and the event under whose date the words stand."""
    document = linked(dossier).document(excerpt.document_id)
    found = (linked(dossier).event(name) for name in excerpt.event_ids)
    event = next((event for event in found if event), None)
    if event is None:
        return markup("li", voice(excerpt, document))
    when = markup("a", date_words(event.date), href=address("event", event.event_id))
    return markup("li", voice(excerpt, document), " ", when)


def topic_cuts(excerpts: Sequence[Excerpt]) -> list[list[int]]:
    """For each passage of a topic how many signs are as in the others, differ, are as in …

    The first number is of signs that are the same and may be 0. Signs are counted as JavaScript
    counts them, in UTF-16.
    """
    pieces, _ = marked_words([[each.exact] for each in excerpts])
    return [_cut(side[0]) for side in pieces]


def _cut(pieces: Sequence[Piece]) -> list[int]:
    lengths = [len(each.text.encode("utf-16-le", "surrogatepass")) // 2 for each in pieces]
    return [0, *lengths] if pieces and pieces[0].kind == "differs" else lengths
