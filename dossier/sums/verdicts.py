"""Sums: the arithmetic behind a claim, run over the figures, with a verdict and its reason."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.model import Check, Dossier, Figure
from dossier.sums.figure_words import BEFORE
from dossier.sums.formula import (
    Formula,
    FormulaError,
    evaluate_formula,
    formula_figures,
    formula_quotients,
    parse_formula,
    shown_formula,
    shown_number,
)

__all__ = [
    "SumResult",
    "Verdict",
    "compare_with_claim",
    "figure_number",
    "formula_figures",
    "run_check",
    "run_checks",
    "shown_number",
]

Verdict = Literal["adds up", "about", "does not", "cannot tell"]

FLOW = re.compile(
    r"\b(?:per|an?|each|every) (?:year|month|week|day|annum)\b|\bannual", re.IGNORECASE
)
NEARLY_EQUAL = 1e-9
YEAR_UNITS = ("year", "calendar year")
NO_NUMBER = "(no number)"
YEARS = range(1000, 3000)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class SumResult:
    """A check worked out.

    ``formula_words`` and ``formula_numbers`` are the same sum over the labels and over the
    numbers of its figures, "" where the formula can't be read; ``result`` is None where it has
    none; ``reason`` says in words why the verdict is what it is; ``figures`` are the ids the
    sum rests on. ``check`` is None for an id of no check.
    """

    check: Check | None
    formula_words: str
    formula_numbers: str
    result: float | None
    verdict: Verdict
    reason: str
    figures: tuple[str, ...] = ()


def run_check(dossier: Dossier, check_id: str) -> SumResult:
    """Work out one check; never raises.

    The verdict is "adds up" where the result equals the claim to one part in 10⁹, "about" where
    it is within the tolerance, "does not" beyond it, and "cannot tell" where a number, the
    formula or the claim is missing.
    """
    check = dossier.check(check_id)
    if check is None:
        return _cannot_tell(None, "There is no such check in this dossier.")
    if not check.formula.strip():
        return _cannot_tell(
            check, "No sum can be run: the documents lack the numbers it would need."
        )
    try:
        formula = parse_formula(check.formula)
    except FormulaError as error:
        return _cannot_tell(check, str(error))
    figures = {name: dossier.figure(name) for name in formula.figures}
    return _run(check, formula, figures)


def run_checks(dossier: Dossier) -> tuple[SumResult, ...]:
    """Work out every check, in the order of the table."""
    return tuple(run_check(dossier, check_id) for check_id in dossier.checks["check_id"])


def figure_number(figure: Figure) -> str:
    """The number of a figure with its qualifier, "about 550", or "(no number)".

    Per cent is the only unit shown; a year has no separator.
    """
    if not _has_value(figure) or figure.value is None:
        return NO_NUMBER
    number = shown_number(figure.value)
    if figure.unit in YEAR_UNITS:
        number = number.replace(",", "")
    if figure.unit == "%":
        number += "%"
    if figure.qualifier == "vague":
        return f"{number} (vague)"
    return f"{BEFORE.get(figure.qualifier, '')} {number}".lstrip()


def _run(check: Check, formula: Formula, figures: Mapping[str, Figure | None]) -> SumResult:
    known = {name: figure for name, figure in figures.items() if figure is not None}
    words = shown_formula(formula, {name: f"“{_label(each)}”" for name, each in known.items()})
    numbers = {name: figure_number(known[name]) if name in known else NO_NUMBER for name in figures}
    shown = shown_formula(formula, numbers)
    lacking = _lacking(figures)
    if lacking:
        return SumResult(check, words, shown, None, "cannot tell", lacking, formula.figures)
    if unlike := stock_by_flow(formula, known):
        return SumResult(check, words, shown, None, "cannot tell", unlike, formula.figures)
    values = {name: each.value for name, each in known.items() if each.value is not None}
    try:
        result = evaluate_formula(formula, values)
    except FormulaError as error:
        return SumResult(check, words, shown, None, "cannot tell", str(error), formula.figures)
    verdict = compare_with_claim(check, result)
    reason = _reason(check, formula, result, verdict) + _inexact(known)
    return SumResult(check, words, shown, result, verdict, reason, formula.figures)


def stock_by_flow(formula: Formula, figures: Mapping[str, Figure]) -> str:
    """Why a formula divides what is counted at a time by what comes in a time; "" if it doesn't.

    A figure is a flow where its unit says so: people per year, crowns a month.
    """
    for above, below in formula_quotients(formula):
        stocks = [figures[name] for name in sorted(above) if name in figures]
        flows = [figures[name] for name in sorted(below) if name in figures]
        stocks = [each for each in stocks if not FLOW.search(each.unit)]
        flows = [each for each in flows if FLOW.search(each.unit)]
        if stocks and flows:
            return (
                f"The sum divides “{_label(stocks[0])}”, which is no count for a length of time, "
                f"by “{_label(flows[0])}”, which is ({flows[0].unit}): that gives no share."
            )
    return ""


def _cannot_tell(check: Check | None, reason: str) -> SumResult:
    return SumResult(check, "", "", None, "cannot tell", reason)


def _has_value(figure: Figure) -> bool:
    return figure.value is not None and math.isfinite(figure.value)


def _label(figure: Figure) -> str:
    return figure.label or figure.figure_id


def _lacking(figures: Mapping[str, Figure | None]) -> str:
    """Why a sum can't be run for want of numbers; "" where none is wanting."""
    unknown = [f"“{name}”" for name, figure in figures.items() if figure is None]
    if unknown:
        return f"The formula names what is not among the figures: {', '.join(unknown)}."
    empty = [f"“{_label(each)}”" for each in figures.values() if each and not _has_value(each)]
    return f"The documents give no number for {', '.join(empty)}." if empty else ""


