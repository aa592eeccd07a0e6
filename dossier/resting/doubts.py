"""Doubts: what must be said beside a sentence whose number the figures no longer have.

Prose is typed once and figures are corrected later. A sentence rests on the figures of the
passages that it is about; where such a figure differs from its passage, a sentence that still
prints the passage's number, or what a sum gave with it, is said to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.model import BriefingStep, Check, Comparison, Dossier, Event, Figure, Row
from dossier.resting.differing import Differing, differing_figures, differing_in, figures_in, is_of
from dossier.resting.printed import Printed, printed_numbers
from dossier.sums.figure_words import figure_words
from dossier.sums.formula import FormulaError, evaluate_formula, parse_formula, shown_number

COLUMNS = {
    "events": ("title", "summary", "date_note"),
    "figures": ("label", "note"),
    "checks": ("statement", "note"),
    "comparisons": ("topic", "note"),
    "briefings": ("heading", "speaker_notes"),
}
_DECIMALS = re.compile(r"\.(\d+)")
LEAST = 3  # results of sums below are too common to be told from other numbers


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that prints a number which the figures no longer have, and why, in a sentence."""

    table: str
    row_id: str
    column: str
    text: str
    words: str
    event_id: str = ""


def event_doubts(dossier: Dossier, event: Event) -> list[Doubt]:
    """What to say of an event's title, summary and the note on its date."""
    excerpts = [each.excerpt_id for each in dossier.excerpts_of(event.event_id)]
    checks = dossier.checks_of(event.event_id)
    return _doubts(dossier, "events", event, event.event_id, excerpts, checks, event.event_id)


def figure_doubts(dossier: Dossier, figure: Figure) -> list[Doubt]:
    """What to say of a figure: that its passage prints another number, and so do its own words."""
    excerpt = dossier.excerpt(figure.excerpt_id)
    event_id = next(iter(excerpt.event_ids), "") if excerpt else ""
    own = [each for each in differing_in(dossier, figure.excerpt_id) if each.figure == figure]
    value = figure_words(figure)
    said = [
        Doubt("figures", figure.figure_id, "value", value, each.words, event_id) for each in own
    ]
    excerpts = [figure.excerpt_id]
    return said + _doubts(dossier, "figures", figure, figure.figure_id, excerpts, (), event_id)


def check_doubts(dossier: Dossier, check: Check) -> list[Doubt]:
    """What to say of the statement of a check and the note on it."""
    excerpt = dossier.excerpt(check.excerpt_id)
    event_id = next(iter(excerpt.event_ids), "") if excerpt else ""
    excerpts = [check.excerpt_id] if excerpt else []
    return _doubts(dossier, "checks", check, check.check_id, excerpts, (check,), event_id)


def comparison_doubts(dossier: Dossier, comparison: Comparison) -> list[Doubt]:
    """What to say of the topic of a comparison and the note on it."""
    found = (dossier.excerpt(each) for each in comparison.excerpt_ids)
    events = [event_id for each in found if each for event_id in each.event_ids]
    row_id = comparison.comparison_id
    event_id = events[0] if events else ""
    return _doubts(dossier, "comparisons", comparison, row_id, comparison.excerpt_ids, (), event_id)


def step_doubts(dossier: Dossier, step: BriefingStep) -> list[Doubt]:
    """What to say of the heading and the notes of a briefing's step."""
    excerpts = [each.excerpt_id for each in dossier.excerpts_of(step.event_id)]
    checks = dossier.checks_of(step.event_id) if step.event_id else ()
    row_id = f"{step.briefing}/{step.position}"
    return _doubts(dossier, "briefings", step, row_id, excerpts, checks, step.event_id)


def all_doubts(dossier: Dossier) -> Iterator[Doubt]:
    """Every doubt about a sentence, table by table; figures that differ are not sentences."""
    if not differing_figures(dossier):
        return
    for event in dossier.each("events"):
        yield from event_doubts(dossier, event)
    for figure in dossier.each("figures"):
        yield from (each for each in figure_doubts(dossier, figure) if each.column != "value")
    for check in dossier.each("checks"):
        yield from check_doubts(dossier, check)
    for comparison in dossier.each("comparisons"):
        yield from comparison_doubts(dossier, comparison)
    for step in dossier.each("briefings"):
        yield from step_doubts(dossier, step)


