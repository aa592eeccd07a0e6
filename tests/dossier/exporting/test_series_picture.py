"""The chart of a series as a picture."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from dossier.exporting.picture.series_picture import series_png, series_svg
from dossier.views.chart_plan import chart_plan
from dossier.views.series import all_series, select_series
from tests.components.figures_dossier import figures_dossier
from tests.dossier.exporting.samples import EVERY, default

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("name", EVERY)
def test_every_chart_is_a_picture_and_only_charts(name):
    dossier = EVERY[name]()
    for series in all_series(dossier):
        svg = series_svg(dossier, series)
        assert bool(svg) == (chart_plan(series) is not None)
        if svg:
            assert ElementTree.fromstring(svg).tag == f"{SVG}svg"


def test_title_numbers_qualifiers_speaker_and_source_are_in_the_picture():
    series = select_series(default(), "awaiting-departure")
    said = words(series_svg(default(), series))
    for each in (
        "People awaiting departure",
        "nearly 550 people",
        "1,155 people",
        "about December 2020",
        "Claimed by",
        "a soft end",
        "Source: ",
        "Not drawn: ",
    ):
        assert each in said


def test_an_upper_bound_is_open_and_a_lower_one_leads_on():
    dossier = figures_dossier()
    files = series_svg(dossier, select_series(dossier, "files")).decode()
    assert "fill-opacity:0.28" in files
    assert "an open range closed by a bracket: up to" in words(files.encode())


def test_a_png_is_made_without_a_browser():
    series = select_series(default(), "awaiting-departure")
    assert series_png(default(), series).startswith(b"\x89PNG\r\n")


def test_text_from_a_table_is_text_and_fits_xml():
    rows = [
        ("a", "s", "<script>x</script>\x01 &amp; " + "long " * 500, "5", 'p"<b>', "about", "2020"),
        ("b", "s", "B", "7", 'p"<b>', "at least", "2022"),
    ]
    dossier = figures_dossier(rows)
    svg = series_svg(dossier, all_series(dossier)[0])
    assert "<script>x</script> &amp; long" in words(svg)
    assert ElementTree.fromstring(svg).findall(f".//{SVG}script") == []