def compare_with_claim(check: Check, result: float) -> Verdict:
    """The verdict on a result, from what the check claims and tolerates."""
    if check.claimed is None or not math.isfinite(check.claimed):
        return "cannot tell"
    scale = max(1.0, abs(result), abs(check.claimed))
    difference = abs(result - check.claimed)
    if difference <= NEARLY_EQUAL * scale:
        return "adds up"
    # Sums in floating point miss by a hair: 0.5 ± 0.03 must hold 0.53.
    return "about" if difference <= (check.tolerance or 0) + NEARLY_EQUAL * scale else "does not"


def _reason(check: Check, formula: Formula, result: float, verdict: Verdict) -> str:
    gives = f"The sum gives {_shown_result(formula, result)}"
    if verdict == "cannot tell" or check.claimed is None:
        return f"{gives}. That is implied, not reported: no number is claimed to hold it against."
    if verdict == "adds up":
        return f"{gives}, as claimed."
    claimed = f"{gives}; claimed is {_shown_result(formula, check.claimed)}."
    if _is_weekday(formula):
        return claimed
    difference = f"They differ by {shown_number(abs(result - check.claimed))}"
    tolerance = shown_number(check.tolerance or 0)
    if verdict == "about":
        return f"{claimed} {difference}, within the tolerance of {tolerance}."
    if not check.tolerance:
        return f"{claimed} {difference}, and no tolerance is set."
    return f"{claimed} {difference}, more than the tolerance of {tolerance}."


def _is_weekday(formula: Formula) -> bool:
    tree = formula.tree
    return (
        isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "weekday"
    )


def _shown_result(formula: Formula, value: float) -> str:
    if _is_weekday(formula) and value in range(1, 8):
        return WEEKDAYS[int(value) - 1]
    if _is_year_sum(formula) and value in YEARS:
        return str(int(value))
    return shown_number(value)


def _is_year_sum(formula: Formula) -> bool:
    """Whether something is added to a year or taken from it: 2020 + years_later."""
    tree = formula.tree
    if not isinstance(tree, ast.BinOp) or not isinstance(tree.op, ast.Add | ast.Sub):
        return False
    parts = (tree.left, tree.right)
    return any(isinstance(part, ast.Constant) and part.value in YEARS for part in parts)


def _inexact(figures: Mapping[str, Figure]) -> str:
    """A sentence on the figures that are not given as exact; "" where all are."""
    loose = [
        f"“{_label(each)}” is given as {figure_number(each)}"
        for each in figures.values()
        if each.qualifier not in ("", "exact")
    ]
    return f" {'; '.join(loose)}." if loose else ""
