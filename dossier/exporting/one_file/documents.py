"""Documents: what each is, and the passages side by side on the topics where they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dossier.comparing.wording import Piece
from dossier.exporting.linked import linked
from dossier.exporting.one_file.pieces import (
    address,
    document_link,
    event_links,
    kind_words,
    place,
    screen,
    title_of,
    voice,
)
from dossier.markup import Markup, markup
from dossier.model import Comparison, Document, Dossier, Event, Excerpt
from dossier.selecting.links import excerpt_links
from dossier.views.document_words import published_words
from dossier.views.event_view import RELATIONS
from dossier.views.marked_words import marked_words

WORDS = "Who says so, who differs, and in which words."
NOTHING = "This dossier describes no documents."
SIDE = "Side by side"
SIDE_WORDS = "Passages on one topic, in their own words. Underlined: what the others do not have."
SIGNS = {"contradict": "≠", "differ in detail": "±", "different framing": "◐", "agree": "="}
MOST_EVENTS = 3


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
    rank = {relation: at for at, relation in enumerate(SIGNS)}
    rows = [row for row in dossier.each("comparisons") if _excerpts(dossier, row)]
    rows.sort(key=lambda row: rank.get(row.relation, len(rank)))
    if not rows:
        return None
    groups = [(name, list(each)) for name, each in groupby(rows, key=lambda row: row.relation)]
    topics = [_topic(dossier, row, at + 1, len(rows)) for at, row in enumerate(rows)]
    return markup(
        "section",
        markup("h3", SIDE),
        markup("p", SIDE_WORDS, class_="series-lead"),
        markup(
            "div",
            _contents(groups),
            markup("div", *topics, class_="passages"),
            class_="reading",
        ),
        class_="side",
    )


def _contents(groups: Sequence[tuple[str, list[Comparison]]]) -> Markup:
    parts = []
    for relation, rows in groups:
        links = [markup("li", _topic_link(row)) for row in rows]
        head = markup("h4", _relation(relation), markup("span", str(len(rows)), class_="n"))
        parts.append(markup("section", head, markup("ul", *links)))
    return markup("nav", *parts, class_="topics", aria_label="Topics", tabindex="0")


def _topic_link(row: Comparison) -> Markup:
    return markup("a", row.topic or row.comparison_id, href=address("topic", row.comparison_id))


def _relation(relation: str) -> Markup:
    kind = RELATIONS.get(relation, "differ")
    sign = markup("span", SIGNS.get(relation, "·"), class_="sign", aria_hidden="true")
    words = relation[:1].upper() + relation[1:] or "Not classified"
    return markup("span", sign, words, class_=f"relation {kind}")


def _excerpts(dossier: Dossier, row: Comparison) -> list[Excerpt]:
    found = (linked(dossier).excerpt(each) for each in dict.fromkeys(row.excerpt_ids))
    return [excerpt for excerpt in found if excerpt]


def _topic(dossier: Dossier, row: Comparison, at: int, of: int) -> Markup:
    """One comparison: its voices in columns, in the curator's order."""
    excerpts = _excerpts(dossier, row)
    pieces, _ = marked_words([[each.exact] for each in excerpts])
    columns = [
        _voice(dossier, excerpt, cut[0]) for excerpt, cut in zip(excerpts, pieces, strict=True)
    ]
    return markup(
        "article",
        markup(
            "p",
            _relation(row.relation),
            markup("span", f"Topic {at} of {of}", class_="muted"),
            class_="kicker",
        ),
        markup("h4", row.topic or row.comparison_id, tabindex="-1"),
        _line(row.note, "note"),
        markup("div", *columns, class_=f"columns of-{min(len(columns), 4)}"),
        event_links(_events(dossier, excerpts)),
        id=place("topic", row.comparison_id),
        class_="topic",
    )


def _events(dossier: Dossier, excerpts: Sequence[Excerpt]) -> list[Event]:
    """The first few events that the passages speak of."""
    names = dict.fromkeys(name for each in excerpts for name in each.event_ids)
    found = (linked(dossier).event(name) for name in names)
    return [event for event in found if event][:MOST_EVENTS]


def _voice(dossier: Dossier, excerpt: Excerpt, pieces: Sequence[Piece]) -> Markup:
    document = linked(dossier).document(excerpt.document_id)
    words = [markup("mark", each.text) if each.kind == "differs" else each.text for each in pieces]
    if not any(sign in excerpt.exact for sign in '"“”„'):
        words = ["“", *words, "”"]
    kind = kind_words(document)
    title = document_link(document) if document else title_of(None, excerpt.document_id)
    return markup(
        "figure",
        markup("figcaption", voice(excerpt, kind), title, f" ({kind})"),
        markup("blockquote", *words),
    )
