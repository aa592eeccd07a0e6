"""Select: which events a reader has asked for, and how many each further choice would leave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.knowing.asof import known_events
from dossier.knowing.known import NOT_YET
from dossier.model import Dossier
from dossier.selecting.facets import FacetName, facets
from dossier.selecting.links import Positions
from dossier.selecting.search import Mask, query_words, search_mask
from dossier.selecting.selection import Selection, parse_selection, period_end, selection_params

__all__ = [
    "Selection",
    "facet_counts",
    "parse_selection",
    "prepare_selection",
    "select_events",
    "selection_params",
]

# A selection kept for a million events takes some ten megabytes: few of those, many small ones.
KEPT_EVENTS = 8_000_000
KEPT_MOST = 64

Counts = dict[str, dict[str, int]]


@dataclass(slots=True, eq=False)
class _Selected:
    """A selection carried out: a mask per facet, one for period and search, and all together."""

    by_facet: dict[FacetName, Mask]
    rest: Mask | None
    positions: Positions
    counts: Counts | None = None


def select_events(dossier: Dossier, selection: Selection) -> Positions:
    """The positions, in ``dossier.events`` and in its order, of the events that were asked for.

    An event is in the period when any day on which it may have happened is. The array is
    shared between readers and can't be written to.
    """
    return _selected(dossier, selection).positions


def facet_counts(dossier: Dossier, selection: Selection) -> Counts:
    """For each facet, how many events each value would leave with the other choices applied.

    Facets are "theme", "actor", "document" and "status"; values stand in the order in which
    they are shown, those that would leave nothing count 0.
    """
    selected = _selected(dossier, selection)
    counts = selected.counts
    if counts is None:
        counts = selected.counts = _count(dossier, selected)
    return {name: dict(of_values) for name, of_values in counts.items()}


def _count(dossier: Dossier, selected: _Selected) -> Counts:
    counts: Counts = {}
    for name, facet in facets(dossier).items():
        others = [mask for other, mask in selected.by_facet.items() if other != name]
        counts[name] = facet.counts(_all_of([*others, selected.rest]))
    return counts


def _selected(dossier: Dossier, selection: Selection) -> _Selected:
    return _kept_selections(dossier).get(selection, lambda: _carry_out(dossier, selection))


def _carry_out(dossier: Dossier, selection: Selection) -> _Selected:
    by_facet = {
        name: facet.having(selection.chosen(name))
        for name, facet in facets(dossier).items()
        if selection.chosen(name)
    }
    rest = _all_of(
        [
            _period_mask(dossier, selection),
            _query_mask(dossier, selection),
            _known_mask(dossier, selection),
        ]
    )
    mask = _all_of([*by_facet.values(), rest])
    positions = np.arange(len(dossier.events)) if mask is None else np.flatnonzero(mask)
    positions.flags.writeable = False
    return _Selected(by_facet, rest, positions)


def _all_of(masks: list[Mask | None]) -> Mask | None:
    """Where all masks hold; None asks for nothing."""
    asked = [mask for mask in masks if mask is not None]
    return np.logical_and.reduce(asked) if asked else None


def _query_mask(dossier: Dossier, selection: Selection) -> Mask | None:
    return search_mask(dossier, selection.query) if query_words(selection.query) else None


def _period_mask(dossier: Dossier, selection: Selection) -> Mask | None:
    first, last = period_end(selection.first), period_end(selection.last)
    masks: list[Mask | None] = []
    if first is not None and first.earliest is not None:
        masks.append(dossier.events["latest"].to_numpy() >= first.earliest)
    if last is not None and last.latest is not None:
        masks.append(dossier.events["earliest"].to_numpy() <= last.latest)
    return _all_of(masks)


def _known_mask(dossier: Dossier, selection: Selection) -> Mask | None:
    codes = known_events(dossier, selection.asof)
    return None if codes is None else codes != NOT_YET


@kept_with_dossier
def _kept_selections(dossier: Dossier) -> KeptLast[_Selected]:
    return KeptLast(max(4, min(KEPT_MOST, KEPT_EVENTS // max(1, len(dossier.events)))))


def prepare_selection(dossier: Dossier) -> None:
    """Make what selecting needs before the first reader asks."""
    search_mask(dossier, "a")
    facet_counts(dossier, Selection())
