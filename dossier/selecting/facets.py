"""Facets: the values a reader can filter by, as integer codes over the events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.schema import read_schema
from dossier.selecting.links import Positions, excerpt_links, flat_lists
from dossier.selecting.search import Mask, searchable

FacetName = Literal["theme", "actor", "document", "status"]
FACETS: tuple[FacetName, ...] = ("theme", "actor", "document", "status")


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """One way to divide the events: event ``events[i]`` has the value ``values[codes[i]]``.

    ``values`` stand in the order in which they are shown, at their ``place``; ``spelled`` finds
    them by their folded text; ``totals`` counts the events of each; ``size`` is the number of
    events in the dossier.
    """

    values: tuple[str, ...]
    place: dict[str, int]
    spelled: dict[str, str]
    events: Positions
    codes: npt.NDArray[np.int32]
    totals: npt.NDArray[np.intp]
    size: int

    def find(self, text: str) -> str | None:
        """The value that is spelled so, or else so but for case and accents; None if none is."""
        return text if text in self.place else self.spelled.get(searchable(text))

    def having(self, wanted: Collection[str]) -> Mask:
        """Which events have at least one of the wanted values."""
        chosen = np.zeros(len(self.values), dtype=np.bool_)
        chosen[[self.place[value] for value in wanted if value in self.place]] = True
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[self.events[chosen[self.codes]]] = True
        return mask

    def counts(self, mask: Mask | None = None) -> dict[str, int]:
        """How many of the events under the mask have each value; values without any count 0."""
        counted = self.totals
        if mask is not None:
            counted = np.bincount(self.codes[mask[self.events]], minlength=len(self.values))
        return dict(zip(self.values, counted.tolist(), strict=True))


@kept_with_dossier
def facets(dossier: Dossier) -> dict[FacetName, Facet]:
    """The facets of a dossier, made once; a value that no event has is not among them."""
    events = dossier.events
    every = np.arange(len(events), dtype=np.intp)
    actors, links = flat_lists(events["actors"]), excerpt_links(dossier)
    documents = pd.Index(dossier.excerpts["document_id"])[links.excerpt].tolist()
    size, statuses = len(events), read_schema().table("events").field("status").enum
    return {
        "theme": read_facet(every, events["theme"].tolist(), size, dossier.themes["theme"]),
        "actor": read_facet(*actors, size),
        "document": read_facet(links.event, documents, size, dossier.documents["document_id"]),
        "status": read_facet(every, events["status"].tolist(), size, statuses),
    }


def read_facet(
    events: Positions, values: list[str], size: int, declared: Iterable[str] = ()
) -> Facet:
    """A facet from pairs of an event's position and a value.

    Declared values come first, in their order; then the others, the most frequent first.
    """
    codes, names = pd.factorize(np.array(values, dtype=object))
    pairs = pd.DataFrame({"event": events, "code": codes.astype(np.int32)}).drop_duplicates()
    blank = np.append(np.array([not name for name in names], dtype=np.bool_), True)
    pairs = pairs[~blank[pairs["code"]]]
    totals = np.bincount(pairs["code"], minlength=len(names))
    order = _shown_order(names.tolist(), totals, declared)
    place = np.zeros(len(names), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    shown = tuple(str(names[code]) for code in order)
    where = {value: position for position, value in enumerate(shown)}
    spelled = {searchable(value): value for value in reversed(shown)}
    return Facet(
        shown,
        where,
        spelled,
        pairs["event"].to_numpy(np.intp),
        place[pairs["code"].to_numpy()],
        totals[order],
        size,
    )


def _shown_order(
    names: list[str], totals: npt.NDArray[np.intp], declared: Iterable[str]
) -> list[int]:
    rank = {name: position for position, name in enumerate(dict.fromkeys(declared))}
    used = [code for code, total in enumerate(totals.tolist()) if total]
    return sorted(
        used,
        key=lambda code: (
            rank.get(names[code], len(rank)),
            -totals[code],
            searchable(names[code]),
            names[code],
        ),
    )
