"""What a window of time can show of very many events: marks where they are few, else counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.binning import Columns, Whole, column_of, columns_of, counts, covered, sort_pairs
from dossier.views.spread import Spread, spread_of
from dossier.views.timeline_view import HEADLINE, Window, domain_of, marks_data
from dossier.views.view import View

MOST_NEAR = 400  # marks in and around a window that are drawn as they are
MOST_WIDE = 60  # of those that no column holds
MOST_HEADLINES = 60
MOST_COLUMNS = 160
MOST_LISTED = 100


def window_data(
    dossier: Dossier, shown: Positions, view: View, window: Window, columns: int
) -> dict[str, Any]:
    """What can be drawn of a window [t0, t1) of days that is so many targets wide.

    It reaches half a window further on both sides. Headlines are marks always, all other events
    are where they are few; else those that a column holds are counted in it (`bins`, of which
    `bars` show the finer distribution) and those that none holds by how many may lie where
    (`cover`; `wide` of them in the window). `earlier`, `later` and `shown` count the events of a
    lane by the window itself.
    """
    drawn = _drawn(dossier, shown, view, window, columns)
    made = drawn.columns
    return {
        "t0": window[0],
        "t1": window[1],
        "step": [made.step.unit, made.step.size],
        "from": int(made.edges[0]),
        "bins": np.diff(made.edges).tolist(),
        "fine": np.diff(made.fine).tolist(),
        "lanes": _lanes(drawn, window),
        "marks": marks_data(dossier, view, drawn.spread, drawn.marks),
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """How the pairs of a spread are drawn, by their places: as marks, in columns, in the band."""

    spread: Spread
    columns: Columns
    marks: Whole
    binned: Whole
    wide: Whole


def _drawn(dossier: Dossier, shown: Positions, view: View, window: Window, most: int) -> _Drawn:
    spread = spread_of(dossier, shown, view)
    domain, (t0, t1) = domain_of(dossier, shown, view), window
    half = (t1 - t0) // 2 + 1
    first, last = max(domain[0], t0 - half), min(domain[1], t1 + half)
    most = min(max(1, most), MOST_COLUMNS)
    columns = columns_of(min(first, t0), max(last, t1), t1 - t0, most)
    found = sort_pairs(spread, columns)
    ranks = dossier.events["importance"].to_numpy()[spread.events[found.at]]
    marks = np.zeros(len(found.at), dtype=np.bool_)
    marks[_some(np.flatnonzero(ranks == HEADLINE))] = True
    narrow, wide = found.narrow & ~marks, ~found.narrow & ~marks
    for part, few in ((narrow, MOST_NEAR), (wide, MOST_WIDE)):
        if np.count_nonzero(part) <= few:
            marks |= part
            part[:] = False
    return _Drawn(spread, columns, found.at[marks], found.at[narrow], found.at[wide])


def _some(heads: Whole) -> Whole:
    """Of very many headlines some that lie evenly among them."""
    if len(heads) <= MOST_HEADLINES:
        return heads
    return heads[np.linspace(0, len(heads) - 1, MOST_HEADLINES).astype(np.intp)]


def _lanes(drawn: _Drawn, window: Window) -> list[dict[str, Any]]:
    """For each lane its counts by column, and by the window."""
    spread, columns, binned, wide = drawn.spread, drawn.columns, drawn.binned, drawn.wide
    size = len(spread.lanes)
    total, earlier, later = (
        np.bincount(spread.used[chosen], minlength=size)
        for chosen in (slice(None), spread.last < window[0], spread.first >= window[1])
    )
    bins = counts(spread, binned, columns.edges)
    bars = covered(spread, binned, columns.fine, shared=True)
    cover = covered(spread, wide, columns.fine, shared=False)
    reaching = np.bincount(spread.used[_inside(spread, wide, window)], minlength=size)
    return [
        {
            "earlier": int(earlier[lane]),
            "later": int(later[lane]),
            "shown": int(total[lane] - earlier[lane] - later[lane]),
            "bins": _sparse(bins[lane]),
            "bars": _sparse(bars[lane].round(1)),
            "wide": int(reaching[lane]),
            "cover": _sparse(cover[lane]),
        }
        for lane in range(size)
    ]


def _sparse(row: npt.NDArray[Any]) -> list[float]:
    """A row of numbers, whole ones as such; nothing where all are nought."""
    if not row.any():
        return []
    return [int(number) if number == int(number) else number for number in row.tolist()]


def _inside(spread: Spread, at: Whole, window: Window) -> Whole:
    """Of these pairs those that may lie in the window."""
    return at[(spread.last[at] >= window[0]) & (spread.first[at] < window[1])]


def counted_events(
    dossier: Dossier,
    shown: Positions,
    view: View,
    window: Window,
    columns: int,
    count: tuple[int, int | None],
) -> dict[str, Any]:
    """The events behind one count of `window_data`, the first MOST_LISTED of `total`.

    `count` is a lane and the first day of a column, or a lane and None for its band.
    """
    lane, begin = count
    drawn = _drawn(dossier, shown, view, window, columns)
    spread, edges = drawn.spread, drawn.columns.edges
    if begin is None:
        at = _inside(spread, drawn.wide, window)
    else:
        held = column_of(edges, spread.first[drawn.binned])
        at = drawn.binned[edges[held] == begin]
    at = at[spread.used[at] == lane]
    marks = marks_data(dossier, view, spread, at[:MOST_LISTED])
    return {"total": len(at), "marks": marks}
