from __future__ import annotations

import pytest

from dossier.reading.quoted import says_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,155 people", 1155),
        ("1.155 people", 1155),
        ("1\u00a0155 people", 1155),
        ("about 550.", 550),
        ("2.5 million", 2.5),
        ("2,5 million", 2.5),
        ("2.5 million", 2_500_000),
        ("nearly three quarters", 75),
        ("the number halved", 50),
        ("one in four", 25),
        ("three of five", 0.6),
        ("twenty-one diplomats", 21),
        ("two diplomats", 2),
        ("a decade", 10),
        ("57 %", 57),
        ("fell by 3%", -3),
        ("2020, 2021", 2021),
    ],
)
def test_numbers_are_recognised_however_they_are_printed(text, value):
    assert says_number(text, value)


@pytest.mark.parametrize(
    ("text", "value"), [("1,155 people", 155), ("about 550", 55), ("two thirds", 40), ("", 5)]
)
def test_a_number_that_is_not_there_is_not_seen(text, value):
    assert not says_number(text, value)
