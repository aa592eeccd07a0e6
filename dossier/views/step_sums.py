"""The sums of a step: those that its own figures enter, or whose claim its passages make."""

from __future__ import annotations

from typing import Any

from dossier.model import Check, Dossier, Excerpt
from dossier.sums.verdicts import SumResult, Verdict, run_check
from dossier.views.event_view import VERDICTS
from dossier.views.telling import Telling, topic_words

MOST_SUMS = 2
SHARED = 2  # the fewest words that a sum shares with the step, where it enters none of its figures
SIGNS: dict[Verdict, str] = {"adds up": "✓", "about": "≈", "does not": "≠", "cannot tell": "?"}
NAMES: dict[Verdict, str] = {
    "adds up": "Adds up",
    "about": "About",
    "does not": "Does not add up",
    "cannot tell": "Cannot tell",
}


def step_sums(dossier: Dossier, shown: Telling, topic: frozenset[str]) -> list[SumResult]:
    """Give the sums that say most of a step's figures; more than one only where they tie.

    `topic` are the words that the step is about. A step that shows no figure has no sum.
    """
    if not shown.figures:
        return []
    figures = {each.figure_id for each in shown.figures}
    excerpts = {each.excerpt_id for each in (*shown.passages, *shown.voices)}
    weighed: list[tuple[tuple[int, int], SumResult]] = []
    for check in _near(dossier, (*shown.passages, *shown.voices)):
        result = run_check(dossier, check.check_id)
        entering = len(figures & set(result.figures))
        shared = len(topic & topic_words(check.statement))
        if entering or (check.excerpt_id in excerpts and shared >= SHARED):
            weighed.append(((entering, shared), result))
    most = max((weight for weight, _ in weighed), default=None)
    return [result for weight, result in weighed if weight == most][:MOST_SUMS]


def sum_data(result: SumResult) -> dict[str, Any]:
    """A sum in words: what it is about, how it comes out, its arithmetic and why."""
    return {
        "statement": result.check.statement if result.check else "",
        "sign": SIGNS[result.verdict],
        "verdict": NAMES[result.verdict],
        "verdictClass": VERDICTS.get(result.verdict, "open"),
        "numbers": result.formula_numbers,
        "reason": _brief(result),
    }


def _brief(result: SumResult) -> str:
    """Give the reason without what the arithmetic shows already: how sure its numbers are."""
    return result.reason if result.result is None else result.reason.partition(" “")[0]


def _near(dossier: Dossier, excerpts: tuple[Excerpt, ...]) -> list[Check]:
    """Give the checks of all events that the passages speak of, each once."""
    events = dict.fromkeys(event for each in excerpts for event in each.event_ids)
    checks = (check for event in events for check in dossier.checks_of(event))
    return list({check.check_id: check for check in checks}.values())
