"""Told: a briefing as plain text and numbers, ready to be set as slides or as a handout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dossier.dates.words import date_words
from dossier.diffing.since import version_mark
from dossier.exporting.briefing.counts import Counts, step_counts
from dossier.exporting.briefing.lines import one_line
from dossier.exporting.voices import document_words, excerpt_attribution
from dossier.model import BriefingStep, Document, Dossier, Event, Excerpt
from dossier.views.briefing_step import step_data
from dossier.views.document_words import published_words
from dossier.views.passage import passage_data
from dossier.views.telling import Telling, telling


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file is asked to hold: the steps of a briefing, and how they are called.

    `name` is that of a briefing of the dossier, "" where a reader made it; `base` is the address
    that links begin with, "" to give only paths; `paper` is "a4" or "us-letter".
    """

    label: str
    steps: tuple[BriefingStep, ...]
    name: str = ""
    base: str = ""
    paper: str = "a4"

    def link(self, path: str) -> str:
        """Give the address of a place in the app: "/?event=…", after the base where one is."""
        return f"{self.base.rstrip('/')}{path}"


@dataclass(frozen=True, slots=True)
class Said:
    """Exact words, who says them, in which document of which kind, and how that was checked."""

    exact: str
    speaker: str
    document: str
    kind: str
    receipt: str

    @property
    def source(self) -> str:
        """The document with its kind, then the receipt."""
        return f"{self.document} ({self.kind}) · {self.receipt}"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in words, with what it counts and when."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """One step in one line of text each; what it hasn't is empty or None."""

    number: int
    heading: str
    when: str = ""
    tags: str = ""
    color: int = 0
    link: str = ""
    summary: str = ""
    notes: str = ""
    said: tuple[Said, ...] = ()
    topic: str = ""
    relation: str = ""
    voices: tuple[Said, ...] = ()
    numbers: tuple[Number, ...] = ()
    counts: Counts | None = None
    sums: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def told_steps(dossier: Dossier, asked: Asked) -> list[Told]:
    """Give every step of a briefing in order."""
    return [_told(dossier, asked, step, at) for at, step in enumerate(asked.steps, 1)]


def event_place(dossier: Dossier, event: Event) -> str:
    """Give the place of an event in the app, with the mark of the version that is told."""
    return f"/?event={quote(event.event_id, safe='')}&v={version_mark(dossier)}"


def _told(dossier: Dossier, asked: Asked, step: BriefingStep, number: int) -> Told:
    data = step_data(dossier, step)
    event = dossier.event(step.event_id) if step.event_id else None
    shown = telling(dossier, event, step.heading) if event else Telling()
    other = data["other"] or {}
    excerpts = (*shown.passages, *shown.voices)
    return Told(
        number,
        one_line(data["heading"]) or f"Step {number}",
        one_line(data["when"]),
        one_line(" · ".join(data["tags"])),
        data.get("color", 0),
        asked.link(event_place(dossier, event)) if event else "",
        one_line(data.get("summary", "")),
        one_line(" ".join([data["notes"], *data["doubts"]])),
        tuple(_said(each) for each in data["passages"]),
        one_line(other.get("topic", "")),
        one_line(other.get("relation", "")),
        tuple(_said(each) for each in other.get("voices", ())),
        tuple(_number(each) for each in data["figures"]),
        step_counts(dossier, shown.figures),
        tuple(_sum(each) for each in data["sums"]),
        tuple(citation(dossier, each) for each in excerpts),
        source_ids(excerpts),
    )


def _said(passage: dict[str, Any]) -> Said:
    exact, speaker, document, kind, receipt = (
        one_line(str(passage[name]))
        for name in ("exact", "speaker", "document", "kind", "receiptWords")
    )
    return Said(exact, speaker, document.rstrip(" ,") or document, kind, receipt)


def _number(figure: dict[str, Any]) -> Number:
    label = figure["label"] if figure["label"] != figure["value"] else ""
    period = "" if figure["period"] in label else figure["period"]
    return Number(one_line(figure["value"]), one_line(", ".join(filter(None, (label, period)))))


def _sum(result: dict[str, Any]) -> str:
    """Give a sum with how it comes out, its arithmetic and why."""
    said = f"{result['statement'].rstrip('.')}: {result['verdict'].lower()}."
    numbers = f"{result['numbers']}." if result["numbers"] else ""
    return one_line(" ".join(filter(None, (said, numbers, result["reason"]))))


def citation(dossier: Dossier, excerpt: Excerpt) -> str:
    """Give exact words, who says them, where, when that was published and how it was checked."""
    document = dossier.document(excerpt.document_id)
    when = f" {published_words(document)}." if document else ""
    receipt = passage_data(dossier, excerpt)["receiptWords"]
    said = f"“{excerpt.exact}” {excerpt_attribution(dossier, excerpt)}.{when} Receipt: {receipt}."
    return one_line(said)


def citation_source(dossier: Dossier, excerpt: Excerpt) -> str:
    """Name the document of an excerpt with publisher, kind and when it came out."""
    document = dossier.document(excerpt.document_id)
    words = document_words(document, excerpt.document_id)
    return one_line(f"in {words}. {published_words(document)}" if document else f"in {words}")


def source_ids(excerpts: Iterable[Excerpt]) -> tuple[str, ...]:
    """Give the ids of the documents that excerpts are from, each once."""
    return tuple(dict.fromkeys(each.document_id for each in excerpts))


def title_and_date(dossier: Dossier, document_id: str) -> str:
    """Name a document by its title, and when it came out in words."""
    document = dossier.document(document_id)
    if document is None:
        return one_line(document_id)
    when = date_words(document.published) if document.published else "no date known"
    return one_line(f"{document.title.rstrip(' ,') or document_id}, {when}")


def documents_of(dossier: Dossier, steps: Iterable[Told]) -> list[Document]:
    """Give the documents that steps rest on, each once, in the order in which they are met."""
    ids = dict.fromkeys(each for step in steps for each in step.documents)
    return [found for each in ids if (found := dossier.document(each)) is not None]


def full_document_words(document: Document) -> str:
    """Name a document with publisher, kind, date in words and whose interest it serves."""
    pieces = [document_words(document), published_words(document), document.interest, document.url]
    return one_line(". ".join(piece.rstrip(".") for piece in pieces if piece))
