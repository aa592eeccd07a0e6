"""Checks of rows against other rows: events without words, words without use, stray corrections."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dossier.model import Dossier
from dossier.problems import Nearest, Problem, Severity
from dossier.schema import read_schema


def check_rows(dossier: Dossier) -> Iterator[Problem]:
    """Check what rows need of one another."""
    yield from _events_without_words(dossier)
    yield from _events_twice(dossier)
    yield from _ids_alike(dossier)
    yield from _idle_excerpts(dossier)
    yield from _empty_steps(dossier)
    yield from _stray_corrections(dossier)


def _events_without_words(dossier: Dossier) -> Iterator[Problem]:
    if "excerpts" not in dossier.files:
        if len(dossier.events):
            message = (
                "no excerpts.csv could be read, so nothing shows the words that the events rest on"
            )
            yield Problem("note", "excerpt-missing", "excerpts", None, "", "", message)
        return
    resting = set(chain.from_iterable(dossier.excerpts["event_ids"].tolist()))
    for at, event_id in enumerate(dossier.events["event_id"].tolist()):
        if event_id not in resting:
            message = "no excerpt speaks of this event, so nothing shows that it is in a document"
            hint = "name it in the event_ids of an excerpt"
            yield _problem(dossier, "events", at, "event_id", event_id, message, hint)


def _events_twice(dossier: Dossier) -> Iterator[Problem]:
    events = dossier.events
    first: dict[tuple[str, str], int] = {}
    pairs = zip(events["date"].tolist(), events["title"].tolist(), strict=True)
    for at, (date, title) in enumerate(pairs):
        key = (date, " ".join(title.casefold().split()))
        if first.setdefault(key, at) != at:
            row = int(dossier.rows["events"][first[key]])
            message = f"the event of row {row} has the same date and title"
            yield _problem(dossier, "events", at, "title", title, message, "delete one of them")


def _ids_alike(dossier: Dossier) -> Iterator[Problem]:
    for table in read_schema().tables.values():
        if len(table.primary_key) != 1:
            continue
        first: dict[str, int] = {}
        names = dossier.tables[table.name][table.primary_key[0]].tolist()
        for row, name in sorted(zip(dossier.rows[table.name].tolist(), names, strict=True)):
            if (other := first.setdefault(name.casefold(), row)) != row:
                message = f"the id of row {other} differs in capitals only"
                place = (table.name, row, table.primary_key[0])
                hint = "rename one of them"
                yield Problem("warning", "row-doubtful", *place, name, message, hint)


def _idle_excerpts(dossier: Dossier) -> Iterator[Problem]:
    used = {
        *dossier.figures["excerpt_id"].tolist(),
        *dossier.checks["excerpt_id"].tolist(),
        *chain.from_iterable(dossier.comparisons["excerpt_ids"].tolist()),
    }
    excerpts = dossier.excerpts
    pairs = zip(excerpts["excerpt_id"].tolist(), excerpts["event_ids"].tolist(), strict=True)
    for at, (excerpt_id, event_ids) in enumerate(pairs):
        if not event_ids and excerpt_id not in used:
            message = "no event, figure, check or comparison rests on this excerpt"
            hint = "name its events, or delete the row"
            yield _problem(dossier, "excerpts", at, "event_ids", "", message, hint)


def _empty_steps(dossier: Dossier) -> Iterator[Problem]:
    steps = dossier.briefings
    pairs = zip(steps["event_id"].tolist(), steps["heading"].tolist(), strict=True)
    for at, (event_id, heading) in enumerate(pairs):
        if not event_id and not heading.strip():
            message = "a step with neither an event nor a heading"
            yield _problem(dossier, "briefings", at, "heading", "", message, "fill one of them")


def _stray_corrections(dossier: Dossier) -> Iterator[Problem]:
    tables = read_schema().tables
    for at, correction in enumerate(dossier.each("corrections")):
        table = tables.get(correction.table)
        if table is None:
            continue
        if correction.column and correction.column not in table.names:
            hint = Nearest(table.names).hint(correction.column)
            message = f"{table.path} has no such column"
            value = correction.column
            yield _problem(dossier, "corrections", at, "column", value, message, hint)
        named = correction.row_id and table.primary_key
        if named and dossier.position(table.name, correction.row_id) is None:
            message = f"{table.path} has no such row"
            hint = "if the row was deleted, say so in the reason"
            value = correction.row_id
            yield _problem(dossier, "corrections", at, "row_id", value, message, hint, "note")


def _problem(
    dossier: Dossier,
    table: str,
    at: int,
    column: str,
    value: str,
    message: str,
    hint: str,
    severity: Severity = "warning",
) -> Problem:
    codes = {"events": "excerpt-missing", "corrections": "foreign-key", "excerpts": "row-unused"}
    code = "row-repeated" if column == "title" else codes.get(table, "row-doubtful")
    row = int(dossier.rows[table][at])
    return Problem(severity, code, table, row, column, value, message, hint)
