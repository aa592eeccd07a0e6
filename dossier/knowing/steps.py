"""Steps: the days at which one may ask what was known, and how much was known at each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dossier.dates.days import civil, day_number, days_in_month
from dossier.kept import kept_with_dossier
from dossier.knowing.windows import event_windows, written_windows
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.links import Positions

MOST_MONTHS = 240  # beyond, the steps are years
MOST_YEARS = 600


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Months, or years where there are many, in which something came out, and those between.

    `values` are EDTF, `ends` their last days. Something of event `i` may be known from step
    `first[i]` on and surely is from step `last[i]` on; the number of steps stands for never.
    """

    values: tuple[str, ...]
    ends: Positions
    first: Positions
    last: Positions


@dataclass(frozen=True, slots=True)
class StepCounts:
    """At each step, how many events were certainly and how many possibly known, of `total`."""

    certain: tuple[int, ...]
    possible: tuple[int, ...]
    total: int


@kept_with_dossier
def known_steps(dossier: Dossier) -> Steps:
    """The steps of a dossier: from before the first document to when the last had come out.

    None where no document has a date. A window without an end, and one whose end is inferred,
    counts by the end that is written, since that is where a reader looks for it.
    """
    values = _values(_reach(dossier))
    ends = np.array([_last_day(value) for value in values], dtype=np.intp)
    first, last = event_windows(dossier)
    return Steps(values, ends, np.searchsorted(ends, first), np.searchsorted(ends, last))


def step_counts(steps: Steps, events: Positions) -> StepCounts:
    """Count what was known at each step among some events."""
    size = len(steps.values)
    seen, sure = (
        np.cumsum(np.bincount(at[events], minlength=size + 1)[:size])
        for at in (steps.first, steps.last)
    )
    return StepCounts(tuple(sure.tolist()), tuple((seen - sure).tolist()), len(events))


def step_at(steps: Steps, day: int) -> int:
    """The step in which a day lies; that at the nearer end where it lies outside."""
    return int(np.clip(np.searchsorted(steps.ends, day), 0, max(0, len(steps.ends) - 1)))


def _reach(dossier: Dossier) -> tuple[int, int] | None:
    """The first and last day at which a document may have come out; None without any."""
    first, last = written_windows(dossier)
    opens = first[(first > DAY_MIN) & (first < DAY_MAX)]
    if not len(opens):
        return None
    closes = last[(last > DAY_MIN) & (last < DAY_MAX)]
    return int(opens.min()), int(max(opens.max(), closes.max(initial=DAY_MIN)))


def _values(reach: tuple[int, int] | None) -> tuple[str, ...]:
    if reach is None:
        return ()
    (first_year, first_month, _), (last_year, last_month, _) = map(civil, reach)
    # One month before the first document, so that there is a step at which nothing was known.
    months = range(12 * first_year + first_month - 2, 12 * last_year + last_month)
    if len(months) <= MOST_MONTHS and first_year > 1:
        return tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months)
    years = range(max(first_year - 1, last_year - MOST_YEARS), last_year + 1)
    return tuple(f"{year:04d}" if year >= 0 else f"-{-year:04d}" for year in years)


def _last_day(value: str) -> int:
    year, _, month = value.rpartition("-") if "-" in value[1:] else (value, "", "12")
    return day_number(int(year), int(month), days_in_month(int(year), int(month)))
