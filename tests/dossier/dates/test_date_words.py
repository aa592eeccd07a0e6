"""Dates in words: they never claim more than the date says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates.edtf import civil, day_number, parse_date
from dossier.dates.words import basis_words, date_words, short_words

SIMPLE = [
    ("2022-01-13", "13 January 2022", "13 Jan 2022"),
    ("2021-04", "April 2021", "Apr 2021"),
    ("2022", "2022", "2022"),
    ("1992~", "about 1992", "c. 1992"),
    ("2022-11?", "November 2022 (uncertain)", "Nov 2022?"),
    ("2022-11%", "about November 2022 (uncertain)", "c. Nov 2022?"),
    ("2022-21", "spring 2022", "spring 2022"),
    ("2022-22~", "about summer 2022", "c. summer 2022"),
    ("2022-24", "winter 2022–23", "winter 2022–23"),
    ("1999-24", "winter 1999–2000", "winter 1999–2000"),
    ("199X", "1990s", "1990s"),
    ("199X~", "about the 1990s", "c. 1990s"),
    ("200X", "some time in 2000–2009", "some time in 2000–2009"),
    ("19XX", "some time in 1900–1999", "some time in 1900–1999"),
    ("19XX~", "some time around 1900–1999", "some time around 1900–1999"),
    ("2022-XX", "2022 (month not given)", "2022"),
    ("2022-XX?", "2022 (month not given, uncertain)", "2022?"),
    ("2022-11-XX", "November 2022 (day not given)", "Nov 2022"),
    ("2022-XX-XX", "2022 (month and day not given)", "2022"),
    ("2022-01-13T11:19", "13 January 2022, 11:19", "13 Jan 2022, 11:19"),
    ("2022-01-13T11:19:01Z", "13 January 2022, 11:19:01 UTC", "13 Jan 2022, 11:19:01 UTC"),
    ("2022-01-13T11:19+01:00", "13 January 2022, 11:19 (UTC+01:00)", None),
    ("0800", "800 CE", "800 CE"),
    ("0000", "1 BCE", "1 BCE"),
    ("-0043", "44 BCE", "44 BCE"),
    ("-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE"),
    ("-004X", "some time in 50–41 BCE", None),
    ("000X", "some time in 1 BCE–9 CE", None),
    ("0000-24", "winter 1 BCE–1 CE", None),
    ("-0001-24", "winter 2–1 BCE", None),
]
LASTED = [
    ("2021-05-03/2021-05-05", "3 to 5 May 2021", "3–5 May 2021"),
    ("2021-05-03/2021-06-05", "3 May to 5 June 2021", "3 May – 5 Jun 2021"),
    ("2021-12-30/2022-01-02", "30 December 2021 to 2 January 2022", "30 Dec 2021 – 2 Jan 2022"),
    ("2021-04/2021-06", "April to June 2021", "Apr – Jun 2021"),
    ("2021-01/2022-11", "January 2021 to November 2022", "Jan 2021 – Nov 2022"),
    ("2011/2013", "2011 to 2013", "2011–2013"),
    ("2021/2022-05-03", "2021 to 3 May 2022", "2021 – 3 May 2022"),
    ("2021-05-03/2021-05-03", "3 May 2021", "3 May 2021"),
    ("2021/2021", "within 2021", "within 2021"),
    ("19XX/19XX", "within 1900–1999", "within 1900–1999"),
    ("2021-04/2021", "April 2021 to some time in 2021", "Apr 2021 – 2021"),
    ("2021/2021-06", "some time in 2021 to June 2021", "2021 – Jun 2021"),
    ("2021-05-03/2021-05", "3 May 2021 to some time in May 2021", "3 May 2021 – May 2021"),
    ("199X/2005", "the 1990s to 2005", "1990s – 2005"),
    ("19XX~/19XX~", "within about 1900–1999", None),
    ("1950/19XX~", "1950 to some time around 1900–1999", None),
    ("19XX/1950", "some time in 1900–1999 to 1950", None),
    ("2022-21/2022-23", "spring 2022 to autumn 2022", "spring 2022 – autumn 2022"),
    ("-0043-03-03/-0043-03-05", "3 to 5 March 44 BCE", "3–5 Mar 44 BCE"),
    ("-0049/-0043", "50 BCE to 44 BCE", "50 BCE – 44 BCE"),
    ("2021~/2022", "about 2021 to 2022", "c. 2021 – 2022"),
    ("2021-05-03~/2021-05-05", "about 3 May 2021 to 5 May 2021", "c. 3 May 2021 – 5 May 2021"),
    ("2021?/2022-11%", "2021 (uncertain) to about November 2022 (uncertain)", None),
    ("2011/..", "from 2011 on", "from 2011 on"),
    ("2011~/..", "from about 2011 on", "from c. 2011 on"),
    ("199X/..", "from the 1990s on", "from 1990s on"),
    ("2011/", "from 2011 (end unknown)", "from 2011"),
    ("../2022-07-04", "until 4 July 2022", "until 4 Jul 2022"),
    ("/2022-07-04", "until 4 July 2022 (start unknown)", "until 4 Jul 2022"),
    ("2022-01-13T09:00/2022-01-13T11:45", "13 January 2022, 09:00 to 11:45", None),
    ("2022-01-13T09:00Z/2022-01-13T11:45", "13 January 2022, 09:00 UTC to 13 January 2022, 11:45",
     None),
    ("2022-01-13T11:19/2022-01-13", "13 January 2022, 11:19 to some time on 13 January 2022", None),
]  # fmt: skip
ONCE_WITHIN = [
    ("[2021-04..2022]", "between April 2021 and 2022", "between Apr 2021 and 2022"),
    ("[2021-05-03..2021-05-05]", "between 3 and 5 May 2021", "between 3 and 5 May 2021"),
    ("[2021-04..2021-06]", "between April and June 2021", "between Apr and Jun 2021"),
    ("[2011..2013]", "between 2011 and 2013", "between 2011 and 2013"),
    ("[2021~..2022]", "between about 2021 and 2022", "between c. 2021 and 2022"),
    ("[2021..2021]", "2021", "2021"),
    ("[2021-04..2021]", "between April 2021 and the end of 2021", None),
    ("[2021..2021-06]", "between the start of 2021 and June 2021", None),
    ("[1950..19XX]", "between 1950 and the end of 1900–1999", None),
    ("[..2022-07-04]", "4 July 2022 or earlier", "4 Jul 2022 or earlier"),
    ("[..2022?]", "2022 (uncertain) or earlier", "2022? or earlier"),
    ("[..199X]", "the 1990s or earlier", "1990s or earlier"),
    ("[2022-11..]", "November 2022 or later", "Nov 2022 or later"),
    ("[2021,2022]", "2021 or 2022", "2021 or 2022"),
    ("[2021-04,2021-05,199X]", "April 2021, May 2021 or the 1990s", None),
]


@pytest.mark.parametrize(("text", "words", "label"), SIMPLE + LASTED + ONCE_WITHIN)
def test_a_date_in_words(text: str, words: str, label: str | None) -> None:
    assert date_words(parse_date(text)) == words
    if label is not None:
        assert short_words(parse_date(text)) == label


@settings(deadline=None)
@given(
    st.integers(day_number(1000, 1, 1), day_number(9880, 1, 1)),
    st.integers(0, 40_000),
    st.sampled_from([(7, 7), (4, 4), (7, 4), (4, 7)]),
    st.sampled_from(["{}/{}", "[{}..{}]", "[{},{}]"]),
)
def test_no_words_show_a_day_that_the_date_lacks(
    day: int, later: int, cuts: tuple[int, int], shape: str
) -> None:
    ends = ("{:04d}-{:02d}-{:02d}".format(*civil(d)) for d in (day, day + later))
    first, last = (end[:cut] for end, cut in zip(ends, cuts, strict=True))
    date = parse_date(shape.format(first, last))
    for words in (date_words(date), short_words(date)):
        assert not re.search(r"\b[0-9]{1,2}\b", words)


@pytest.mark.parametrize(
    ("basis", "first_word"),
    [("stated", "stated:"), ("derived", "derived:"), ("inferred", "inferred:")],
)
def test_a_basis_is_explained(basis: str, first_word: str) -> None:
    assert basis_words(basis).startswith(first_word)


def test_an_unknown_basis_is_left_as_it_is() -> None:
    assert basis_words("guessed") == "guessed"
    assert basis_words("") == ""
