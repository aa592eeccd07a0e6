"""What is wrong with the tables: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from components.markup import Markup, markup, show_markup
from components.tables.text_table import text_row
from dossier.problems import Problem

MOST = 300
COLUMNS = ("", "Table", "Row", "Column", "Value", "What is wrong", "How to mend it")
SIGNS = {"error": "✕ error", "warning": "! warning", "note": "note"}
NOTHING = "Every row of every table could be read, and nothing in them needs mending."


def show_problems(problems: Sequence[Problem]) -> None:
    """Draw each problem as a row; says so where there is none."""
    if not problems:
        show_markup(markup("p", NOTHING))
        return
    head = markup("tr", *(markup("th", word, scope="col") for word in COLUMNS))
    rows = [problem_row(each) for each in problems[:MOST]]
    table = markup("table", markup("thead", head), markup("tbody", *rows))
    box = markup(
        "div", table, class_="table-box", role="region", tabindex="0", aria_label="Problems"
    )
    more = len(problems) - MOST
    show_markup(markup("div", box, markup("p", f"and {more} more") if more > 0 else None))


def problem_row(problem: Problem) -> Markup:
    """One problem as a table row."""
    cells = (
        SIGNS.get(problem.severity, problem.severity),
        problem.table,
        "" if problem.row is None else str(problem.row),
        problem.column,
        problem.value,
        problem.message,
        problem.hint,
    )
    return text_row(cells, class_=problem.severity)
