from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).parents[2] / "pages" / "view_briefing.py"


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
        {"briefing": "plan"},
        {"briefing": "numbers", "step": "8"},
        {"briefing": "plan", "step": "3", "notes": "1"},
        {"make": "1"},
        {"make": "1", "pick": ["libe-hearing", "memoranda-signed|Two|Notes"]},
        {"pick": ["libe-hearing", "memoranda-signed|Two|Notes"], "step": "2"},
    ],
)
def test_the_page_opens_at_every_kind_of_address(params):
    page = opened(**params)
    assert not page.exception
    assert 'class="notice"' not in words(page)


@pytest.mark.parametrize(
    "params",
    [
        {"briefing": "<script>alert(1)</script>"},
        {"briefing": "plan", "step": "11"},
        {"briefing": "plan", "step": "<b>"},
        {"pick": "<script>alert(1)</script>"},
    ],
)
def test_what_the_address_cannot_give_is_said_and_not_repeated(params):
    page = opened(**params)
    assert not page.exception
    assert 'class="notice"' in words(page)
    assert "<script>" not in words(page)


def test_while_a_briefing_is_on_there_is_nothing_of_the_app_around_it():
    hidden = '[data-testid="stHeader"] { display: none; }'
    assert hidden in words(opened(briefing="plan"))
    assert hidden in words(opened(briefing="plan", notes="1"))
    assert hidden not in words(opened())
    assert hidden not in words(opened(make="1", pick="libe-hearing"))
