"""The briefings of a dossier: their steps in order, and how each is called."""

from __future__ import annotations

import re

from dossier.kept import kept_with_dossier
from dossier.model import BriefingStep, Dossier

NUMBERS = tuple(
    re.findall(r"\w+", "no one two three four five six seven eight nine ten eleven twelve")
)
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"[-_.~]+")


@kept_with_dossier
def briefings(dossier: Dossier) -> dict[str, tuple[BriefingStep, ...]]:
    """The steps of every briefing by its name, in order of position."""
    found: dict[str, list[BriefingStep]] = {}
    for at in range(len(dossier.briefings)):
        step = dossier.row("briefings", at)
        found.setdefault(step.briefing, []).append(step)
    return {
        name: tuple(sorted(steps, key=lambda step: step.position)) for name, steps in found.items()
    }


def briefing_label(name: str, count: int) -> str:
    """A briefing's title, from its name: "plan" of ten steps is "The plan in ten steps"."""
    words = _GAP.sub(" ", name).strip() or name
    title = f"The {words}" if _WORD.fullmatch(words) else words[:1].upper() + words[1:]
    return in_steps(title, count)


def in_steps(title: str, count: int) -> str:
    """A title with the number of steps after it."""
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{title} in {number} step{'' if count == 1 else 's'}"
