"""What the Briefing screen is asked to show, as its address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dossier.model import BriefingStep, Dossier
from dossier.views.briefings import briefing_label, briefings, in_steps

NAMES = ("briefing", "step", "make", "notes")
LONGEST = 200
LONGEST_PICK = 800
MOST_STEPS = 100
BETWEEN = "|"
NO_BRIEFING = "The address names a briefing that is not in this dossier. Choose one below."
NO_STEP = "The address names a step that this briefing does not have. It opens at its first step."
NO_EVENT = "The address names an event that is not in this dossier. Its step was left out."
TOO_LONG = f"This briefing has more than {MOST_STEPS} steps. The first {MOST_STEPS} are shown."


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices of a reader; `said` are notices on what could not be given.

    `steps` are those of the chosen briefing, or those that the address itself holds (`made`);
    without any the screen offers the briefings. `making` asks for the form that makes one, and
    `notes` for the presenter's window.
    """

    briefing: str = ""
    label: str = ""
    steps: tuple[BriefingStep, ...] = ()
    made: bool = False
    making: bool = False
    notes: bool = False
    said: tuple[str, ...] = ()


def read_choice(dossier: Dossier, params: Mapping[str, list[str]]) -> Choice:
    """Read the parameters of the address; what is unknown falls back, and is said."""
    asked = _one(params, "briefing")[:LONGEST]
    picks = params.get("pick", [])
    notes, making = _one(params, "notes") == "1", _one(params, "make") == "1"
    if asked:
        choice = _declared(dossier, asked)
    elif picks:
        choice = _made(dossier, picks)
    else:
        choice = Choice()
    choice = replace(choice, notes=notes, making=making and not asked)
    step = _one(params, "step")
    if step and choice.steps and not making and not _is_step(step, len(choice.steps)):
        return replace(choice, said=(*choice.said, NO_STEP))
    return choice


def address_changes(asked: dict[Any, Any]) -> dict[str, str | list[str]]:
    """The parameters of this screen among what a browser sent; anything else is dropped."""
    changes: dict[str, str | list[str]] = {
        name: value[:LONGEST] for name in NAMES if isinstance(value := asked.get(name), str)
    }
    picks = asked.get("pick")
    if isinstance(picks, list):
        texts = [pick[:LONGEST_PICK] for pick in picks if isinstance(pick, str)]
        changes["pick"] = texts[:MOST_STEPS]
    return changes


def _declared(dossier: Dossier, name: str) -> Choice:
    steps = briefings(dossier).get(name)
    if steps is None:
        return Choice(said=(NO_BRIEFING,))
    said = (TOO_LONG,) if len(steps) > MOST_STEPS else ()
    return Choice(name, briefing_label(name, len(steps)), steps[:MOST_STEPS], said=said)


def _made(dossier: Dossier, picks: list[str]) -> Choice:
    """Read the steps that the address holds: an event, and its heading and notes if any."""
    steps: list[BriefingStep] = []
    for pick in picks[:MOST_STEPS]:
        event_id, heading, notes = (*pick[:LONGEST_PICK].split(BETWEEN, 2), "", "")[:3]
        event = dossier.event(event_id)
        if event is not None:
            heading = heading.strip() or event.title
            steps.append(BriefingStep("", len(steps) + 1, event_id, heading, notes.strip()))
    said: tuple[str, ...] = (NO_EVENT,) if len(steps) < len(picks[:MOST_STEPS]) else ()
    said += (TOO_LONG,) if len(picks) > MOST_STEPS else ()
    return Choice("", in_steps("Your own briefing", len(steps)), tuple(steps), True, said=said)


def _is_step(text: str, count: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= count


def _one(params: Mapping[str, list[str]], name: str) -> str:
    return (params.get(name) or [""])[-1]
