"""Lanes with too many events to draw one by one: how many begin in each column of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dossier.dates.days import DAY_MAX, DAY_MIN
from dossier.exporting.picture.time_scale import Scale
from dossier.markup import Markup, markup
from dossier.model import Dossier
from dossier.selecting.facets import facets
from dossier.selecting.links import Positions, distinct
from dossier.views.lens_view import told_marks
from dossier.views.marks import OTHERS
from dossier.views.view import View

COLUMN = 6.0  # pixels
Days = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The events of one lane: how many begin in each column, before and after the window."""

    columns: npt.NDArray[np.intp]
    earlier: int
    later: int

    @property
    def most(self) -> int:
        """The number in the fullest column."""
        return int(self.columns.max(initial=0))


def lane_positions(
    dossier: Dossier, view: View, lanes: Sequence[str], shown: Positions
) -> list[Positions]:
    """For each lane, by its id, the positions of the shown events that stand in it."""
    facet = facets(dossier)[view.lanes]
    place = {lane: at for at, lane in enumerate(lanes)}
    others, none = place.get(OTHERS, -1), place.get("", -1)
    by_code = np.array([place.get(each, others) for each in facet.values] or [none])
    chosen = np.zeros(len(dossier.events), dtype=np.bool_)
    chosen[shown] = True
    kept = chosen[facet.events]
    events, codes = facet.events[kept], facet.codes[kept]
    found = [distinct(events[by_code[codes] == at]) for at in range(len(lanes))]
    if none >= 0:
        chosen[events] = False
        found[none] = np.flatnonzero(chosen)
    return found


def count_lane(dossier: Dossier, view: View, positions: Positions, scale: Scale) -> Counted:
    """Count the events of a lane by the day they begin on; an open start counts by its end."""
    days = _begins(dossier, view, positions)
    size = max(1, int((scale.right - scale.left) // COLUMN))
    length = scale.last + 1 - scale.first
    inside = days[(days >= scale.first) & (days <= scale.last)]
    columns = np.bincount((inside - scale.first) * size // length, minlength=size)
    return Counted(columns, int((days < scale.first).sum()), int((days > scale.last).sum()))


def column_bars(counted: Counted, scale: Scale, foot: float, height: float,
                color: str) -> Iterator[Markup]:  # fmt: skip
    """Draw the counts as bars on a foot; a bar's area grows with the root of its number."""
    wide = (scale.right - scale.left) / len(counted.columns)
    for at in np.flatnonzero(counted.columns).tolist():
        tall = max(1.5, height * float(np.sqrt(counted.columns[at] / counted.most)))
        x = scale.left + at * wide
        yield markup("rect", x=f"{x + 0.5:.1f}", y=f"{foot - tall:.1f}", width=f"{wide - 1:.1f}",
                     height=f"{tall:.1f}", fill=color, style="opacity:0.72")  # fmt: skip


def _begins(dossier: Dossier, view: View, positions: Positions) -> Days:
    if view.clock == "happened":
        ends = (dossier.events[name].to_numpy()[positions] for name in ("earliest", "latest"))
        first, last = ends
    else:
        marks = told_marks(dossier, view)
        told = [(marks[at]["a"], marks[at]["z"]) for at in positions.tolist()]
        first = np.array([DAY_MIN if a is None else a for a, _ in told], dtype=np.int64)
        last = np.array([DAY_MAX if z is None else z for _, z in told], dtype=np.int64)
    days: Days = np.where(first > DAY_MIN, first, last).astype(np.int64)
    return days
