"""Days as numbers: the standard library's count, carried beyond its years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates.days import CYCLE_DAYS, DAY_MAX, DAY_MIN, civil, day_number, days_in_month


@settings(deadline=None)
@given(st.dates())
def test_within_datetimes_years_the_count_is_its_own(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


@settings(deadline=None)
@given(st.integers(DAY_MIN, DAY_MAX))
def test_civil_and_day_number_undo_each_other(day: int) -> None:
    assert day_number(*civil(day)) == day


@settings(deadline=None)
@given(st.integers(DAY_MIN, DAY_MAX - 1))
def test_the_next_day_is_the_next_date(day: int) -> None:
    assert civil(day) < civil(day + 1)


@settings(deadline=None)
@given(st.integers(-9999, 9599), st.integers(1, 12))
def test_the_calendar_repeats_after_four_hundred_years(year: int, month: int) -> None:
    assert days_in_month(year, month) == days_in_month(year + 400, month)
    assert day_number(year + 400, month, 1) - day_number(year, month, 1) == CYCLE_DAYS


@pytest.mark.parametrize(
    ("year", "days"), [(2020, 29), (2021, 28), (1900, 28), (2000, 29), (0, 29), (-1, 28), (-4, 29)]
)
def test_february(year: int, days: int) -> None:
    assert days_in_month(year, 2) == days


def test_the_count_runs_through_year_zero() -> None:
    assert day_number(0, 12, 31) == 0
    assert day_number(1, 1, 1) == 1
    assert civil(DAY_MIN) == (-9999, 1, 1)
    assert civil(DAY_MAX) == (9999, 12, 31)


@pytest.mark.parametrize("day", [(2021, 2, 29), (2021, 13, 1), (-1, 2, 29), (0, 0, 1)])
def test_days_that_do_not_exist_are_refused(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the words are the standard library's
        day_number(*day)
