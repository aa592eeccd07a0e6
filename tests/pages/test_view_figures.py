from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from dossier.reading.read import read_tables
from tests.components.figures_dossier import figures_dossier

PAGE = Path(__file__).parents[2] / "pages" / "view_figures.py"


def opened(dossier, **params: str) -> AppTest:
    page = AppTest.from_file(str(PAGE), default_timeout=60)
    for name, value in params.items():
        page.query_params[name] = value
    with patch("components.own.shown.current_dossier", return_value=dossier):
        return page.run()


def words(page: AppTest) -> str:
    return " ".join(str(one.value) for one in page.get("html"))


@pytest.fixture(scope="module")
def page() -> AppTest:
    return opened(figures_dossier())


def test_the_page_opens_with_its_charts_each_with_a_name(page):
    assert not page.exception
    charts = page.get("plotly_chart")
    assert len(charts) == 4
    assert all(chart.proto.alt for chart in charts)


def test_every_number_stands_on_the_page_with_its_words(page):
    said = words(page)
    for number in ("1,155", "nearly 550", "up to 3,300", "at least 500", "57%", "426"):
        assert number in said
    assert "as many as are waiting" in said
    assert "No currency printed" in said


def test_every_series_has_a_file_to_take_away(page):
    labels = [each.label for each in page.get("download_button")]
    assert sum(each.endswith("(CSV)") for each in labels) == 7
    assert labels.count("SVG") == labels.count("PNG") == 4


def test_every_series_and_the_sums_can_be_reached_from_the_top(page):
    said = words(page)
    for anchor in ("series-waiting", "series-alone", "sums"):
        assert f'href="#{anchor}"' in said
        assert f'id="{anchor}"' in said


def test_an_unknown_series_in_the_address_is_said_and_not_repeated():
    page = opened(figures_dossier(), series="<b>nowhere</b>")
    assert not page.exception
    assert "not in this dossier" in words(page)
    assert "nowhere" not in words(page)


def test_a_known_series_in_the_address_is_taken():
    page = opened(figures_dossier(), series="files")
    assert not page.exception
    assert "not in this dossier" not in words(page)


def test_an_empty_dossier_says_so_and_raises_nothing():
    page = opened(read_tables({}))
    assert not page.exception
    assert "quotes no figures" in words(page)
    assert "no checks" in words(page)


def test_a_figure_without_series_label_or_passage_is_still_shown():
    row = ("lone", "", "", "5", "", "", "")
    page = opened(figures_dossier([row]))
    assert not page.exception
    assert "Other figures" in words(page)


def test_of_very_many_series_the_chosen_one_is_on_the_page():
    rows = [(f"f{at}", f"Series {at}", "One", "1", "men", "exact", "2020") for at in range(80)]
    page = opened(figures_dossier(rows), series="series-79")
    assert not page.exception
    assert 'id="series-series-79"' in words(page)
    assert 'id="series-series-78"' not in words(page)
    assert "19 more series" in words(page)
