"""What the timeline draws of each event, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from dossier.dates.edtf import HonestDate, parse_date
from dossier.dates.words import date_words, short_words
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.facets import FacetName, facets
from dossier.selecting.links import Positions, distinct

Mark = Mapping[str, Any]
Ends = npt.NDArray[np.int64]
LANES: tuple[FacetName, ...] = ("theme", "actor", "document")
SHOWN = ("event_id", "title", "date", "date_basis", "importance", "status")
MOST_KEPT = 20_000  # marks held once they are made
MOST_LANES = 10
OTHERS = "Others"
NONE: Mapping[FacetName, str] = {
    "theme": "No theme",
    "actor": "No one named",
    "document": "No passage",
    "status": "No status",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal band; `color` numbers the theme's palette."""

    id: str
    label: str
    color: int


class Marks(Sequence[Mark]):
    """The marks of all events, in the order of the events; each is made when it is asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._column = {name: dossier.events[name].array for name in SHOWN}
        self._kept: dict[int, Mark] = {}

    def __len__(self) -> int:
        return len(self._column["event_id"])

    @overload
    def __getitem__(self, position: int) -> Mark: ...
    @overload
    def __getitem__(self, position: slice) -> list[Mark]: ...
    def __getitem__(self, position: int | slice) -> Mark | list[Mark]:
        if isinstance(position, slice):
            return [self[at] for at in range(*position.indices(len(self)))]
        found = self._kept.get(position)
        if found is None:
            found = self._made(position)
            if len(self._kept) < MOST_KEPT:
                self._kept[position] = found
        return found

    def _made(self, position: int) -> Mark:
        """One event as the component reads it; days are proleptic Gregorian, 1 = 0001-01-01."""
        cell = {name: column[position] for name, column in self._column.items()}
        date = parse_date(str(cell["date"]))
        return {
            "id": cell["event_id"],
            "title": cell["title"],
            "when": date_words(date),
            "short": short_words(date),
            **bounds(date),
            "basis": cell["date_basis"] or "stated",
            "rank": int(cell["importance"]),
            "status": cell["status"],
        }


def bounds(date: HonestDate) -> dict[str, Any]:
    """How far a date reaches and how sure its ends are."""
    return {
        "a": date.earliest,
        "z": date.latest,
        "b": date.inner_start,
        "y": date.inner_end,
        "kind": "s" if date.kind == "span" else "i",
        "soft": date.approximate or date.uncertain,
        "open0": date.open_start or date.unknown_start,
        "open1": date.open_end or date.unknown_end,
    }


@kept_with_dossier
def all_marks(dossier: Dossier) -> Marks:
    """The marks of all events, in the order of the events."""
    return Marks(dossier)


@kept_with_dossier
def theme_colors(dossier: Dossier) -> dict[str, int]:
    """The palette number of every theme, in the order of the themes table."""
    return {theme: at for at, theme in enumerate(facets(dossier)["theme"].values)}


def lanes_by(dossier: Dossier, by: FacetName) -> list[Lane]:
    """The lanes for one way to divide the events; the many actors share a lane.

    Events that have no value of that kind stand in a last lane, which says so.
    """
    return list(_lanes(dossier)[by])


@kept_with_dossier
def _lanes(dossier: Dossier) -> dict[FacetName, list[Lane]]:
    return {by: _made_lanes(dossier, by) for by in LANES}


def _made_lanes(dossier: Dossier, by: FacetName) -> list[Lane]:
    facet = facets(dossier)[by]
    values, colors = facet.values, theme_colors(dossier)
    many = by != "theme" and len(values) > MOST_LANES
    shown = values[: MOST_LANES - 1] if many else values
    lanes = [
        Lane(value, lane_label(dossier, by, value), colors[value] if by == "theme" else at)
        for at, value in enumerate(shown)
    ]
    if many:
        lanes.append(Lane(OTHERS, OTHERS, len(lanes)))
    if np.count_nonzero(np.bincount(facet.events, minlength=1)) < facet.size:
        lanes.append(Lane("", NONE[by] if lanes else "Events", len(lanes)))
    return lanes


def lane_label(dossier: Dossier, by: FacetName, value: str) -> str:
    """The name of a lane: a document's title, a theme's label, an actor as printed."""
    if by == "theme":
        return dossier.theme_label(value)
    return dossier.document_title(value) if by == "document" else value


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Pairs: event `events[i]` stands in lane `lanes[i]`; sorted by event, then by lane."""

    events: Positions
    lanes: npt.NDArray[np.int16]


def lane_places(dossier: Dossier, by: FacetName) -> Places:
    """Which event stands in which of the lanes of `lanes_by`; in several where several apply."""
    return _places(dossier)[by]


@kept_with_dossier
def _places(dossier: Dossier) -> dict[FacetName, Places]:
    return {by: _placed(dossier, by) for by in LANES}


def _placed(dossier: Dossier, by: FacetName) -> Places:
    facet, lanes = facets(dossier)[by], lanes_by(dossier, by)
    rank = {lane.id: at for at, lane in enumerate(lanes)}
    others, none = rank.get(OTHERS, len(lanes) - 1), rank.get("", len(lanes) - 1)
    lane_of = np.array([rank.get(value, others) for value in facet.values], dtype=np.int64)
    alone = np.ones(facet.size, dtype=np.bool_)
    alone[facet.events] = False
    without = np.flatnonzero(alone)
    pairs = facet.events.astype(np.int64) * len(lanes)
    pairs += lane_of[facet.codes] if len(pairs) else 0
    pairs = distinct(np.concatenate([pairs, without * len(lanes) + none]))
    return Places(pairs // max(1, len(lanes)), (pairs % max(1, len(lanes))).astype(np.int16))


def reach(first: Ends, last: Ends) -> tuple[int, int] | None:
    """The first and last day of events that begin and end so, leaving open ends out."""
    known = [ends[(ends > DAY_MIN) & (ends < DAY_MAX)] for ends in (first, last)]
    days = [day for ends in known if len(ends) for day in (int(ends.min()), int(ends.max()))]
    return (min(days), max(days)) if days else None
