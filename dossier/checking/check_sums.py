"""Checks of numbers: figures that their excerpt doesn't give, and formulas that don't compute."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dossier.model import Check, Dossier, Figure
from dossier.problems import Nearest, Problem
from dossier.reading.quoted import says_number
from dossier.sums.formula import FormulaError, evaluate_formula, parse_formula

FROM_ELSEWHERE = "Not in the documents:"


def check_figures(dossier: Dossier) -> Iterator[Problem]:
    """Point at values that stand in their excerpt neither in digits nor in words.

    A note by the curator that says how the value follows is accepted as the reason; a note of what
    is known from elsewhere is not.
    """
    excerpts = dossier.excerpts
    words = dict(zip(excerpts["excerpt_id"].tolist(), excerpts["exact"].tolist(), strict=True))
    for at, figure in enumerate(dossier.each("figures")):
        if figure.value is None:
            if figure.qualifier == "exact":
                message = "exact, but no value is given"
                hint = "give the value or another qualifier"
                yield _figure(dossier, at, "qualifier", "exact", message, hint)
        elif figure.excerpt_id in words and not (
            _explained(figure) or says_number(words[figure.excerpt_id], figure.value)
        ):
            message = f"this number is not in the words of {figure.excerpt_id}"
            hint = "mend it, or say in the note how it follows from the words"
            yield _figure(dossier, at, "value", f"{figure.value:g}", message, hint)


def check_sums(dossier: Dossier) -> Iterator[Problem]:
    """Point at formulas that can't be read, name no figure of the dossier or have no result."""
    frame = dossier.figures
    values = dict(zip(frame["figure_id"].tolist(), frame["value"].tolist(), strict=True))
    nearest = Nearest(values)
    for at, check in enumerate(dossier.each("checks")):
        if check.formula.strip():
            problem = _fault(check, values, nearest)
            if problem:
                row = int(dossier.rows["checks"][at])
                message, hint = problem
                yield Problem(
                    "error", "formula-error", "checks", row, "formula", check.formula, message, hint
                )


def _fault(check: Check, values: dict[str, float], nearest: Nearest) -> tuple[str, str] | None:
    """Say what is wrong with a formula; a figure without a number is no fault of it."""
    try:
        formula = parse_formula(check.formula)
    except FormulaError as error:
        return _sentence(error), "write a sum over figure ids"
    unknown = [name for name in formula.figures if name not in values]
    if unknown:
        return f"there is no figure “{unknown[0]}”", nearest.hint(unknown[0])
    given = {name: values[name] for name in formula.figures}
    if any(math.isnan(value) for value in given.values()):
        return None
    try:
        evaluate_formula(formula, given)
    except FormulaError as error:
        return _sentence(error), "mend the formula, or empty it if the documents lack a number"
    return None


def _explained(figure: Figure) -> bool:
    note = figure.note.strip()
    return bool(note) and not note.startswith(FROM_ELSEWHERE)


def _sentence(error: FormulaError) -> str:
    text = str(error).rstrip(".")
    return text[:1].lower() + text[1:]


def _figure(dossier: Dossier, at: int, column: str, value: str, message: str, hint: str) -> Problem:
    row = int(dossier.rows["figures"][at])
    return Problem("warning", "fact-not-in-excerpt", "figures", row, column, value, message, hint)