def doubt_words(doubts: Iterable[Doubt]) -> list[str]:
    """The sentences to show, each once."""
    return list(dict.fromkeys(each.words for each in doubts))


def _doubts(
    dossier: Dossier,
    table: str,
    row: Row,
    row_id: str,
    excerpts: Sequence[str],
    checks: Sequence[Check],
    event_id: str,
) -> list[Doubt]:
    formulas = {check.check_id: _figures(dossier, check) for check in checks}
    named = [figure.excerpt_id for figures in formulas.values() for figure in figures]
    differing = [
        each
        for excerpt_id in dict.fromkeys([*excerpts, *named])
        for each in differing_in(dossier, excerpt_id)
    ]
    if not differing:
        return []
    borne = {each.value for each in figures_in(dossier, excerpts)}
    results = [each for check in checks for each in _results(dossier, check, differing)]
    return [
        Doubt(table, row_id, column, text, words, event_id)
        for column in COLUMNS[table]
        for text in [str(getattr(row, column))]
        for words in dict.fromkeys(
            said
            for printed in printed_numbers(text)
            for said in (*_figure_words(printed, differing), *_sum_words(printed, results, borne))
        )
    ]


def _figure_words(printed: Printed, differing: Iterable[Differing]) -> Iterator[str]:
    """Say that a number is the passage's and no longer the figure's."""
    for each in differing:
        other = each.figure.value not in printed.values
        if (
            other
            and is_of(printed, each.figure)
            and any(not set(printed.values).isdisjoint(one.values) for one in each.printed)
        ):
            yield (
                f"This says {printed.text}, as the passage does; the figure "
                f"“{each.figure.label or each.figure.figure_id}” says {figure_words(each.figure)}."
            )


@dataclass(frozen=True, slots=True)
class _Result:
    """What a sum gave with a number of the passage, and what it gives now."""

    statement: str
    before: float
    now: float


def _sum_words(
    printed: Printed, results: Iterable[_Result], borne: set[float | None]
) -> Iterator[str]:
    """Say that a number is what a sum gave before a figure in it was changed."""
    if printed.is_date or not printed.text[:1].isdecimal() or borne & set(printed.values):
        return
    decimals = _DECIMALS.search(printed.text)
    places = len(decimals[1]) if decimals else 0
    for each in results:
        value = printed.values[-1]
        if _same(value, each.before, places) and not _same(value, each.now, places):
            yield (
                f"This says {printed.text}, which the sum “{each.statement}” gave with the "
                f"passage's number; with the figures as they are it gives {shown_number(each.now)}."
            )


def _same(value: float, result: float, places: int) -> bool:
    return abs(result) >= LEAST and abs(value - abs(result)) <= 0.5 * 10.0**-places + 1e-9


def _figures(dossier: Dossier, check: Check) -> list[Figure]:
    try:
        names = parse_formula(check.formula).figures if check.formula.strip() else ()
    except FormulaError:
        return []
    return [figure for each in names if (figure := dossier.figure(each)) is not None]


def _results(dossier: Dossier, check: Check, differing: Iterable[Differing]) -> Iterator[_Result]:
    """What a check gives with each number that a passage prints in place of a figure's."""
    figures = _figures(dossier, check)
    now = {each.figure_id: each.value for each in figures if each.value is not None}
    if not figures or len(now) < len(figures):
        return
    try:
        formula = parse_formula(check.formula)
        result = evaluate_formula(formula, now)
        for each in differing:
            if each.figure.figure_id in now:
                for value in {value for one in each.printed for value in one.values}:
                    before = evaluate_formula(formula, {**now, each.figure.figure_id: value})
                    yield _Result(check.statement, before, result)
    except FormulaError:
        return
