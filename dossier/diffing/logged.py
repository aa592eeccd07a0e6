"""The log of corrections held against what changed, and a draft of what it lacks."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.csv_out import csv_rows
from dossier.diffing.diff import Change, diff_dossiers
from dossier.model import Dossier
from dossier.schema import read_schema

LOG = "corrections"
# What `check --write` records; no reader was told anything else by it.
RECORDED = frozenset(
    {("excerpts", "start"), ("excerpts", "end"), ("documents", "sha256"), ("documents", "words")}
)


def unlogged_changes(old: Dossier, new: Dossier) -> tuple[Change, ...]:
    """The changes since a published version that the new version's log doesn't tell.

    A changed cell is told where entries for it begin with what it said and end with what it says;
    a removed row where an entry names it. Added rows correct nothing, and what the check records
    isn't a value.
    """
    log = new.corrections[["table", "row_id", "column", "before", "after"]]
    entries = set(log.itertuples(index=False, name=None))
    return tuple(each for each in to_be_logged(diff_dossiers(old, new)) if not _told(each, entries))


def to_be_logged(changes: Iterable[Change]) -> list[Change]:
    """The changes of which readers are owed word."""
    return [
        each
        for each in changes
        if each.kind != "added" and each.table != LOG and (each.table, each.column) not in RECORDED
    ]


def draft_corrections(changes: Iterable[Change], date: str = "") -> bytes:
    """Write corrections.csv rows for the changes; the reason is left for a person to give."""
    header = read_schema().table(LOG).names
    return csv_rows(
        header,
        (
            [date, each.table, each.row_id, each.column, each.before, each.after, ""]
            for each in to_be_logged(changes)
        ),
    )


def _told(change: Change, entries: set[tuple[str, str, str, str, str]]) -> bool:
    mine = [each for each in entries if each[:2] == (change.table, change.row_id)]
    if change.kind == "removed":
        return any(not column for _, _, column, _, _ in mine)
    about = [(before, after) for _, _, column, before, after in mine if column == change.column]
    began = any(before == change.before for before, _ in about)
    return began and any(after == change.after for _, after in about)
