"""The steps of a briefing as the screen reads them: whole, so that moving on asks nobody."""

from __future__ import annotations

from typing import Any

from components.briefing.choice import Choice, briefing_label, briefings
from components.briefing.telling import Telling, telling
from dossier.checking.at_hand import current_documents
from dossier.dates.words import date_words
from dossier.kept import kept_with_dossier
from dossier.model import BriefingStep, Dossier, Event, Figure
from dossier.sums.figure_words import figure_words
from dossier.views.marks import all_marks, bounds, theme_colors
from dossier.views.passage import passage_data

Data = dict[str, Any]

MOST_OFFERED = 1000
STATUS = {"announced": "announced", "claimed": "claimed", "ongoing": "ongoing then"}
BASIS = {"derived": "date derived", "inferred": "date inferred"}
RELATIONS = {"agree": "agree", "contradict": "contradict"}


def steps_data(dossier: Dossier, choice: Choice) -> Data:
    """A whole briefing; it is the same at every step, so that it is sent only once."""
    return {
        "view": "notes" if choice.notes else "steps",
        "briefing": choice.briefing,
        "label": choice.label,
        "made": choice.made,
        "steps": _all_steps(dossier, choice),
    }


def _all_steps(dossier: Dossier, choice: Choice) -> list[Data]:
    """The steps, kept for a briefing of the dossier as long as the same documents are at hand."""
    if choice.made:
        return [step_data(dossier, step) for step in choice.steps]
    documents = current_documents() or None
    kept = _kept_steps(dossier)
    found = kept.get(choice.briefing)
    if found is None or found[0] is not documents:
        steps = [step_data(dossier, step) for step in choice.steps]
        found = kept[choice.briefing] = (documents, steps)
    return found[1]


@kept_with_dossier
def _kept_steps(dossier: Dossier) -> dict[str, tuple[object, list[Data]]]:
    return {}


def step_data(dossier: Dossier, step: BriefingStep) -> Data:
    """One step: its heading and notes, and of its event what `telling` chose."""
    event = dossier.event(step.event_id) if step.event_id else None
    words = {"heading": step.heading, "notes": step.speaker_notes, "event": ""}
    if event is None:
        return {**words, "when": "", "tags": [], "passages": [], "figures": [], "other": None}
    shown = telling(dossier, event, step.heading)
    return {
        **words,
        "event": event.event_id,
        "heading": step.heading or event.title,
        "when": date_words(event.date),
        "tags": tags_of(event),
        "color": theme_colors(dossier).get(event.theme, 0),
        "theme": dossier.theme_label(event.theme),
        "summary": "" if shown.passages else event.summary,
        "passages": [passage_data(dossier, each) for each in shown.passages],
        "figures": [figure_data(each) for each in shown.figures],
        "other": other_data(dossier, shown),
        "mark": mark_data(event),
    }


def tags_of(event: Event) -> list[str]:
    """What a date and a title alone would overstate: how it is dated, and whether it happened."""
    return [words for words in (STATUS.get(event.status), BASIS.get(event.date_basis)) if words]


def figure_data(figure: Figure) -> Data:
    """A figure in words, with what it counts and when."""
    period = date_words(figure.period) if figure.period else ""
    return {"value": figure_words(figure), "label": figure.label, "period": period}


def other_data(dossier: Dossier, shown: Telling) -> Data | None:
    """The other side: on which topic, how the voices relate, and their words."""
    if shown.comparison is None:
        return None
    return {
        "topic": shown.comparison.topic,
        "relation": shown.comparison.relation,
        "relationClass": RELATIONS.get(shown.comparison.relation, "differ"),
        "voices": [passage_data(dossier, each) for each in shown.voices],
    }


def mark_data(event: Event) -> Data:
    """The event's mark on the strip, as honest as on the timeline."""
    return {
        **bounds(event.date),
        "basis": event.date_basis or "stated",
        "rank": event.importance,
        "status": event.status,
    }


def start_data(dossier: Dossier) -> Data:
    """The briefings to choose from."""
    found = briefings(dossier).items()
    return {"view": "start", "briefings": [_card(dossier, name, steps) for name, steps in found]}


def _card(dossier: Dossier, name: str, steps: tuple[BriefingStep, ...]) -> Data:
    rows = []
    for step in steps:
        event = dossier.event(step.event_id) if step.event_id else None
        rows.append(
            {
                "heading": step.heading or (event.title if event else ""),
                "when": date_words(event.date) if event else "",
                "color": theme_colors(dossier).get(event.theme, 0) if event else 0,
                "mark": mark_data(event) if event else None,
            }
        )
    return {"id": name, "label": briefing_label(name, len(steps)), "steps": rows}


def make_data(dossier: Dossier) -> Data:
    """The events that a briefing can be made of; of very many the most important."""
    marks, themes = all_marks(dossier), dossier.events["theme"]
    colors = theme_colors(dossier)
    order = list(range(len(marks)))
    if len(marks) > MOST_OFFERED:
        ranks = dossier.events["importance"].to_numpy()
        order = sorted(sorted(order, key=lambda at: -ranks[at])[:MOST_OFFERED])
    events = [
        {
            "id": marks[at]["id"],
            "when": marks[at]["when"],
            "title": marks[at]["title"],
            "color": colors.get(str(themes.iat[at]), 0),
        }
        for at in order
    ]
    return {"view": "make", "events": events}
