"""The selected events on their lanes, as arrays: what is counted when marks are too many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dossier.dates.days import DAY_MAX, DAY_MIN
from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.lens_view import told_ends
from dossier.views.marks import Ends, Lane, lane_places, lanes_by
from dossier.views.view import View

# A spread of a million events takes some thirty megabytes: few of those, many small ones.
KEPT_PAIRS = 4_000_000
KEPT_MOST = 32


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Pairs of an event and a lane it stands in, in the order in which marks are drawn.

    Pair `i` is the event at `events[i]` on `lanes[used[i]]`, from `first[i]` to `last[i]`; open
    ends are DAY_MIN and DAY_MAX. Only lanes with an event are among `lanes`. `shown` are the
    positions that were asked for.
    """

    shown: Positions
    lanes: tuple[Lane, ...]
    events: npt.NDArray[np.int32]
    used: npt.NDArray[np.int16]
    first: npt.NDArray[np.int32]
    last: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.events)


def spread_of(dossier: Dossier, shown: Positions, view: View) -> Spread:
    """The selected events by the lanes and the clock of a view; made once for many readers."""
    # By identity, since an array of a million positions is not compared in no time; the spread
    # holds the array, so that its place in memory is not given to another.
    key = (id(shown), view.lanes, view.clock, view.selection.asof)
    return _spreads(dossier).get(key, lambda: _spread(dossier, shown, view))


@kept_with_dossier
def _spreads(dossier: Dossier) -> KeptLast[Spread]:
    return KeptLast(max(2, min(KEPT_MOST, KEPT_PAIRS // max(1, len(dossier.events)))))


def _spread(dossier: Dossier, shown: Positions, view: View) -> Spread:
    places, lanes = lane_places(dossier, view.lanes), lanes_by(dossier, view.lanes)
    chosen = np.zeros(len(dossier.events), dtype=np.bool_)
    chosen[shown] = True
    kept = chosen[places.events]
    events, lane = places.events[kept], places.lanes[kept]
    ends = [np.clip(days, DAY_MIN, DAY_MAX)[events] for days in told_ends(dossier, view)]
    if view.clock != "happened":
        order = np.lexsort((ends[1], ends[0]))
        events, lane, ends = events[order], lane[order], [days[order] for days in ends]
    counted = np.bincount(lane, minlength=len(lanes))
    row = np.cumsum(counted > 0) - 1
    return Spread(
        shown,
        tuple(each for each, count in zip(lanes, counted.tolist(), strict=True) if count),
        events.astype(np.int32),
        row[lane].astype(np.int16),
        *(_small(days) for days in ends),
    )


def _small(days: Ends) -> npt.NDArray[np.int32]:
    return days.astype(np.int32)
