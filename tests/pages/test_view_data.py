from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dossier.schema import read_schema

PAGE = Path(__file__).parents[2] / "pages" / "view_data.py"


def opened(**params: str) -> AppTest:
    page = AppTest.from_file(str(PAGE), default_timeout=60)
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def words(page: AppTest) -> str:
    return " ".join(str(one.value) for one in page.get("html"))


@pytest.fixture(scope="module")
def page() -> AppTest:
    return opened()


def test_the_page_opens_on_the_events(page):
    assert not page.exception
    assert "One row is one event" in words(page)


@pytest.mark.parametrize("table", [table.title for table in read_schema().tables.values()])
def test_every_table_can_be_opened_by_its_address(table):
    opened_at = opened(table=table)
    assert not opened_at.exception
    declared = next(each for each in read_schema().tables.values() if each.title == table)
    assert declared.fields[-1].name in words(opened_at)


def test_what_was_left_out_is_said(page):
    assert "The documents themselves" in words(page)


def test_a_sound_dossier_says_that_nothing_needs_mending(page):
    assert "nothing in them needs mending" in words(page)
