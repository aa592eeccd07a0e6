from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).parents[2] / "pages" / "view_timeline.py"


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
        {"asof": "2022-12-31"},
        {"asof": "1900", "view": "list"},
        {"asof": "2022", "event": "libe-hearing"},
        {"asof": "2022", "event": "deportation-figures-published"},
        {"clock": "said"},
        {"clock": "published", "lens": "single", "view": "list", "event": "siri-misuse"},
    ],
)
def test_the_page_opens_under_every_lens(params):
    page = opened(**params)
    assert not page.exception
    assert "left out" not in words(page)


def test_a_day_that_is_none_is_said_and_left_out():
    page = opened(asof="31/12/2022")
    assert not page.exception
    assert "is not a day, month or year" in words(page)


@pytest.mark.parametrize("params", [{"clock": "sundial"}, {"lens": "rose"}])
def test_an_unknown_clock_or_lens_falls_back(params):
    assert not opened(**params).exception
