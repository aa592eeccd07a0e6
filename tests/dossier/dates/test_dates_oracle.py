"""The reader against the `edtf` package, over every form that both of them read.

Where the two differ, and why:

- winter (2022-24): `edtf` takes December alone; here it runs to the end of the next February;
- an empty end (2011/): `edtf` supposes ten years; here it is unknown, None;
- an open end: `edtf` gives an infinity; here None;
- -000X and -00XX: `edtf` takes 0 for the last year; here it is -1, since -0000 is no year;
- -0044-XX and -0044-03-XX: `edtf` leans the wrong way below zero and gives a first day after the
  last; here they are the year and the month;
- 2021-02-29 and an interval that runs backwards: `edtf` reads them; here they are refused;
- 1XXX and midnight as 24:00:00: `edtf` reads them; here they are refused;
- times: `edtf` wants the seconds and no zero offset (+00:00); here 11:19 will do;
- a season qualified on its own (2022-21?), an interval of times, one with 2022-XX or with a
  qualified or open 199X, and a window from or to a qualified or unspecified date: `edtf` cannot
  read them, or fails on them; here they are read.
"""

from __future__ import annotations

import math
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dossier.dates.edtf import DateError, civil, day_number, parse_date

QUALIFIERS = st.sampled_from(["", "", "?", "~", "%"])
DAYS = st.integers(day_number(-9998, 1, 1), day_number(9998, 12, 31))


def oracle_day(bound: struct_time | float) -> int | None:
    if isinstance(bound, float):
        assert math.isinf(bound)
        return None
    return day_number(bound.tm_year, bound.tm_mon, bound.tm_mday)


def oracle(text: str) -> tuple[int | None, int | None]:
    read = parse_edtf(text)
    return oracle_day(read.lower_strict()), oracle_day(read.upper_strict())


def ours(text: str) -> tuple[int | None, int | None]:
    date = parse_date(text)
    return date.earliest, date.latest


def year_text(year: int) -> str:
    return f"{year:05d}" if year < 0 else f"{year:04d}"


@st.composite
def calendar_dates(draw: st.DrawFn) -> str:
    year, month, day = civil(draw(DAYS))
    season = draw(st.integers(21, 23))
    rest = draw(st.sampled_from(["", f"-{month:02d}", f"-{month:02d}-{day:02d}", f"-{season}"]))
    return year_text(year) + rest


@st.composite
def unspecified_dates(draw: st.DrawFn) -> str:
    year, month, _ = civil(draw(DAYS))
    text = year_text(year)
    if year >= 0:
        shapes = [text + "-XX", f"{text}-{month:02d}-XX", text + "-XX-XX"]
    else:
        assume(year <= -100)
        shapes = []
    shapes += [text[:-1] + "X", text[:-2] + "XX"]
    return draw(st.sampled_from(shapes)) + draw(QUALIFIERS)


@given(calendar_dates(), QUALIFIERS)
@settings(deadline=None)
def test_simple_dates_agree(text: str, qualifier: str) -> None:
    qualifier = "" if parse_date(text).precision == "season" else qualifier
    assert ours(text + qualifier) == oracle(text + qualifier)


@given(unspecified_dates())
@settings(deadline=None)
def test_unspecified_digits_agree(text: str) -> None:
    assert ours(text) == oracle(text)


@given(calendar_dates(), calendar_dates(), QUALIFIERS, QUALIFIERS)
@settings(deadline=None)
@example("2021-06", "2021", "", "")
def test_intervals_agree(start: str, end: str, before: str, after: str) -> None:
    assume(ours(start)[0] <= ours(end)[1])  # type: ignore[operator]
    text = f"{start}{before}/{end}{after}"
    assert ours(text) == oracle(text)


@given(calendar_dates(), QUALIFIERS, st.sampled_from(["{}/..", "../{}"]))
@settings(deadline=None)
def test_open_intervals_agree(text: str, qualifier: str, shape: str) -> None:
    text = shape.format(text + qualifier)
    assert ours(text) == oracle(text)


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-13T11:19:01",
        "2022-01-13T11:19:01Z",
        "2022-01-13T23:30:00-05:00",
        "2022-01-13T00:30:00+01",
        "-0044-03-15T12:00:00",
    ],
)
def test_times_agree_on_the_day(text: str) -> None:
    assert ours(text) == oracle(text)


@pytest.mark.parametrize(
    "text",
    [
        "[2021-04..2021-06]",
        "[2021-04-03..2021-06-30]",
        "[2021..2022]",
        "[..2022-07-04]",
        "[..2022]",
        "[2022-11..]",
        "[2021,2022-05]",
        "[2019,2020-02,2022-11-03]",
        "[199X,2005]",
        "199X/2005",
        "2005/201X",
    ],
)
def test_one_of_sets_and_decades_in_intervals_agree(text: str) -> None:
    assert ours(text) == oracle(text)


@pytest.mark.parametrize(
    "text", ["2022-24", "2011/", "/2011", "-000X", "-00XX", "-0044-XX", "-0044-03-XX"]
)
def test_known_differences_still_differ(text: str) -> None:
    assert ours(text) != oracle(text)


@pytest.mark.parametrize("text", ["2021-02-29", "2022/2021", "1XXX", "2022-01-13T24:00:00"])
def test_some_forms_are_refused_here_alone(text: str) -> None:
    assert parse_edtf(text) is not None
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    ["2022-01-13T11:19", "2022-21?", "199X/..", "[..199X]", "[2021~..2022]", "2022-01-13T09:00/.."],
)
def test_some_forms_are_read_here_alone(text: str) -> None:
    assert parse_edtf(text, fail_silently=True) is None
    assert parse_date(text)
