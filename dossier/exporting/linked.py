"""Linked: what belongs to what in a dossier, for walking through all of it at once.

`Dossier.excerpts_of` and its like read single cells of frames, which is right for one event and
takes milliseconds an event when all are written out.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from dossier.kept import kept_with_dossier
from dossier.model import Comparison, Document, Dossier, Event, Excerpt, Figure
from dossier.selecting.links import excerpt_links

_WHOLE = 50_000  # rows of a table up to which all of them are turned into typed rows at once


class Linked:
    """The rows of one dossier and the links between them, made when first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._made: dict[str, dict[int, Any]] = {}
        links = excerpt_links(dossier)
        order = np.argsort(links.event, kind="stable")
        self._events, self._excerpts = links.event[order], links.excerpt[order]
        self._figures = _listing(dossier.figures["excerpt_id"].tolist())
        self._comparisons = _listing(dossier.comparisons["excerpt_ids"].tolist())

    def row(self, table: str, position: int) -> Any:
        """Give the typed row at a position of a table."""
        made = self._made.get(table)
        if made is None:
            whole = len(self._dossier.tables[table]) <= _WHOLE
            made = dict(enumerate(self._dossier.each(table))) if whole else {}
            self._made[table] = made
        found = made.get(position)
        if found is None:
            if len(made) >= _WHOLE:
                made.clear()
            found = made[position] = self._dossier.row(table, position)
        return found

    def event(self, event_id: str) -> Event | None:
        """Give the event with this id."""
        return self._named("events", event_id)  # type: ignore[no-any-return]

    def document(self, document_id: str) -> Document | None:
        """Give the document with this id."""
        return self._named("documents", document_id)  # type: ignore[no-any-return]

    def excerpt(self, excerpt_id: str) -> Excerpt | None:
        """Give the excerpt with this id."""
        return self._named("excerpts", excerpt_id)  # type: ignore[no-any-return]

    def excerpts_of(self, event_id: str) -> tuple[Excerpt, ...]:
        """Give the excerpts that an event rests on, by document and by place in it."""
        position = self._dossier.position("events", event_id)
        if position is None:
            return ()
        first, last = np.searchsorted(self._events, [position, position + 1])
        found = [self.row("excerpts", at) for at in self._excerpts[first:last].tolist()]
        return tuple(sorted(found, key=self._place))

    def figures_of(self, event_id: str) -> tuple[Figure, ...]:
        """Give the figures whose excerpts an event rests on, in the order of the table."""
        return tuple(self._resting(event_id, "figures", self._figures))

    def comparisons_of(self, event_id: str) -> tuple[Comparison, ...]:
        """Give the comparisons in which an excerpt of the event takes part."""
        return tuple(self._resting(event_id, "comparisons", self._comparisons))

    def _named(self, table: str, row_id: str) -> Any:
        position = self._dossier.position(table, row_id)
        return None if position is None else self.row(table, position)

    def _resting(self, event_id: str, table: str, listing: dict[str, list[int]]) -> list[Any]:
        ids = (each.excerpt_id for each in self.excerpts_of(event_id))
        found = {position for each in ids for position in listing.get(each, ())}
        return [self.row(table, position) for position in sorted(found)]

    def _place(self, excerpt: Excerpt) -> tuple[int, float]:
        position = self._dossier.position("documents", excerpt.document_id)
        last = len(self._dossier.documents)
        start = float("inf") if excerpt.start is None else excerpt.start
        return (last if position is None else position, start)


def _listing(cells: list[Any]) -> dict[str, list[int]]:
    made: dict[str, list[int]] = {}
    for position, cell in enumerate(cells):
        for value in cell if isinstance(cell, tuple) else (cell,):
            made.setdefault(value, []).append(position)
    return made


@kept_with_dossier
def linked(dossier: Dossier) -> Linked:
    """Give the links of a dossier, made once."""
    return Linked(dossier)
