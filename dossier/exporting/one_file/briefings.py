"""Briefings: ordered walks through events, as text for a reader and as steps for the stage."""

from __future__ import annotations

from typing import Any

from dossier.exporting.linked import linked
from dossier.exporting.one_file.pieces import address, doubt_line, event_links, place, screen
from dossier.markup import Markup, markup
from dossier.model import BriefingStep, Dossier
from dossier.resting.doubts import step_doubts
from dossier.views.briefing_step import step_data
from dossier.views.briefings import briefing_label, briefings
from dossier.views.telling import telling

Data = dict[str, Any]
WORDS = (
    "The dossier step by step, for a room. Arrow keys or a clicker move, O shows all steps, N the "
    "notes, B blanks, F fills the screen, Esc leaves."
)


def briefing_screen(dossier: Dossier) -> Markup | None:
    """The briefings as ordered walks through events; None where there are none."""
    found = briefings(dossier)
    if not found:
        return None
    parts = [_briefing(dossier, name, steps) for name, steps in found.items()]
    return screen("briefing", "Briefing", WORDS, *parts)


def _briefing(dossier: Dossier, name: str, steps: tuple[BriefingStep, ...]) -> Markup:
    items = [_step(dossier, name, step, at) for at, step in enumerate(steps, 1)]
    start = markup("a", "Start", href=address("briefing", name), class_="present")
    return markup(
        "section",
        markup("h3", briefing_label(name, len(steps)), id=place("briefing", name), tabindex="-1"),
        start,
        markup("ol", *items),
        class_="briefing",
    )


def _step(dossier: Dossier, name: str, step: BriefingStep, at: int) -> Markup:
    event = linked(dossier).event(step.event_id)
    heading = step.heading or (event.title if event else step.event_id)
    here = f"{address('briefing', name)}&step={at}"
    return markup(
        "li",
        markup("h4", markup("a", heading, href=here)),
        event_links([event]) if event else None,
        markup("p", step.speaker_notes) if step.speaker_notes else None,
        doubt_line(step_doubts(dossier, step)),
        id=f"{place('briefing', name)}&step={at}",
    )


def briefings_data(dossier: Dossier, passages: dict[str, int]) -> dict[str, Data]:
    """The steps of every briefing as the app's screen has them, with passages by their places."""
    return {
        name: {
            "label": briefing_label(name, len(steps)),
            "steps": [_step_data(dossier, step, passages) for step in steps],
        }
        for name, steps in briefings(dossier).items()
    }


def _step_data(dossier: Dossier, step: BriefingStep, passages: dict[str, int]) -> Data:
    data = step_data(dossier, step)
    event = dossier.event(step.event_id) if step.event_id else None
    if event is None:
        return data
    shown = telling(dossier, event, step.heading)
    data["passages"] = [passages[each.excerpt_id] for each in shown.passages]
    if data["other"]:
        data["other"]["voices"] = [passages[each.excerpt_id] for each in shown.voices]
    return data
