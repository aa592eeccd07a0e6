from __future__ import annotations

import json
import re

import pytest

from dossier.dates.edtf import parse_date
from dossier.exporting.citing import bibtex_entry, plain_date
from dossier.exporting.formats import export_dossier
from tests.dossier.exporting.samples import EVERY, default, harmful, small


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("2022-01-13", (2022, 1, 13)), ("2022-04", (2022, 4)), ("2022", (2022,)), ("2022~", ()),
     ("[..2022]", ()), ("2022-21", ()), ("199X", ()), ("2021/2022", ()), ("-0043", ())],
)  # fmt: skip
def test_only_a_plain_date_is_given_in_numbers(text, numbers):
    assert plain_date(parse_date(text)) == numbers


def test_a_date_in_words_stays_in_words():
    made = {item["id"]: item for item in json.loads(export_dossier(small(), "csl-json").data)}
    assert made["harbour-report"]["issued"] == {"date-parts": [[1998, 3, 14]]}
    assert "date-parts" not in made["messenger"]["issued"]
    entry = bibtex_entry(small().document("messenger"))
    assert "year =" not in entry
    assert "Published: between 14 March 1998 and 1999" in entry


@pytest.mark.parametrize("name", EVERY)
def test_braces_balance_and_every_document_is_there(name):
    text = export_dossier(EVERY[name](), "bibtex").data.decode()
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")
    assert text.count("@misc{") == len(EVERY[name]().documents)


def test_a_document_says_who_stands_behind_it():
    assert "It opposes the Rwanda plan" in export_dossier(default(), "bibtex").data.decode()
    assert "@i" in export_dossier(harmful(), "csl-json").data.decode()
