from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.rows import Check, Figure
from dossier.sums.formula import FormulaError, evaluate_formula, parse_formula, shown_formula
from dossier.sums.verdicts import (
    compare_with_claim,
    figure_number,
    formula_figures,
    run_check,
    run_checks,
    shown_number,
)
from tests.dossier.built import build_dossier

FIGURES = [
    {"figure_id": "awaiting_2020", "label": "Awaiting, 2020", "value": 1155, "qualifier": "exact"},
    {"figure_id": "awaiting_2022", "label": "Awaiting, 2022", "value": 550, "qualifier": "about"},
    {"figure_id": "files", "label": "Files", "value": 3300, "qualifier": "up to", "unit": "files"},
    {"figure_id": "since", "label": "Since", "value": 2009, "unit": "calendar year"},
    {"figure_id": "halved", "label": "The fall", "qualifier": "vague"},
    {"figure_id": "share", "label": "Share", "value": 57, "unit": "%"},
    {"figure_id": "zero", "value": 0},
    {"figure_id": "endless", "label": "Endless", "value": float("inf")},
]


def run(formula, claimed=None, tolerance=None):
    dossier = build_dossier(
        figures=FIGURES,
        checks=[{"check_id": "c", "formula": formula, "claimed": claimed, "tolerance": tolerance}],
    )
    return run_check(dossier, "c")


def test_a_sum_is_shown_in_words_and_in_numbers():
    result = run("(awaiting_2020 - awaiting_2022) / awaiting_2020 * 100", 50, 5)
    assert result.formula_words == (
        "(“Awaiting, 2020” − “Awaiting, 2022”) ÷ “Awaiting, 2020” × 100"
    )
    assert result.formula_numbers == "(1,155 − about 550) ÷ 1,155 × 100"
    assert result.result == pytest.approx(52.381, abs=0.001)
    assert result.verdict == "about"
    assert result.reason == (
        "The sum gives 52.38; claimed is 50. They differ by 2.381, within the tolerance of 5. "
        "“Awaiting, 2022” is given as about 550."
    )
    assert result.figures == ("awaiting_2020", "awaiting_2022")


@pytest.mark.parametrize(
    ("formula", "claimed", "tolerance", "verdict"),
    [
        ("awaiting_2020", 1155, None, "adds up"),
        ("0.1 + 0.2", 0.3, None, "adds up"),
        ("awaiting_2020", 1155.0001, None, "does not"),
        ("awaiting_2020", 1156, 1, "about"),
        ("awaiting_2020", 1157, 1, "does not"),
        ("0.53", 0.5, 0.03, "about"),
        ("2022 - since", 15, 1, "does not"),
        ("2023 - since", 15, 1, "about"),
        ("awaiting_2020", 0, None, "does not"),
        ("zero", 0, None, "adds up"),
    ],
)
def test_the_verdict_follows_claim_and_tolerance(formula, claimed, tolerance, verdict):
    assert run(formula, claimed, tolerance).verdict == verdict


def test_without_a_tolerance_the_reason_says_so():
    assert run("awaiting_2020", 1000).reason == (
        "The sum gives 1,155; claimed is 1,000. They differ by 155, and no tolerance is set."
    )


def test_years_have_no_separator():
    result = run("2020 + zero", 2022, 1)
    assert "2020; claimed is 2022" in result.reason
    assert run("2022 - since", 13).formula_numbers == "2022 − 2009"


def test_a_weekday_is_named():
    result = run("weekday(2022, 1, 13)", 4)
    assert result.verdict == "adds up"
    assert result.formula_words == "the weekday of 13 January 2022"
    assert result.reason == "The sum gives Thursday, as claimed."
    wrong = run("weekday(2022, 1, 13)", 5)
    assert wrong.reason == "The sum gives Thursday; claimed is Friday."


@pytest.mark.parametrize(
    ("formula", "claimed", "reason"),
    [
        ("", 1, "the documents lack the numbers"),
        ("halved * 2", 1, "The documents give no number for “The fall”."),
        ("endless * 2", 1, "no number for “Endless”"),
        ("nobody + files", 1, "not among the figures: “nobody”"),
        ("files / zero", 1, "divides by zero"),
        ("files ** files", 1, "a power beyond 100"),
        ("(files ** 90) * (files ** 90)", 1, "too large"),
        ("(zero - 8) ** 0.5", 1, "a power that has no result"),
        ("weekday(2023, 2, 29)", 1, "a day that doesn't exist"),
        ("weekday(2023.5, 2, 1)", 1, "a day that doesn't exist"),
        ("round(files, 99)", 1, "digits"),
        ("max()", 1, "can't be worked out"),
        ("files +", 1, "can't be read as a sum"),
        ("files; files", 1, "can't be read as a sum"),
        ("\0", 1, "can't be read as a sum"),
        ("files" + " + 1" * 300, 1, "longer than 500"),
        ("-" * 300 + "1", 1, "too deeply nested"),
        ("1e999", 1, "too large"),
        ("__import__('os').system('true')", 1, "other than"),
        ("files.__class__", 1, "other than"),
        ("[files][0]", 1, "other than"),
        ("'a' * 9", 1, "other than"),
        ("True + 1", 1, "other than"),
        ("files if files else 1", 1, "other than"),
        ("files > 1", 1, "other than"),
        ("pow(files, 2)", 1, "other than"),
        ("max(*files)", 1, "other than"),
        ("max(files, key=abs)", 1, "other than"),
        ("files % 2", 1, "other than"),
        ("files", None, "no number is claimed"),
    ],
)
def test_what_cannot_be_told_says_why(formula, claimed, reason):
    result = run(formula, claimed)
    assert result.verdict == "cannot tell"
    assert reason in result.reason


