"""The steps of a briefing as the screen reads them: whole, so that moving on asks nobody."""

from __future__ import annotations

from components.briefing.choice import Choice
from components.briefing.files import OFFERED
from dossier.checking.at_hand import current_documents
from dossier.dates.words import date_words
from dossier.kept import kept_with_dossier
from dossier.model import BriefingStep, Dossier
from dossier.views.briefing_step import Data, mark_data, step_data
from dossier.views.briefings import briefing_label, briefings
from dossier.views.marks import all_marks, theme_colors

MOST_OFFERED = 1000


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


def start_data(dossier: Dossier) -> Data:
    """The briefings to choose from."""
    found = briefings(dossier).items()
    cards = [_card(dossier, name, steps) for name, steps in found]
    return {"view": "start", "briefings": cards, "files": OFFERED}


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
    return {"view": "make", "events": events, "files": OFFERED}
