"""What the timeline draws of each event, prepared once a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dossier.dates.edtf import HonestDate, parse_date
from dossier.dates.words import date_words, short_words
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.facets import FacetName, facets

Mark = Mapping[str, Any]
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


def mark_of(dossier: Dossier, position: int) -> Mark:
    """One event as the component reads it; days are proleptic Gregorian, 1 = 0001-01-01."""
    events = dossier.events
    date = parse_date(str(events["date"].iat[position]))
    return {
        "id": events["event_id"].iat[position],
        "title": events["title"].iat[position],
        "when": date_words(date),
        "short": short_words(date),
        **bounds(date),
        "basis": events["date_basis"].iat[position] or "stated",
        "rank": int(events["importance"].to_numpy()[position]),
        "status": events["status"].iat[position],
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
def all_marks(dossier: Dossier) -> list[Mark]:
    """The marks of all events, in the order of the events."""
    return [mark_of(dossier, position) for position in range(len(dossier.events))]


@kept_with_dossier
def theme_colors(dossier: Dossier) -> dict[str, int]:
    """The palette number of every theme, in the order of the themes table."""
    return {theme: at for at, theme in enumerate(facets(dossier)["theme"].values)}


def lanes_by(dossier: Dossier, by: FacetName) -> list[Lane]:
    """The lanes for one way to divide the events; the many actors share a lane.

    Events that have no value of that kind stand in a last lane, which says so.
    """
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
    if len(np.unique(facet.events)) < facet.size:
        lanes.append(Lane("", NONE[by] if lanes else "Events", len(lanes)))
    return lanes


def lane_label(dossier: Dossier, by: FacetName, value: str) -> str:
    """The name of a lane: a document's title, a theme's label, an actor as printed."""
    if by == "theme":
        return dossier.theme_label(value)
    document = dossier.document(value) if by == "document" else None
    return document.title if document else value


def lane_places(dossier: Dossier, by: FacetName, lanes: list[Lane]) -> dict[int, list[int]]:
    """For each event's position the lanes it stands in; several where several apply."""
    facet = facets(dossier)[by]
    rank = {lane.id: at for at, lane in enumerate(lanes)}
    others, none = rank.get(OTHERS, len(lanes) - 1), rank.get("", len(lanes) - 1)
    places: dict[int, list[int]] = {}
    pairs = zip(facet.events.tolist(), facet.codes.tolist(), strict=True)
    for position, code in pairs:
        lane = rank.get(facet.values[code], others)
        held = places.setdefault(position, [])
        if lane not in held:
            held.append(lane)
    return {position: places.get(position, [none]) for position in range(facet.size)}


def extent(dossier: Dossier, positions: Iterable[int]) -> tuple[int, int] | None:
    """The first and last day that events reach, leaving open ends out; None without any."""
    events = dossier.events.iloc[list(positions)]
    days = [*events["earliest"].tolist(), *events["latest"].tolist()]
    known = [day for day in days if DAY_MIN < day < DAY_MAX]
    return (min(known), max(known)) if known else None
