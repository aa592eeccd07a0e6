"""Days as whole numbers on the proleptic Gregorian calendar, for any year.

Day 1 is 1 January of the year 1, as in `datetime.date.toordinal`. `datetime` ends at the years 1
and 9999, so other years are moved by whole Gregorian cycles (400 years are always 146,097 days).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097
_LAST_OF_MONTH = relativedelta(day=31)  # clipped to the days that the month has


def day_number(year: int, month: int, day: int) -> int:
    """Number a day of the proleptic Gregorian calendar, 0001-01-01 being 1.

    Years are astronomical, as in ISO 8601: 0 is 1 BCE, -1 is 2 BCE. Raises ValueError for a month
    or a day that does not exist.
    """
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal()
    cycle, rest = divmod(year - 1, CYCLE_YEARS)
    return date(rest + 1, month, day).toordinal() + cycle * CYCLE_DAYS


def civil(day: int) -> tuple[int, int, int]:
    """Give the (year, month, day) of a day number; the inverse of `day_number`."""
    cycle, rest = divmod(day - 1, CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return found.year + cycle * CYCLE_YEARS, found.month, found.day


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month, in any year."""
    return _days_in_month((year - 1) % CYCLE_YEARS + 1, month)


@lru_cache(maxsize=CYCLE_YEARS * 12)
def _days_in_month(cycle_year: int, month: int) -> int:
    last: date = date(cycle_year, month, 1) + _LAST_OF_MONTH
    return last.day


DAY_MIN = day_number(-9999, 1, 1)
DAY_MAX = day_number(9999, 12, 31)
