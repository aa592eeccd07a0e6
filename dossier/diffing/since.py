"""Since: the version that an address was made on, and what was corrected after it.

A copied address carries a mark such as "1.0.0-3": the dossier's version, and how many corrections
its log held. The number tells corrections of one day apart, which a date would not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.kept import kept_with_dossier
from dossier.model import Correction, Dossier, Event

LONGEST_NAME = 20
_MARK = re.compile(rf"(?:([A-Za-z0-9.]{{1,{LONGEST_NAME}}})-)?([0-9]{{1,6}})")
_OTHER_SIGNS = re.compile(r"[^A-Za-z0-9]+")
OF_EXCERPT = {"figures": "figure_id", "checks": "check_id", "comparisons": "comparison_id"}


@dataclass(frozen=True, slots=True)
class Made:
    """On what an address was made: the version as its mark names it, and the length of the log."""

    version: str
    corrections: int


def version_mark(dossier: Dossier) -> str:
    """The mark that an address made now carries."""
    name = _OTHER_SIGNS.sub(".", dossier.about.version)[:LONGEST_NAME].strip(".")
    count = str(len(dossier.corrections))
    return f"{name}-{count}" if name else count


def parse_mark(text: str) -> Made | None:
    """Read the mark of an address; None where it is none."""
    found = _MARK.fullmatch(text)
    return Made(found[1] or "", int(found[2])) if found else None


@kept_with_dossier
def log_in_order(dossier: Dossier) -> tuple[Correction, ...]:
    """The log from the first correction to the last, whichever way round the file has it."""
    log = list(dossier.each("corrections"))
    if log and _day(log[0]) > _day(log[-1]):
        log.reverse()
    return tuple(sorted(log, key=_day))


def corrections_of(dossier: Dossier, event: Event, after: int = 0) -> tuple[Correction, ...]:
    """What was corrected in an event and in what it rests on, after the first so many of the log.

    That is its row, its excerpts, and the figures, checks and comparisons on these; and such rows
    as were withdrawn, where the log keeps that they named the event or one of its excerpts.
    """
    log = log_in_order(dossier)[after:]
    if not log:
        return ()
    excerpts = {each.excerpt_id for each in dossier.excerpts_of(event.event_id)}
    rows = {("events", event.event_id)} | {("excerpts", each) for each in excerpts}
    found = {
        "figures": dossier.figures_of(event.event_id),
        "checks": dossier.checks_of(event.event_id),
        "comparisons": dossier.comparisons_of(event.event_id),
    }
    rows |= {(name, getattr(each, OF_EXCERPT[name])) for name in found for each in found[name]}
    named = excerpts | {event.event_id}
    return tuple(
        each for each in log if (each.table, each.row_id) in rows or _withdrawn(each, named)
    )


def withdrawal(dossier: Dossier, event_id: str) -> Correction | None:
    """The correction by which an event was withdrawn; None where the log has none."""
    rows = (each for each in log_in_order(dossier) if each.table == "events" and not each.column)
    return next((each for each in rows if event_id and each.row_id == event_id), None)


def _withdrawn(correction: Correction, named: set[str]) -> bool:
    """Whether a row that is gone had named one of these; `diff` drafts its cells so."""
    if correction.column or correction.table not in ("excerpts", *OF_EXCERPT):
        return False
    cells = (cell.split(";") for cell in correction.before.split(" · "))
    return any(not named.isdisjoint(each) for each in cells)


def _day(correction: Correction) -> int:
    return correction.date.earliest or 0