def test_a_sum_without_a_claim_still_gives_its_result():
    result = run("files / 23")
    assert result.result == pytest.approx(143.478, abs=0.001)
    assert result.formula_numbers == "up to 3,300 ÷ 23"


def test_a_sum_with_a_missing_number_is_still_shown():
    result = run("halved * 2", 1)
    assert result.formula_words == "“The fall” × 2"
    assert result.formula_numbers == "(no number) × 2"


def test_functions_work_as_an_editor_expects():
    assert run("round(2.5)", 3).verdict == "adds up"
    assert run("round(awaiting_2020 / awaiting_2022, 1)", 2.1).verdict == "adds up"
    assert run("abs(awaiting_2022 - awaiting_2020)", 605).verdict == "adds up"
    assert run("max(awaiting_2020, files) - min(awaiting_2020, files)", 2145).verdict == "adds up"
    assert run("-2 ** 2", -4).verdict == "adds up"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("files - (since - 1)", "“Files” − (“Since” − 1)"),
        ("files / (2 * since)", "“Files” ÷ (2 × “Since”)"),
        ("files / 2 * since", "“Files” ÷ 2 × “Since”"),
        ("(files + 1) ** 2", "(“Files” + 1) to the power of 2"),
        ("abs(files) * 2", "(the size of (“Files”)) × 2"),
        ("round(files / 3, 1)", "“Files” ÷ 3, rounded to 1 decimal"),
        ("-files", "−“Files”"),
        ("10000 * 0.5", "10,000 × 0.5"),
    ],
)
def test_brackets_stand_where_they_are_needed(formula, shown):
    assert run(formula).formula_words == shown


def test_an_unknown_check_is_no_error():
    result = run_check(build_dossier(), "gone")
    assert (result.check, result.verdict) == (None, "cannot tell")


def test_every_check_is_run_in_order():
    checks = [{"check_id": "b", "formula": "1", "claimed": 1}, {"check_id": "a"}]
    verdicts = [each.verdict for each in run_checks(build_dossier(checks=checks))]
    assert verdicts == ["adds up", "cannot tell"]


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "shown"),
    [
        (550.0, "people", "about", "about 550"),
        (3300.0, "files", "up to", "up to 3,300"),
        (57.0, "%", "exact", "57%"),
        (14.0, "EUR billion", "estimated", "estimated 14"),
        (10.0, "years", "vague", "10 (vague)"),
        (None, "", "vague", "(no number)"),
    ],
)
def test_a_number_keeps_its_qualifier(value, unit, qualifier, shown):
    figure = Figure("f", "", "", value, unit, qualifier, None, "", "", "")
    assert figure_number(figure) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (1155, "1,155"), (0.47619, "0.4762"), (1234.567, "1,234.57"), (-0.5, "−0.5")],
)
def test_numbers_are_shown_for_reading(value, shown):
    assert shown_number(value) == shown


VALUES = {"files": 3300.0, "zero": 0.0, "share": 0.57}


def worked_out(text):
    """The result of a formula, or the words in which it is refused."""
    try:
        formula = parse_formula(text)
        assert shown_formula(formula, {})
        return evaluate_formula(formula, VALUES)
    except FormulaError as refusal:
        return str(refusal)


@given(st.text(max_size=60))
def test_whatever_a_formula_holds_it_is_worked_out_or_refused_in_words(text):
    assert worked_out(text) != ""
    assert formula_figures(text) is not None


TOKENS = ["files", "zero", "share", "2", "9e14", "1.5", "(", ")", "+", "-", "*", "/", "**", ","]
CALLS = ["abs(", "round(", "min(", "max(", "weekday("]


@given(st.lists(st.sampled_from(TOKENS + CALLS), max_size=14).map(" ".join))
def test_whatever_a_sum_comes_to_it_is_finite(text):
    result = worked_out(text)
    assert isinstance(result, str) or math.isfinite(result)


@given(st.floats(), st.floats())
def test_whatever_is_claimed_a_verdict_is_given(claimed, tolerance):
    check = Check("c", "", "files", claimed, tolerance, "", "")
    verdict = compare_with_claim(check, 3300.0)
    assert verdict in ("adds up", "about", "does not", "cannot tell")
