"""Events counted by columns of time: exactly where a column holds them, shared out where not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dossier.dates.steps import Days, Step, finest_step, step_edges
from dossier.views.spread import Spread

FINE = 6  # fine columns in the width of one that can be pressed
WIDEST_TABLE = 400_000  # days for which the column of each is written down
Bits = npt.NDArray[np.bool_]
Whole = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """A stretch of time in columns that can be pressed, each of some fine ones that are drawn.

    `edges` are the first days of columns and the day after the last, `fine` those of fine ones.
    """

    step: Step
    edges: Days
    fine: Days


def columns_of(first: int, last: int, length: float, most: int) -> Columns:
    """Columns over the days from `first` to `last`, at most so many over a length of days."""
    step, fine = finest_step(length, most), finest_step(length, most * FINE)
    edges = step_edges(step, first, last)
    return Columns(step, edges, step_edges(fine, int(edges[0]), int(edges[-1]) - 1))


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """The pairs of a spread that may lie between two days, and which of them one column holds.

    `at` are their places in the spread; `narrow` are those that begin and end in one column.
    """

    at: Whole
    narrow: Bits


def sort_pairs(spread: Spread, columns: Columns) -> Sorted:
    """Find what may lie in the columns, and what lies in one of them for certain."""
    begin, end = int(columns.edges[0]), int(columns.edges[-1])
    near = np.flatnonzero((spread.last >= begin) & (spread.first < end))
    first, last = spread.first[near], spread.last[near]
    inside = (first >= begin) & (last < end)
    narrow = inside & (column_of(columns.edges, first) == column_of(columns.edges, last))
    return Sorted(near, narrow)


def column_of(edges: Days, days: npt.NDArray[np.int32]) -> Whole:
    """The column that each day lies in; days outside count to the first and the last."""
    begin, end = int(edges[0]), int(edges[-1])
    held = np.clip(days, begin, end - 1)
    if end - begin > max(4 * len(days), 1_000) or end - begin > WIDEST_TABLE:
        return np.searchsorted(edges, held, side="right") - 1
    table = np.repeat(np.arange(len(edges) - 1, dtype=np.intp), np.diff(edges))
    found: Whole = table[held - begin]
    return found


def counts(spread: Spread, at: Whole, edges: Days) -> npt.NDArray[np.intp]:
    """For each lane, how many of these pairs begin in each column."""
    lanes, size = len(spread.lanes), len(edges) - 1
    cells = spread.used[at].astype(np.intp) * size + column_of(edges, spread.first[at])
    return np.bincount(cells, minlength=lanes * size).reshape(lanes, size)


def covered(spread: Spread, at: Whole, edges: Days, *, shared: bool) -> npt.NDArray[np.float64]:
    """For each lane and column, how many of these pairs may lie there.

    `shared` gives each pair the weight of one event, in equal parts to the columns it may lie in.
    """
    lanes, size = len(spread.lanes), len(edges) - 1
    first, last = column_of(edges, spread.first[at]), column_of(edges, spread.last[at])
    weight = 1 / (last - first + 1) if shared else None
    row = spread.used[at].astype(np.intp) * (size + 1)
    cells = lanes * (size + 1)
    begun = np.bincount(row + first, weight, minlength=cells)
    ended = np.bincount(row + last + 1, weight, minlength=cells)
    summed = np.cumsum((begun - ended).reshape(lanes, size + 1)[:, :size], axis=1)
    return np.asarray(summed.round(6), dtype=np.float64)
