"""Record: every event by date, in full, as the text that needs no script.

The script reads what it shows here as well, so that each text stands in the file once.
"""

from __future__ import annotations

from itertools import groupby

from dossier.dates.words import date_words
from dossier.exporting.linked import linked
from dossier.exporting.one_file.pieces import (
    address,
    doubt_line,
    is_interested,
    kind_words,
    place,
    receipt,
    screen,
    title_of,
)
from dossier.exporting.voices import CLAIMED, NO_SOURCE, NOT_NAMED
from dossier.knowing.said import known_words
from dossier.markup import Markup, joined, markup
from dossier.model import Dossier, Event, Excerpt
from dossier.resting.doubts import event_doubts
from dossier.views.event_view import basis_line
from dossier.views.list_view import start_words
from dossier.views.marks import all_marks

WORDS = (
    "Every event by date: what is claimed, by whom, in which words, and how sure the date is. "
    "The numbers after ✓ say where a passage stands in the text of its document, in characters."
)
CONTRADICT = "contradict"


def record_screen(dossier: Dossier) -> Markup:
    """All events, grouped by the year they begin in."""
    told: set[str] = set()
    pairs = zip(all_marks(dossier), dossier.each("events"), strict=True)
    years = [
        markup(
            "section",
            markup("h3", year),
            *(_event(dossier, event, told) for _, event in events),
            class_="year",
        )
        for year, events in groupby(pairs, key=lambda pair: start_words(pair[0]))
    ]
    nothing = None if years else markup("p", "This dossier holds no events.")
    return screen("text", "Every event, by date", WORDS, nothing, *years)


def _event(dossier: Dossier, event: Event, told: set[str]) -> Markup:
    """One event; `told` are the excerpts that stand on the page already."""
    excerpts = linked(dossier).excerpts_of(event.event_id)
    voices = groupby(excerpts, key=lambda each: (each.document_id, each.speaker))
    known = known_words(dossier, "events", event.event_id)
    kinds = (dossier.theme_label(event.theme), event.status, "; ".join(event.actors))
    return markup(
        "article",
        markup("p", date_words(event.date), class_="when"),
        markup("h4", event.title),
        markup("p", basis_line(event), class_="basis"),
        markup("p", event.summary),
        markup("p", " · ".join(kind for kind in kinds if kind), class_="basis"),
        markup("p", known, class_="basis") if known else None,
        doubt_line(event_doubts(dossier, event)),
        *(_voice(dossier, event, list(each), told) for _, each in voices),
        None if excerpts else markup("p", f"{NO_SOURCE}.", class_="basis"),
        _contradicted(dossier, event),
        id=place("event", event.event_id),
    )


def _voice(dossier: Dossier, event: Event, excerpts: list[Excerpt], told: set[str]) -> Markup:
    """Passages of one speaker in one document, and who that is."""
    first = excerpts[0]
    document = linked(dossier).document(first.document_id)
    kind = kind_words(document)
    claimed = event.status == CLAIMED or is_interested(document)
    speaker = markup("b", first.speaker or NOT_NAMED)
    title = f", {title_of(document, first.document_id)} ({kind})"
    return markup(
        "figure",
        *(_passage(dossier, each, told) for each in excerpts),
        markup("figcaption", "Claimed by " if claimed else None, speaker, title),
    )


def _passage(dossier: Dossier, excerpt: Excerpt, told: set[str]) -> Markup:
    """The words, their receipt and note; numbered for the script where they stand first."""
    number = dossier.position("excerpts", excerpt.excerpt_id)
    first = excerpt.excerpt_id not in told
    told.add(excerpt.excerpt_id)
    words = markup("q", excerpt.exact, data_x=str(number) if first else None)
    note = markup("small", excerpt.note) if excerpt.note else ""
    sign = markup("i", receipt(dossier, excerpt))
    return markup("blockquote", joined([words, sign, Markup(note)]))


def _contradicted(dossier: Dossier, event: Event) -> Markup | None:
    """The topics on which others contradict the event's passages."""
    rows = [
        row for row in linked(dossier).comparisons_of(event.event_id) if row.relation == CONTRADICT
    ]
    if not rows:
        return None
    links = [markup("a", row.topic, href=address("topic", row.comparison_id)) for row in rows]
    return markup("p", "Contradicted: ", joined(links, "; "), class_="basis")
