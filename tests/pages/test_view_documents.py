from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).parents[2] / "pages" / "view_documents.py"


def opened(**params: str | list[str]) -> AppTest:
    page = AppTest.from_file(str(PAGE), default_timeout=30)
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def words(page: AppTest) -> str:
    return " ".join(str(one.value) for one in page.get("html"))


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"topic": "who-processes"},
        {"compare": "kigali-office-announced", "against": "joint-statement"},
        {"document": ["joint-statement", "kigali-office-news"], "events": "all"},
        {"document": "syrian-observer", "page": "99999"},
    ],
)
def test_the_page_opens_at_every_kind_of_address(params):
    page = opened(**params)
    assert not page.exception
    assert "notice" not in words(page)


@pytest.mark.parametrize("name", ["topic", "compare", "document"])
def test_an_unknown_name_in_the_address_is_said_and_not_repeated(name):
    page = opened(**{name: "<script>alert(1)</script>"})
    assert not page.exception
    assert "not in this dossier" in words(page)
    assert "alert(1)" not in words(page)
