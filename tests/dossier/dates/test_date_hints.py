"""What a person reads when a date is refused: what is wrong and how to mend it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates.edtf import DateError, parse_date
from dossier.dates.hints import shown


def refusal(text: str) -> str:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-31", "2023-02-31: February 2023 has 28 days"),
        ("2022-02-30/2023", "2022-02-30: February 2022 has 28 days"),
        ("13/01/2022", "13/01/2022: write 2022-01-13"),
        ("2019-20", "2019-20: there is no month 20; for the years to 2020 write 2019/2020"),
        ("2023-00", "2023-00: there is no month 00; where it is not known leave it out: 2023"),
        ("-0000", "-0000: there is no year -0000; write 0000 for 1 BCE"),
        ("[2021]", "[2021]: brackets need a choice; for one date write 2021"),
        ("../..", "../..: one end at least needs a date, as in 2011/.."),
        ("", "no date; write for example 2022-01-13, 2022-01 or 2022"),
    ],
)
def test_a_refusal_names_the_fault_and_the_remedy(text: str, message: str) -> None:
    assert refusal(text) == message


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("2022/01/13", "2022-01-13"),
        ("2022-1-3", "2022-01-03"),
        ("20220113", "2022-01-13"),
        ("01/2022", "2022-01"),
        ("2021/4", "2021-04"),
        ("13 January 2022", "2022-01-13"),
        ("Friday 13th Jan. 2022", "2022-01-13"),
        ("January 13, 2022", "2022-01-13"),
        ("Sept 2022", "2022-09"),
        ("autumn 2022", "2022-23"),
        ("c. 1992", "1992~"),
        ("44 BCE", "-0043"),
        ("1 BC", "0000"),
        ("1990s", "199X"),
        ("199u", "199X"),
        ("2022-11-xx", "2022-11-XX"),
        ("1984?~", "1984%"),
        ("2022-01-13 11:19", "2022-01-13T11:19"),
        ("2022-01-13 00:00:00", "2022-01-13"),
        ("2011/ongoing", "2011/.."),
        ("2021 / 2022", "2021/2022"),
        ("２０２２", "2022"),
    ],
)
def test_a_near_miss_is_written_as_it_should_be(text: str, mended: str) -> None:
    assert refusal(text).endswith(f"write {mended}")
    assert parse_date(mended)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("03/04/2022", "write 2022-04-03 if the day comes first, 2022-03-04 if the month does"),
        ("31/02/2022", "there is no such day"),
        ("2021-2022", "write 2021/2022 if it lasted, [2021..2022] if it happened once"),
        ("2021/22", "write 2021/2022 if it lasted"),
        ("2021-01/13 May 2022", "for “13 May 2022” write 2022-05-13"),
        ("2022?-11-03", "a qualifier stands at the end"),
        ("?2022", "a qualifier stands at the end"),
        ("2022-01-13T11:19~", "no qualifier after a time"),
        ("[2021..2022]~", "write the qualifier inside the brackets"),
        ("[2021,2022..2023]", "either a list"),
        ("{2021,2022}", "braces"),
        ("Y17000", "years run from -9999 to 9999"),
        ("44", "write the year in four digits"),
        ("1XXX", "199X"),
        ("2022-XX-15", "a day needs its month"),
        ("2022/2021", "the end comes before the start"),
        ("2022-01-13T11:00/2022-01-13T10:59", "the end comes before the start"),
        ("2022-01-13T11:00+02:00/2022-01-13T10:00+03:00", "the end comes before the start"),
        ("2021/2022/2023", "one stroke"),
        ("before 2022", "[..2022-07-04]"),
        ("since 2022", "2022-07-04/.."),
        ("2022-01-13T24:00", "write midnight as T00:00"),
        ("2022-01-13T11:60", "a time runs from"),
        ("2022-01-13T11:19+15:00", "up to 14 hours"),
        ("9999-24", "after the year 9999"),
        ("2023-13-05", "months are 01 to 12"),
        ("2023-04-00", "where it is not known write 2023-04"),
        ("soon", "not a date; write for example 2022-01-13"),
        ("[]", "not a date"),
        ("2" * 2000, "too long"),
    ],
)
def test_other_refusals_say_what_to_do(text: str, words: str) -> None:
    assert words in refusal(text)


@pytest.mark.parametrize(
    "text", ["wınter 2022", "ſpring x", "İ 2022", "\x002022", "[\n]", "\ud800"]
)
def test_a_message_is_printable_whatever_the_text(text: str) -> None:
    assert refusal(text).isprintable()


@settings(deadline=None)
@given(st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,4}([-/. ][0-9]{1,4})?", fullmatch=True))
def test_whatever_is_proposed_can_be_read(text: str) -> None:
    try:
        parse_date(text)
    except DateError as error:
        for proposal in re.findall(r"(?:write|,) ([0-9.\[\]/-]+)(?: if|$)", str(error)):
            assert parse_date(proposal)


def test_long_texts_are_cut_in_messages() -> None:
    assert len(shown("x" * 500)) < 70
