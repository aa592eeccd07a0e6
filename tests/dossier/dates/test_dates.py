"""Honest dates: what a text allows, and never more precision than it has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates.edtf import (
    DAY_MAX,
    DAY_MIN,
    DateError,
    HonestDate,
    civil,
    date_order,
    parse_date,
)

YEARS = st.integers(-9998, 9998)
EDTF_CHARACTERS = "0123456789-/.[],?~%XTZ:+ "


def year_text(year: int) -> str:
    return f"{year:05d}" if year < 0 else f"{year:04d}"


@st.composite
def day_texts(draw: st.DrawFn) -> str:
    year, month, day = civil(draw(st.integers(DAY_MIN, DAY_MAX)))
    return f"{year_text(year)}-{month:02d}-{day:02d}"


@st.composite
def simple_texts(draw: st.DrawFn) -> str:
    text = draw(day_texts())
    cut = draw(st.sampled_from([0, 3, 6]))
    season = f"-{draw(st.integers(21, 24))}" if cut == 6 and draw(st.booleans()) else ""
    if text.startswith("9999") and season == "-24":
        season = ""
    return text[: len(text) - cut] + season + draw(st.sampled_from(["", "?", "~", "%"]))


@st.composite
def date_texts(draw: st.DrawFn) -> str:
    first, last = sorted((draw(simple_texts()), draw(simple_texts())), key=bounds)
    shapes = ["{0}", "{0}/{1}", "{0}/..", "{0}/", "../{0}", "/{0}"]
    shapes += ["[{0}..{1}]", "[{0}..]", "[..{0}]", "[{1},{0}]"]
    return draw(st.sampled_from(shapes)).format(first, last)


def bounds(text: str) -> tuple[int, int]:
    date = parse_date(text)
    assert date.earliest is not None
    assert date.latest is not None
    return date.earliest, date.latest


def days(text: str) -> list[str]:
    """Show the first and last possible day, an open end as two dots."""
    date = parse_date(text)
    ends = (date.earliest, date.latest)
    return [".." if day is None else "{:04d}-{:02d}-{:02d}".format(*civil(day)) for day in ends]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022-01-13", "2022-01-13", "2022-01-13", "day"),
        ("2021-04", "2021-04-01", "2021-04-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2022", "2022-01-01", "2022-12-31", "year"),
        ("2022~", "2022-01-01", "2022-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("2022-XX", "2022-01-01", "2022-12-31", "year"),
        ("2022-XX-XX", "2022-01-01", "2022-12-31", "year"),
        ("2022-11-XX", "2022-11-01", "2022-11-30", "month"),
        ("2022-21", "2022-03-01", "2022-05-31", "season"),
        ("2022-22", "2022-06-01", "2022-08-31", "season"),
        ("2022-23", "2022-09-01", "2022-11-30", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2022-01-13T11:19:01Z", "2022-01-13", "2022-01-13", "second"),
        ("2022-01-13T23:30-05:00", "2022-01-13", "2022-01-13", "minute"),
        ("2021-01/2022-11", "2021-01-01", "2022-11-30", "month"),
        ("2021-05-03/2022", "2021-05-03", "2022-12-31", "year"),
        ("2021-06/2021", "2021-06-01", "2021-12-31", "year"),
        ("2021/2021-06", "2021-01-01", "2021-06-30", "year"),
        ("2011/..", "2011-01-01", "..", "year"),
        ("2011/", "2011-01-01", "..", "year"),
        ("../2022-07-04", "..", "2022-07-04", "day"),
        ("[..2022-07-04]", "..", "2022-07-04", "window"),
        ("[2022-11..]", "2022-11-01", "..", "window"),
        ("[2021-04..2022]", "2021-04-01", "2022-12-31", "window"),
        ("[2022,2019-02]", "2019-02-01", "2022-12-31", "window"),
        ("-0044-03-15", "-044-03-15", "-044-03-15", "day"),
        ("-004X", "-049-01-01", "-040-12-31", "decade"),
        ("-000X", "-009-01-01", "-001-12-31", "decade"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
    ],
)
def test_a_date_allows_exactly_the_days_of_its_text(
    text: str, first: str, last: str, precision: str
) -> None:
    assert days(text) == [first, last]
    assert parse_date(text).precision == precision


def inner(text: str) -> tuple[str, ...]:
    date = parse_date(text)
    return tuple(
        "" if day is None else "{:04d}-{:02d}-{:02d}".format(*civil(day))
        for day in (date.inner_start, date.inner_end)
    )


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("2021-01/2022-11", ("2021-01-31", "2022-11-01")),
        ("2021-05-03/2021-05-05", ("2021-05-03", "2021-05-05")),
        ("2021/2021", ("2021-12-31", "2021-01-01")),  # no day of it is sure
        ("2021/2021-06", ("2021-06-30", "2021-06-01")),  # it began before it ended
        ("2011/..", ("2011-12-31", "")),
        ("2011/", ("2011-12-31", "")),
        ("../2022-07-04", ("", "2022-07-04")),
        ("[2021..2022]", ("", "")),
        ("2021", ("", "")),
    ],
)
def test_a_span_knows_its_latest_start_and_earliest_end(text: str, core: tuple[str, str]) -> None:
    assert inner(text) == core


def test_lasting_and_happening_once_are_told_apart() -> None:
    assert parse_date("2021/2022").kind == "span"
    assert parse_date("[2021..2022]").kind == "instant"
    assert parse_date("2021").kind == "instant"


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2022", False, False),
        ("2022~", True, False),
        ("2022-11?", False, True),
        ("2022-11-03%", True, True),
        ("199X~", True, False),
        ("2021/2022~", True, False),
        ("[2021?..2022]", False, True),
        ("2021~/2022?", True, True),
    ],
)
def test_a_qualifier_anywhere_is_kept(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse_date(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2011/..", {"open_end"}),
        ("2011/", {"unknown_end"}),
        ("../2011", {"open_start"}),
        ("/2011", {"unknown_start"}),
        ("[..2011]", {"open_start"}),
        ("[2011..]", {"open_end"}),
        ("2011/2012", set()),
    ],
)
def test_open_and_unknown_ends_differ(text: str, flags: set[str]) -> None:
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert {name for name in names if getattr(parse_date(text), name)} == flags


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2022-01-13T11:19", "11:19"),
        ("2022-01-13T11:19:01+01:00", "11:19:01"),
        ("2022-01-13T09:00/2022-01-13T11:00", "09:00"),
        ("2022-01-13", ""),
    ],
)
def test_the_time_is_the_one_written(text: str, time: str) -> None:
    assert parse_date(text).time == time


def test_white_space_around_a_date_is_dropped() -> None:
    assert parse_date(" 2022-01\u00a0\n") == parse_date("2022-01")


def test_dates_sort_by_first_day_then_last_then_time() -> None:
    shuffled = ["2022", "2021-04-01T10:00", "[..2022]", "2021-04", "2021/..", "2021-04-01T09:00"]
    expected = ["[..2022]", "2021/..", "2021-04-01T09:00", "2021-04-01T10:00", "2021-04", "2022"]
    assert sorted(shuffled, key=lambda text: date_order(parse_date(text))) == expected


@settings(deadline=None)
@given(st.text() | st.text(EDTF_CHARACTERS, max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        answer: HonestDate | str = parse_date(text)
    except DateError as error:
        answer = str(error)
    assert isinstance(answer, HonestDate) or answer.isprintable()


@settings(deadline=None)
@given(date_texts())
def test_the_first_day_is_never_after_the_last(text: str) -> None:
    date = parse_date(text)
    assert date.text == text
    first, last, _ = date_order(date)
    assert DAY_MIN <= first <= last <= DAY_MAX
    assert (date.earliest is None) == (date.open_start or date.unknown_start)
    assert (date.latest is None) == (date.open_end or date.unknown_end)


@settings(deadline=None)
@given(day_texts())
def test_a_finer_date_lies_inside_its_coarser_ones(text: str) -> None:
    year = text[:-6]
    coarser = [text[:-3], year, year[:-1] + "X", year[:-2] + "XX"]
    if int(year) == 0:
        coarser = coarser[:2]  # 0000 is in 000X, but -0000 is no year
    inner = bounds(text)
    for outer in map(bounds, coarser):
        assert outer[0] <= inner[0] <= inner[1] <= outer[1]
        inner = outer


@settings(deadline=None)
@given(st.lists(date_texts(), max_size=12), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_reading(
    texts: list[str], random: object
) -> None:
    def ordered(items: list[str]) -> list[str]:
        return sorted(items, key=lambda text: (date_order(parse_date(text)), text))

    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ordered(shuffled) == ordered(texts)
