"""Formulas of checks: endless, reaching for the machine, or no sums at all."""

from __future__ import annotations

from tests.hostile.cases import Case, cells

KIND = "formulas"

FORMULAS = {
    "a tower of powers": "9**9**9",
    "a larger tower": "9**9**9**9**9",
    "a power of a power in brackets": "((9**9)**9)**9",
    "a negative root": "(-8)**0.5",
    "an import": "__import__('os').system('id')",
    "an attribute": "(1).__class__.__bases__",
    "an attribute of a figure": "memoranda_2021.__class__",
    "a call of a figure": "memoranda_2021(1)",
    "open": "open('/etc/passwd')",
    "eval": "eval('1')",
    "exec": "exec('import os')",
    "lambda": "(lambda: 1)()",
    "a list made": "[x for x in range(10**9)]",
    "range": "range(10**9)",
    "text times a number": "'x'*10**9",
    "a list times a number": "[0]*10**9",
    "a tuple": "(1, 2)",
    "a walrus": "(x := 1)",
    "a comparison": "1 < 2",
    "a conditional": "1 if 1 else 2",
    "a shift": "1 << 10**6",
    "a remainder": "7 % 2",
    "a whole division": "7 // 2",
    "a divison by nought": "memoranda_2021 / 0",
    "true": "True",
    "a text": "'2'",
    "an equals sign": "= memoranda_2021 + 1",
    "an assignment": "x = 1",
    "two lines": "1\n2",
    "a comment": "# nothing",
    "not closed": "(1 + 2",
    "words": "the sum of both",
    "an unknown figure": "memoranda_2022 + 1",
    "an unknown function": "sqrt(4)",
    "named arguments": "round(2, ndigits=9999999)",
    "rounding to a billion digits": "round(2, 10**9)",
    "stars": "max(*memoranda_2021)",
    "a number beyond all": "1e400",
    "an imaginary number": "2j",
    "five hundred plus signs": "1" + "+1" * 500,
    "five hundred brackets": "(" * 500 + "1" + ")" * 500,
    "a million brackets": "(" * 60_000 + "1" + ")" * 60_000,
    "thousand minus signs": "-" * 400 + "1",
    "wide digits": "１+１",
    "a typographic minus": "2 − 1",
    "a percent": "50%",
    "weekday of no day": "weekday(2022, 2, 31)",
    "weekday of text": "weekday('2022')",
    "a NUL": "1+\x001",
}

CASES = tuple(
    Case(
        f"formula: {name}",
        KIND,
        cells("checks", formula=formula),
        "rejected",
        "formula-error",
        table="checks",
        row=2,
        column="formula",
    )
    for name, formula in FORMULAS.items()
)
