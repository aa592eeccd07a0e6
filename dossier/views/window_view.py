"""What a window of time can show of very many events: marks where they are few, else counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.binning import Columns, Sorted, Whole, columns_of, counts, covered, sort_pairs
from dossier.views.spread import Spread, spread_of
from dossier.views.timeline_view import HEADLINE, domain_of, marks_data
from dossier.views.view import View

MOST_NEAR = 400  # marks in and around a window that are drawn as they are
MOST_WIDE = 60  # of those that no column holds
MOST_HEADLINES = 60
MOST_COLUMNS = 160
MOST_LISTED = 100


def window_data(
    dossier: Dossier, shown: Positions, view: View, window: tuple[int, int], columns: int
) -> dict[str, Any]:
    """What can be drawn of a window [t0, t1) of days that is so many targets wide.

    It reaches half a window further on both sides. Headlines are marks always, all other events
    are where they are few; else those that a column holds are counted in it (`bins`, of which
    `bars` show the finer distribution) and those that none holds by how many may lie where
    (`cover`). `earlier`, `later` and `shown` count the events of a lane by the window itself.
    """
    spread = spread_of(dossier, shown, view)
    t0, t1 = window
    domain = domain_of(dossier, shown, view)
    half = (t1 - t0) // 2 + 1
    first, last = max(domain[0], t0 - half), min(domain[1], t1 + half)
    made = columns_of(min(first, t0), max(last, t1), t1 - t0, min(max(1, columns), MOST_COLUMNS))
    found = sort_pairs(spread, made)
    marks, binned, wide = _parted(dossier, spread, found)
    return {
        "t0": t0,
        "t1": t1,
        "step": [made.step.unit, made.step.size],
        "from": int(made.edges[0]),
        "bins": np.diff(made.edges).tolist(),
        "fine": np.diff(made.fine).tolist(),
        "lanes": _lanes(spread, made, window, binned, wide),
        "marks": marks_data(dossier, view, spread, marks),
    }


def _parted(dossier: Dossier, spread: Spread, found: Sorted) -> tuple[Whole, Whole, Whole]:
    """The pairs that are drawn as marks, those that are counted, and those that reach over."""
    ranks = dossier.events["importance"].to_numpy()[spread.events[found.at]]
    heads = _some(np.flatnonzero(ranks == HEADLINE))
    apart = np.zeros(len(found.at), dtype=np.bool_)
    apart[heads] = True
    narrow, wide = found.narrow & ~apart, ~found.narrow & ~apart
    marks = apart.copy()
    for part, most in ((narrow, MOST_NEAR), (wide, MOST_WIDE)):
        if np.count_nonzero(part) <= most:
            marks |= part
            part[:] = False
    return found.at[marks], found.at[narrow], found.at[wide]


def _some(heads: Whole) -> Whole:
    """Of very many headlines some that lie evenly among them."""
    if len(heads) <= MOST_HEADLINES:
        return heads
    return heads[np.linspace(0, len(heads) - 1, MOST_HEADLINES).astype(np.intp)]


def _lanes(
    spread: Spread, columns: Columns, window: tuple[int, int], binned: Whole, wide: Whole
) -> list[dict[str, Any]]:
    """For each lane its counts by column, and by the window."""
    size = len(spread.lanes)
    total, earlier, later = (
        np.bincount(spread.used[chosen], minlength=size)
        for chosen in (slice(None), spread.last < window[0], spread.first >= window[1])
    )
    bins = counts(spread, binned, columns.edges)
    bars = covered(spread, binned, columns.fine, shared=True)
    cover = covered(spread, wide, columns.fine, shared=False)
    reaching = np.bincount(spread.used[wide], minlength=size)
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


def bin_events(
    dossier: Dossier, shown: Positions, view: View, asked: tuple[int, int, int, int, bool]
) -> dict[str, Any]:
    """The events behind one count: `asked` is (lane, first day, day after, columns, wide).

    Of more than MOST_LISTED the first ones; `total` says how many there are.
    """
    lane, begin, end, columns, wide = asked
    spread = spread_of(dossier, shown, view)
    made = columns_of(begin, end - 1, end - begin, columns)
    own = spread.used == lane
    if wide:
        found = own & (spread.last >= begin) & (spread.first < end)
        sorted_ = sort_pairs(spread, made)
        reaching = np.zeros(len(spread), dtype=np.bool_)
        reaching[sorted_.at[~sorted_.narrow]] = True
        found &= reaching
    else:
        found = own & (spread.first >= begin) & (spread.last < end)
    at = np.flatnonzero(found)
    return {
        "total": len(at),
        "marks": marks_data(dossier, view, spread, at[:MOST_LISTED]),
    }
