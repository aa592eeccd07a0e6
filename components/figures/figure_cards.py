"""Numbers well set, each over the passage it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from components.markup import Markup, joined, markup
from dossier.model import Document, Dossier, Event, Excerpt
from dossier.resting.doubts import Doubt, doubt_words, figure_doubts
from dossier.views.document_words import kind_words
from dossier.views.series import Quoted

MOST_CARDS = 100


def cards(rows: tuple[Quoted, ...], large: bool = False, dossier: Dossier | None = None) -> Markup:
    """Every number with its passage; neighbours from one passage share a card.

    With the dossier, a number that its passage does not print says so.
    """
    numbers_first = sorted(rows, key=lambda row: row.only_words)[:MOST_CARDS]
    together = groupby(numbers_first, key=lambda row: row.figure.excerpt_id)
    groups = [list(group) for _, group in together]
    kind = "figure-cards large" if large else "figure-cards"
    rest = len(rows) - len(numbers_first)
    more = markup("p", f"{rest:,} more are in the file.", class_="figure-note") if rest else None
    return markup("div", *(_card(group, dossier) for group in groups), more, class_=kind)


def passage(excerpt: Excerpt, document: Document | None, events: tuple[Event, ...]) -> Markup:
    """A quotation with who says it, where, what kind of document that is, and its events."""
    title = document.title if document else excerpt.document_id
    kind = kind_words(document) if document else ""
    source = markup(
        "p",
        markup("b", excerpt.speaker or "Speaker not named"),
        ", in ",
        markup("cite", title),
        markup("span", kind, class_="kind") if kind else None,
    )
    return joined(
        [
            markup("blockquote", f"“{excerpt.exact}”"),
            markup(
                "figcaption", source, behind(document), *(event_link(event) for event in events)
            ),
        ]
    )


def behind(document: Document | None) -> Markup | None:
    """Who stands behind a document and what they want, on demand."""
    if document is None or not document.interest:
        return None
    return markup(
        "details", markup("summary", "Who is behind it"), markup("p", document.interest),
        class_="behind",
    )  # fmt: skip


def event_link(event: Event) -> Markup:
    """A way to the event on the timeline."""
    address = f"./?event={quote(event.event_id, safe='')}"
    return markup("a", f"{event.title}", href=address, class_="event-link")


def _card(rows: list[Quoted], dossier: Dossier | None) -> Markup:
    first = rows[0]
    if first.excerpt is None:
        said = markup("p", "No passage is given for this number.", class_="figure-note")
    else:
        said = passage(first.excerpt, first.document, first.events)
    return markup("figure", *(_number(row, dossier) for row in rows), said, class_="figure-card")


def _number(row: Quoted, dossier: Dossier | None) -> Markup:
    """The number, what it counts and when, and what to beware of."""
    when = row.period or "no period given"
    if row.figure.period_basis in ("derived", "inferred"):
        when = f"{when}, period {row.figure.period_basis}"
    return markup(
        "div",
        markup("p", *_large(row), class_="figure-number"),
        markup("p", f"{row.figure.label} · {when}", class_="figure-label"),
        markup("p", notes(row), class_="figure-note") if notes(row) else None,
        doubts_markup(figure_doubts(dossier, row.figure)) if dossier else None,
        class_="figure-head",
    )


def doubts_markup(doubts: Sequence[Doubt]) -> Markup | None:
    """What is to be said beside a number or a sentence that its passage does not bear out."""
    words = doubt_words(doubts)
    return markup("p", " ".join(words), class_="doubt") if words else None


def notes(row: Quoted) -> str:
    """The remark on the unit and the note, as sentences."""
    remark = f"{row.remark[:1].upper()}{row.remark[1:]}." if row.remark else ""
    return " ".join(part for part in (remark, row.figure.note) if part)


def _large(row: Quoted) -> list[Markup]:
    if row.only_words:
        return [markup("span", row.number, class_="only-words")]
    tail = row.words.removeprefix(row.number).strip()
    return [markup("b", row.number), markup("span", f" {tail}" if tail else "")]
