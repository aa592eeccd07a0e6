"""The dossier as a text to read, in Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.dates.words import basis_words, date_words
from dossier.exporting.exported import LossLog
from dossier.exporting.linked import linked
from dossier.exporting.voices import attribution, excerpt_attribution, figure_attribution
from dossier.knowing.said import HINDSIGHT, dossier_words, known_words
from dossier.model import Comparison, Document, Dossier, Event, Excerpt
from dossier.sums.figure_words import figure_words

# Signs that mean something anywhere in a line, and ":" where it would begin an icon's name.
_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$]|:(?=[A-Za-z])|!(?=\[)")
_FIRST = re.compile(r"^([-+=]|\d{1,9}[.)])")


def export_markdown(part: Dossier, log: LossLog) -> bytes:
    """Write the events in order, each with its words and voices, then the documents."""
    log.leave_tables(part, ("events", "excerpts", "figures", "comparisons", "documents", "themes"))
    if len(part.excerpts):
        log.add("excerpts.csv", "positions, words before and after, and notes are left out")
    return ("\n\n".join(_blocks(part)) + "\n").encode("utf-8", "replace")


def _blocks(part: Dossier) -> Iterator[str]:
    yield f"# {plain(part.about.title)}"
    if part.about.description:
        yield plain(part.about.description)
    if known := dossier_words(part):
        yield plain(f"{known}. {HINDSIGHT}")
    yield "## Events"
    for event in part.each("events"):
        yield from _event(part, event)
    if len(part.comparisons):
        yield "## Where the voices meet"
    for comparison in part.each("comparisons"):
        yield from _comparison(part, comparison)
    documents = list(part.each("documents"))
    if documents:
        yield "## Documents"
        yield "\n".join(f"- {_document(part, each)}" for each in documents)


def _event(part: Dossier, event: Event) -> Iterator[str]:
    yield f"### {plain(f'{date_words(event.date)}: {event.title}')}"
    if event.summary.strip():
        yield plain(event.summary)
    yield f"*{plain(attribution(part, event))}.*"
    for excerpt in linked(part).excerpts_of(event.event_id):
        yield _quotation(part, excerpt)
    points = list(_points(part, event))
    if points:
        yield "\n".join(f"- {point}" for point in points)


def _points(part: Dossier, event: Event) -> Iterator[str]:
    basis = f"Date {basis_words(event.date_basis)}." if event.date_basis else ""
    if why := " ".join(filter(None, (basis, event.date_note))):
        yield plain(why)
    if known := known_words(part, "events", event.event_id):
        yield plain(known)
    kinds = (part.theme_label(event.theme), event.status, "; ".join(event.actors))
    if said := " · ".join(filter(None, kinds)):
        yield plain(said)
    for figure in linked(part).figures_of(event.event_id):
        period = f" ({date_words(figure.period)})" if figure.period else ""
        who = figure_attribution(part, figure)
        yield plain(f"Figure: {figure_words(figure)}, {figure.label}{period}. {who}")
    for comparison in linked(part).comparisons_of(event.event_id):
        yield plain(f"Compare: {comparison.topic} ({comparison.relation})")


def _comparison(part: Dossier, comparison: Comparison) -> Iterator[str]:
    yield f"### {plain(f'{comparison.topic}: {comparison.relation}')}"
    for excerpt_id in comparison.excerpt_ids:
        excerpt = linked(part).excerpt(excerpt_id)
        if excerpt is not None:
            yield _quotation(part, excerpt)
    if comparison.note.strip():
        yield plain(comparison.note)


def _quotation(part: Dossier, excerpt: Excerpt) -> str:
    return f"> “{plain(excerpt.exact)}”\n>\n> {plain(excerpt_attribution(part, excerpt))}"


def _document(part: Dossier, document: Document) -> str:
    date = f", {date_words(document.published)}" if document.published else ""
    who = ", ".join(filter(None, (document.publisher, document.kind)))
    interest = f" {document.interest}" if document.interest else ""
    address = f" {document.url}" if document.url else ""
    known = known_words(part, "documents", document.document_id)
    said = f" {known}." if known else ""
    title = document.title or document.document_id
    return plain(f"{title} ({who}{date}).{said}{interest}{address}")


def plain(text: str) -> str:
    """Write text so that Markdown shows it as typed, in one line."""
    line = " ".join(text.split())
    return _FIRST.sub(_escaped_last, _SIGNS.sub(lambda found: f"\\{found[0]}", line))


def _escaped_last(found: re.Match[str]) -> str:
    return f"{found[1][:-1]}\\{found[1][-1]}"
