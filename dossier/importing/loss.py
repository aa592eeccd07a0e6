"""The loss report: what an import found, and what became of all that had no place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dossier.problems import printable, shortened

Fate = Literal["no place", "altered", "look at"]

_FEW = 10  # row numbers that a line names
_HEADINGS: dict[Fate, str] = {
    "no place": "Had no place in a dossier:",
    "altered": "Altered on the way:",
    "look at": "Worth a look:",
}


@dataclass(frozen=True, slots=True)
class Loss:
    """What became of one field: in how many rows, in which of them first, and where it went."""

    fate: Fate
    field: str
    rows: int
    first_rows: tuple[int, ...]
    went: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that became no event, as it was typed, and why."""

    row: int
    reason: str
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LossReport:
    """What came in, what became of it, and what was lost.

    `rows` counts all rows with content, `unit` says what a row is called in the file. `placed`
    pairs each field that has a place with the place.
    """

    format: str
    unit: str
    rows: int
    blank_rows: int
    events: int
    other_rows: tuple[str, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()
    losses: tuple[Loss, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything was lost, altered or left out."""
        return bool(self.losses or self.left_out)


@dataclass(slots=True)
class LossLog:
    """Losses while they are being collected; equal ones are counted together."""

    unit: str = "row"
    left_out: list[LeftOut] = field(default_factory=list)
    placed: dict[str, str] = field(default_factory=dict)
    _found: dict[tuple[Fate, str, str], list[int]] = field(default_factory=dict)
    _counts: dict[tuple[Fate, str, str], int] = field(default_factory=dict)
    _last: dict[tuple[Fate, str, str], int] = field(default_factory=dict)

    def add(self, fate: Fate, name: str, row: int, went: str) -> None:
        """Note what became of a field in a row; row 0 means the file as a whole."""
        key = (fate, name, went)
        rows = self._found.setdefault(key, [])
        if row and self._last.get(key) == row:
            return
        self._last[key] = row
        self._counts[key] = self._counts.get(key, 0) + 1
        if len(rows) < _FEW:
            rows.append(row)

    def losses(self) -> tuple[Loss, ...]:
        """Give what was noted, in the order in which it was first met."""
        return tuple(
            Loss(fate, name, self._counts[key], tuple(row for row in rows if row), went)
            for key, rows in self._found.items()
            for fate, name, went in (key,)
        )


def loss_lines(report: LossReport) -> Iterator[str]:
    """Write a report in plain words, line by line, inert on a terminal."""
    yield from _counted(report)
    if report.placed:
        yield ""
        yield "Placed:"
        for name, place in report.placed:
            yield f"  {shortened(name)} → {printable(place)}"
    for fate, heading in _HEADINGS.items():
        lines = [_line(loss, report.unit) for loss in report.losses if loss.fate == fate]
        if lines:
            yield ""
            yield heading
            yield from lines
    if report.left_out:
        yield ""
        yield f"Left out, {_number(len(report.left_out), report.unit)} in import-left-out.csv:"
        for left in report.left_out[:_FEW]:
            yield f"  {report.unit} {left.row}: {shortened(left.reason, 200)}"
        if len(report.left_out) > _FEW:
            yield f"  and {len(report.left_out) - _FEW:,} more"
    if not report:
        yield ""
        yield "Nothing was lost."


def _counted(report: LossReport) -> Iterator[str]:
    made = _number(report.events, "event")
    yield f"{report.format}: {_number(report.rows, report.unit)} with content, {made}."
    for line in report.other_rows:
        yield f"  {printable(line)}"
    if report.blank_rows:
        yield f"  {_number(report.blank_rows, 'blank ' + report.unit)} passed over"


def _line(loss: Loss, unit: str) -> str:
    went = printable(loss.went)
    if not loss.first_rows:
        return f"  {shortened(loss.field)}: {went}"
    named = ", ".join(str(row) for row in loss.first_rows)
    more = ", …" if loss.rows > len(loss.first_rows) else ""
    return f"  {shortened(loss.field)}: {_number(loss.rows, unit)} ({named}{more}): {went}"


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
