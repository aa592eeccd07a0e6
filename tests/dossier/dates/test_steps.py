from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates.days import DAY_MAX, DAY_MIN, civil
from dossier.dates.steps import LADDER, finest_step, step_edges

DAYS = st.integers(DAY_MIN + 400_000, DAY_MAX - 400_000)


@settings(deadline=None)
@given(st.integers(0, len(LADDER) - 1), DAYS, st.integers(0, 2_000))
def test_edges_hold_the_stretch_and_are_as_far_apart_as_the_step(at, first, length):
    step = LADDER[at]
    edges = step_edges(step, first, first + length)
    assert edges[0] <= first < edges[1]
    assert edges[-2] <= first + length < edges[-1]
    assert np.all(np.diff(edges) > 0.6 * step.days - 1)
    assert np.all(np.diff(edges) < 1.2 * step.days + 1)


@settings(deadline=None, max_examples=50)
@given(DAYS, st.integers(0, 4_000))
def test_every_step_lies_within_the_one_before(first, length):
    for coarse, fine in pairwise(LADDER):
        outer = step_edges(coarse, first, first + length)
        inner = step_edges(fine, int(outer[0]), int(outer[-1]) - 1)
        assert set(outer.tolist()) <= set(inner.tolist())


@pytest.mark.parametrize(
    ("length", "columns", "unit", "size"),
    [
        (365 * 30, 40, "year", 1),
        (365 * 3, 40, "month", 1),
        (40, 40, "day", 1),
        (5_000_000, 40, "year", 500),
    ],
)
def test_a_step_is_as_fine_as_the_columns_allow(length, columns, unit, size):
    assert finest_step(length, columns)[:2] == (unit, size)


def test_days_are_told_in_tens_and_fives_of_a_month():
    tens, fives = (next(s for s in LADDER if (s.unit, s.size) == ("day", n)) for n in (10, 5))
    first = 731_000
    assert {civil(day)[2] for day in step_edges(tens, first, first + 90).tolist()} == {1, 11, 21}
    days = {civil(day)[2] for day in step_edges(fives, first, first + 90).tolist()}
    assert days == {1, 6, 11, 16, 21, 26}
