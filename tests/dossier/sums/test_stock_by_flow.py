"""What is counted at a time is never divided by what comes in a time; all else may be."""

from __future__ import annotations

import pytest

from dossier.checking.check import check_dossier
from dossier.reading.read import read_dossier, read_tables
from dossier.schema import DATA
from dossier.sums.verdicts import run_check, run_checks

UNITS = {"waiting": "people", "all": "people", "coming": "people per year", "cost": "crowns a year"}


def made(formula):
    figures = [
        f"{name},s,{name.title()},{40 + at},{unit}\n"
        for at, (name, unit) in enumerate(UNITS.items())
    ]
    files = {
        "events.csv": "event_id,date,title\na,2022,A\n",
        "figures.csv": "figure_id,series,label,value,unit\n" + "".join(figures),
        "checks.csv": f'check_id,statement,formula,claimed\nc,A share,"{formula}",1\n',
    }
    return read_tables({name: text.encode() for name, text in files.items()})


@pytest.mark.parametrize(
    "formula", ["waiting / coming", "waiting / coming * 100", "1 - (waiting + all) / (coming + 1)"]
)
def test_a_stock_divided_by_a_flow_has_no_result_and_says_why(formula):
    dossier = made(formula)
    result = run_check(dossier, "c")
    assert (result.verdict, result.result) == ("cannot tell", None)
    assert "“Coming”, which is (people per year): that gives no share." in result.reason
    problems = check_dossier(dossier).problems
    assert [each.severity for each in problems if each.code == "formula-error"] == ["error"]


@pytest.mark.parametrize(
    "formula",
    ["waiting / all", "coming / cost", "coming / waiting", "waiting - coming", "1 / coming"],
)
def test_like_by_like_and_all_else_is_worked_out(formula):
    assert run_check(made(formula), "c").result is not None


def test_no_sum_of_the_default_dossier_divides_so():
    assert not [each for each in run_checks(read_dossier(DATA)) if "no share" in each.reason]
