"""What the handout's template is given: plain text, numbers from 0 to 1, and colours."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dossier.exporting.briefing.colors import (
    lane,
)
from dossier.exporting.briefing.lines import one_line
from dossier.exporting.briefing.strip import strip_data
from dossier.exporting.briefing.told import (
    Asked,
    Told,
    citation_source,
    full_document_words,
    told_steps,
)
from dossier.model import BriefingStep, Dossier, Event, Excerpt
from dossier.views.event_view import basis_line, status_words
from dossier.views.passage import passage_data
from dossier.views.telling import Telling, telling

Data = dict[str, Any]


def handout_data(dossier: Dossier, asked: Asked) -> Data:
    """Give a briefing for the template: every passage of each event, and all sources."""
    told = told_steps(dossier, asked)
    events = [dossier.event(each.event_id) if each.event_id else None for each in asked.steps]
    steps = [_step(dossier, *pair) for pair in zip(asked.steps, told, strict=True)]
    return {
        "paper": asked.paper,
        "language": dossier.about.language[:2] or "en",
        "title": one_line(asked.label),
        "dossier": one_line(dossier.about.title),
        "description": one_line(dossier.about.description),
        "strip": strip_data(events),
        "steps": steps,
        "sources": _sources(dossier, steps),
    }


def _step(dossier: Dossier, step: BriefingStep, told: Told) -> Data:
    event = dossier.event(step.event_id) if step.event_id else None
    own = dossier.excerpts_of(event.event_id) if event else ()
    shown = telling(dossier, event, step.heading) if event else Telling()
    voices = _voices(dossier, shown, own)
    return {
        "number": told.number,
        "heading": told.heading,
        "when": told.when,
        "color": f"#{lane(told.color)}",
        "link": told.link,
        "basis": one_line(basis_line(event)) if event else "",
        "status": _status(event),
        "summary": one_line(event.summary) if event else "",
        "passages": [_passage(dossier, each) for each in own],
        "figures": [asdict(each) for each in told.numbers],
        "sums": list(told.sums),
        "topic": told.topic if voices else "",
        "relation": told.relation,
        "voices": [_passage(dossier, each) for each in voices],
        "documents": list(dict.fromkeys(each.document_id for each in (*own, *voices))),
    }


def _status(event: Event | None) -> str:
    return one_line(f"Status {status_words(event.status)}") if event and event.status else ""


def _voices(dossier: Dossier, shown: Telling, own: tuple[Excerpt, ...]) -> list[Excerpt]:
    """Give all voices of the comparison that aren't among the event's own passages."""
    if shown.comparison is None:
        return []
    mine = {each.excerpt_id for each in own}
    ids = (each for each in shown.comparison.excerpt_ids if each not in mine)
    return [found for each in ids if (found := dossier.excerpt(each)) is not None]


def _passage(dossier: Dossier, excerpt: Excerpt) -> Data:
    data = passage_data(dossier, excerpt)
    place = data["receiptTitle"]
    receipt = f"{data['receiptWords']}. {place}" if place else data["receiptWords"]
    return {
        "exact": one_line(excerpt.exact),
        "speaker": one_line(data["speaker"]),
        "source": citation_source(dossier, excerpt),
        "receipt": one_line(receipt),
    }


def _sources(dossier: Dossier, steps: list[Data]) -> list[str]:
    ids = dict.fromkeys(each for step in steps for each in step["documents"])
    return [full_document_words(found) for each in ids if (found := dossier.document(each))]
