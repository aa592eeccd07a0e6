"""Pieces: what several parts of the page say in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from dossier.dates.words import date_words
from dossier.exporting.voices import INTERESTED, NOT_NAMED
from dossier.markup import Markup, joined, markup
from dossier.model import Document, Dossier, Event, Excerpt
from dossier.resting.doubts import Doubt, doubt_words
from dossier.views.document_words import kind_words as document_kind
from dossier.views.passage import receipt_data

SCREENS = {
    "timeline": "Timeline",
    "figures": "Figures",
    "documents": "Documents",
    "briefing": "Briefing",
    "about": "About",
    "text": "As text",
}


def address(name: str, value: str) -> str:
    """The address of a thing within the page; `place` is its id, so it works without a script."""
    return f"#{name}={quote(value, safe='')}"


def place(name: str, value: str) -> str:
    """The id of the element that an address of the page names."""
    return f"{name}={value}"


def screen(name: str, title: str, words: str, *children: object) -> Markup:
    """One screen of the page: a section of the document where there is no script."""
    head = markup(
        "header",
        markup("h2", title, id=f"{name}-title"),
        markup("p", words, class_="screen-words") if words else None,
    )
    return markup(
        "section",
        head,
        *children,
        id=name,
        class_="screen",
        data_screen=name,
        aria_labelledby=f"{name}-title",
    )


def passage(dossier: Dossier, excerpt: Excerpt) -> Markup:
    """An excerpt with its receipt, who says or claims it, and in which document of what kind."""
    document = dossier.document(excerpt.document_id)
    kind = kind_words(document)
    title = document_link(document) if document else title_of(None, excerpt.document_id)
    return markup(
        "figure",
        markup("blockquote", markup("q", excerpt.exact), markup("i", receipt(dossier, excerpt))),
        markup("figcaption", voice(excerpt, document), ", ", title, f" ({kind})"),
    )


def voice(excerpt: Excerpt, document: Document | None) -> Markup:
    """Who says the words of an excerpt; who claims them, where a party prints them."""
    named = excerpt.speaker or NOT_NAMED
    return markup(
        "b", f"Claimed by {named}" if is_interested(document) else named[:1].upper() + named[1:]
    )


def receipt(dossier: Dossier, excerpt: Excerpt) -> str:
    """The receipt in brief: where the passage stands in its document, or what is wrong with it."""
    found = receipt_data(excerpt, dossier.document(excerpt.document_id))
    if found["receiptClass"] == "verified" and excerpt.start is not None:
        return f" ✓\u00a0{excerpt.start}–{excerpt.end}"
    return f" {found['receiptWords']}"


def document_link(document: Document) -> Markup:
    """A document's title, leading to what is known of it."""
    title = title_of(document, document.document_id)
    return markup("a", title, href=address("source", document.document_id))


def title_of(document: Document | None, document_id: str) -> str:
    """The title of a document; its id where it isn't described."""
    return (document.title.rstrip(" ,") if document else "") or document_id or "No document named"


def kind_words(document: Document | None) -> str:
    """What kind of document it is."""
    return (document_kind(document) if document else "") or "document"


def is_interested(document: Document | None) -> bool:
    """Whether every statement of a document is a claim, as a party's are."""
    return document is not None and document.kind.casefold() in INTERESTED


def doubt_line(doubts: Sequence[Doubt]) -> Markup | None:
    """What is to be said beside a number or a sentence that its passage does not bear out."""
    words = doubt_words(doubts)
    return markup("p", f"≠ {' '.join(words)}", class_="doubt") if words else None


def event_links(events: Sequence[Event]) -> Markup | None:
    """Ways to events, by their dates."""
    links = [
        markup("a", date_words(each.date), href=address("event", each.event_id)) for each in events
    ]
    return (
        markup("p", "On the timeline: ", joined(links, " · "), class_="events") if links else None
    )
