"""Checks of numbers: figures that their excerpt doesn't give, and formulas that don't compute."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from dossier.model import Check, Dossier, Figure
from dossier.problems import Nearest, Problem
from dossier.resting.differing import Differing, differing_figures
from dossier.resting.doubts import all_doubts
from dossier.sums.formula import FormulaError, evaluate_formula, parse_formula
from dossier.sums.verdicts import stock_by_flow


def check_figures(dossier: Dossier) -> Iterator[Problem]:
    """Point at values that stand in their excerpt neither in digits nor in words.

    A note by the curator that gives the number and says how it follows is accepted as the reason;
    a note of what is known from elsewhere is not.
    """
    differing = {each.figure.figure_id: each for each in differing_figures(dossier)}
    for at, figure in enumerate(dossier.each("figures")):
        if figure.value is None and figure.qualifier == "exact":
            message = "exact, but no value is given"
            hint = "give the value or another qualifier"
            yield _figure(dossier, at, "qualifier", "exact", message, hint)
        elif figure.figure_id in differing:
            message = _not_printed(differing[figure.figure_id])
            hint = "mend it, or say in the note how this number follows from the words"
            yield _figure(dossier, at, "value", f"{figure.value:g}", message, hint)


def check_sentences(dossier: Dossier) -> Iterator[Problem]:
    """Point at sentences that print a number which the figures they rest on no longer have."""
    for doubt in all_doubts(dossier):
        row = _spreadsheet_row(dossier, doubt.table, doubt.row_id)
        hint = "mend the figure, or write the sentence anew"
        yield Problem(
            "warning", "number-differs", doubt.table, row, doubt.column, doubt.text, doubt.words,
            hint,
        )  # fmt: skip


def _unlike(check: Check, figures: Mapping[str, Figure]) -> tuple[str, str] | None:
    """Say that a formula divides what is counted at a time by what comes in a time."""
    said = stock_by_flow(parse_formula(check.formula), figures)
    return (said[:1].lower() + said[1:].rstrip("."), "divide like by like") if said else None


def _spreadsheet_row(dossier: Dossier, table: str, row_id: str) -> int | None:
    if table != "briefings":
        at = dossier.position(table, row_id)
        return None if at is None else int(dossier.rows[table][at])
    names = (dossier.briefings[name].astype(str) for name in ("briefing", "position"))
    found = ["/".join(pair) == row_id for pair in zip(*names, strict=True)]
    return int(dossier.rows[table][found.index(True)]) if any(found) else None


def _not_printed(differing: Differing) -> str:
    numbers = " or ".join(dict.fromkeys(each.text for each in differing.printed))
    message = f"this number is not in the words of {differing.figure.excerpt_id}"
    return f"{message}, which print {numbers}" if numbers else message


def check_sums(dossier: Dossier) -> Iterator[Problem]:
    """Point at formulas that can't be read, name no figure of the dossier or have no result."""
    frame = dossier.figures
    values = dict(zip(frame["figure_id"].tolist(), frame["value"].tolist(), strict=True))
    figures = {each.figure_id: each for each in dossier.each("figures")}
    nearest = Nearest(values)
    for at, check in enumerate(dossier.each("checks")):
        if check.formula.strip():
            problem = _fault(check, values, nearest) or _unlike(check, figures)
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


def _sentence(error: FormulaError) -> str:
    text = str(error).rstrip(".")
    return text[:1].lower() + text[1:]


def _figure(dossier: Dossier, at: int, column: str, value: str, message: str, hint: str) -> Problem:
    row = int(dossier.rows["figures"][at])
    return Problem("warning", "fact-not-in-excerpt", "figures", row, column, value, message, hint)
