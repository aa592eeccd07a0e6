"""Pieces: what several parts of the page say in the same way."""

from __future__ import annotations

from urllib.parse import quote

from dossier.dates.words import date_words
from dossier.exporting.voices import excerpt_attribution
from dossier.markup import Markup, markup
from dossier.model import Document, Dossier, Event, Excerpt
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


def passage(dossier: Dossier, excerpt: Excerpt, words: object = None) -> Markup:
    """An excerpt with who says it, in which document of what kind, and its receipt."""
    document = dossier.document(excerpt.document_id)
    receipt = receipt_data(excerpt, document)
    return markup(
        "figure",
        markup("blockquote", words if words is not None else f"“{excerpt.exact}”"),
        markup(
            "figcaption",
            voice(dossier, excerpt),
            markup(
                "p",
                markup("span", kind_words(document), class_="kind"),
                markup(
                    "span",
                    receipt["receiptWords"],
                    class_=f"receipt {receipt['receiptClass']}",
                    title=receipt["receiptTitle"] or None,
                ),
                class_="tags",
            ),
            markup("p", excerpt.note, class_="note") if excerpt.note else None,
        ),
        class_="passage",
    )


def voice(dossier: Dossier, excerpt: Excerpt) -> Markup:
    """Who says or claims the words of an excerpt, and in which document."""
    claimed = excerpt_attribution(dossier, excerpt).startswith("Claimed")
    document = dossier.document(excerpt.document_id)
    title = title_of(document, excerpt.document_id)
    return markup(
        "p",
        "Claimed by " if claimed else None,
        markup("b", excerpt.speaker or ("speaker" if claimed else "Speaker") + " not named"),
        ", in ",
        markup("cite", title) if document is None else document_link(document),
    )


def document_link(document: Document) -> Markup:
    """A document's title, leading to what is known of it."""
    title = title_of(document, document.document_id)
    return markup("a", title, href=address("source", document.document_id))


def title_of(document: Document | None, document_id: str) -> str:
    """The title of a document; its id where it isn't described."""
    return (document.title.rstrip(" ,") if document else "") or document_id or "No document named"


def kind_words(document: Document | None) -> str:
    """What kind of document it is."""
    return document.kind if document and document.kind else "document"


def event_link(event: Event) -> Markup:
    """A way to an event, with its date."""
    return markup(
        "p",
        markup("a", event.title, href=address("event", event.event_id)),
        markup("span", f" {date_words(event.date)}", class_="when"),
        class_="event-line",
    )


def facts(terms: list[tuple[str, str]]) -> Markup | None:
    """Terms with their texts; nothing for empty ones."""
    rows = [
        markup("div", markup("dt", term), markup("dd", words)) for term, words in terms if words
    ]
    return markup("dl", *rows, class_="facts") if rows else None
