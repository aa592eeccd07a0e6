"""Problems: what is wrong with a dossier, where, and how to mend it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

COMPARISONS = 20_000
FEW = 12  # known values that a hint lists
VALUE_LIMIT = 1_000  # characters of a value that a problem keeps
SHOWN = 80  # characters of a value that a line or a message repeats


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one place of a dossier.

    An error says that something was lost or is false; a warning, that someone should look; a note,
    that something was put right or kept without harm. `code` follows Frictionless where it has
    one. `table` is the table's name without ".csv", another file's name, or "" for the dossier.
    `row` counts as a spreadsheet does, the header being 1; None where no row is meant.
    """

    severity: Severity
    code: str
    table: str
    row: int | None
    column: str
    value: str
    message: str
    hint: str = ""


def problem_line(problem: Problem) -> str:
    """Write a problem as one line of plain text, safe to print whatever the cell held."""
    place = shortened(problem.table)
    if place and "." not in place:
        place += ".csv"
    if problem.row is not None:
        place = f"{place} row {problem.row}".strip()
    parts = [problem.severity, place, shortened(problem.column)]
    if problem.value:
        parts.append(f"“{shortened(problem.value)}”")
    parts.append(printable(problem.message))
    if problem.hint:
        parts.append(f"mend: {printable(problem.hint)}")
    return " · ".join(part for part in parts if part) + f" [{problem.code}]"


def problem_record(problem: Problem) -> dict[str, str | int | None]:
    """Give a problem as a record for JSON, its keys being the names of its fields."""
    return asdict(problem)


def count_problems(problems: Iterable[Problem]) -> dict[Severity, int]:
    """Count problems by severity; all three severities are always there."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
    for problem in problems:
        counts[problem.severity] += 1
    return counts


def printable(text: str) -> str:
    """Make text inert on a terminal: what steers it or hides in it is written as its code."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if _is_plain(char) else f"\\u{ord(char):04x}" for char in text)


def shortened(text: str, limit: int = SHOWN) -> str:
    """Make text inert and no longer than `limit` characters, with "…" where it was cut."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return printable(cut)


class Nearest:
    """Known values, to be searched for the one that is most like a given one.

    Comparing every unknown id with every known one would take longer than reading the dossier, so
    after some 20,000 comparisons only values that differ in capitals are still found.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._folded = {name.casefold(): name for name in reversed(self._known)}
        self._left = COMPARISONS

    def find(self, value: str) -> str:
        """Give the known value most like this one; "" if none is alike."""
        found = self._folded.get(value.strip().casefold(), "")
        if found or len(value) > 200 or self._left < 0:
            return found
        self._left -= len(self._known)
        near = difflib.get_close_matches(value.strip(), self._known[:COMPARISONS], n=1)
        return near[0] if near else ""

    def hint(self, value: str) -> str:
        """Say to write the known value most like this one, or what few there are to choose from."""
        near = self.find(value)
        if near:
            return f"write “{near}”"
        return f"one of: {', '.join(self._known)}" if 0 < len(self._known) <= FEW else ""


def _is_plain(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
