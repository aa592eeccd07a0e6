"""What an export gives: the bytes, and in plain words what they leave behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossier.model import Dossier
from dossier.problems import printable, shortened
from dossier.schema import read_schema

_FEW = 10  # ids that a line names


class ExportRefusedError(Exception):
    """An export can't be made; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What became of one thing that the format has no place for, and whose: the first few ids."""

    what: str
    went: str
    count: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LossReport:
    """How much went out, and what was lost; true where anything was."""

    format: str
    events: int
    of: int
    losses: tuple[Loss, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything was lost, altered or left out."""
        return bool(self.losses)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out: its name, its media type, its bytes and what was lost on the way."""

    name: str
    media_type: str
    data: bytes
    loss: LossReport


@dataclass(slots=True)
class LossLog:
    """Losses while a file is being made; equal ones are counted together."""

    _found: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, what: str, went: str, row_id: str = "") -> None:
        """Note what became of something, in the row with this id or in the file as a whole."""
        ids = self._found.setdefault((what, went), [])
        self._counts[what, went] = self._counts.get((what, went), 0) + 1
        if row_id and len(ids) < _FEW:
            ids.append(row_id)

    def leave_tables(self, dossier: Dossier, held: Iterable[str]) -> None:
        """Note the tables with rows that the format has no place for."""
        kept = set(held)
        for name, table in read_schema().tables.items():
            count = len(dossier.tables[name])
            if count and name not in kept:
                rows = "1 row" if count == 1 else f"{count:,} rows"
                self.add(table.path, f"{rows} left out: no place in this format")

    def losses(self) -> tuple[Loss, ...]:
        """Give what was noted, in the order in which it was first met."""
        return tuple(
            Loss(what, went, self._counts[what, went], tuple(ids))
            for (what, went), ids in self._found.items()
        )


def loss_lines(report: LossReport) -> Iterator[str]:
    """Write a report in plain words, line by line, inert on a terminal."""
    yield f"{report.format}: {report.events:,} of {_number(report.of, 'event')}."
    for loss in report.losses:
        yield f"  {shortened(loss.what)}: {_whose(loss)}{printable(loss.went)}"
    if not report:
        yield "  Nothing was lost."


def _whose(loss: Loss) -> str:
    if not loss.first:
        return ""
    named = ", ".join(shortened(each, 40) for each in loss.first)
    return (
        f"{_number(loss.count, 'row')} ({named}{', …' if loss.count > len(loss.first) else ''}): "
    )


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
