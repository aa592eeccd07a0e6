"""The parts of the Figures screen: how to read it, one series after the other, the sums."""

from __future__ import annotations

import streamlit as st

from components.figures.check_list import check_list
from components.figures.figure_chart import all_charts
from components.figures.series_section import show_charted, show_numbers
from components.markup import joined, markup, show_markup
from components.web.assets import component
from dossier.model import Dossier
from dossier.views.chart_plan import chart_plan
from dossier.views.series import Series, all_series

SUMS = "sums"
MOST_SERIES = 60
ABREAST, BESIDE = 3, 2  # small series in a row, and the most numbers of a small one
KEY = (
    ("exact", "exact: a sharp end"),
    ("about", "about, nearly, estimated: a soft end"),
    ("up-to", "up to: an open range, closed by a bracket"),
    ("at-least", "at least, more than: leads on"),
    ("window", "some time within a window"),
    ("words", "only words given: not drawn"),
)

_arrival = component("dossier_figures", "figures")


def show_arrival(anchor: str) -> None:
    """Bring the reader to an anchor: the one in the address after #, else this one."""
    _arrival(key="figures_arrival", data={"anchor": anchor})


def show_contents(dossier: Dossier) -> None:
    """How to read the marks, and a list of what is on the page."""
    marks = [
        markup("li", markup("span", class_=f"key-mark {kind}", aria_hidden="true"), words)
        for kind, words in KEY
    ]
    links = [
        markup("li", markup("a", series.title, href=_address(at, series)))
        for at, series in enumerate(_in_order(dossier))
    ]
    sums = markup("li", markup("a", "Sums an editor would run", href=f"#{SUMS}"))
    show_markup(
        joined(
            [
                markup("ul", *marks, class_="figure-key", aria_label="How to read the marks"),
                markup("nav", markup("ul", *links, sums), class_="figure-jump", **_named("Series")),
            ]
        )
    )


def show_all_series(dossier: Dossier, chosen: Series | None) -> None:
    """Every series: those with a chart first, then numbers that stand alone.

    Of very many, the first `MOST_SERIES` and the chosen one, and how many are left.
    """
    charts = all_charts(dossier)
    ordered = _in_order(dossier)
    shown = [each for at, each in enumerate(ordered) if at < MOST_SERIES or each is chosen]
    plain = [series for series in shown if series.name not in charts]
    for series in shown:
        if series.name in charts:
            show_charted(dossier, series)
    if plain and charts:
        show_markup(markup("h2", "Numbers that stand alone", class_="figure-part"))
    _show_plain(dossier, plain)
    if len(shown) < len(ordered):
        words = (
            f"{len(ordered) - len(shown):,} more series are in the list above; each opens alone."
        )
        show_markup(markup("p", words, class_="figure-note"))


def show_checks(dossier: Dossier) -> None:
    """The sums, worked out from the figures as they are now."""
    words = "Worked out from the figures above at each reading; nothing is typed in."
    head = [
        markup("h2", "Sums an editor would run", id=SUMS, tabindex="-1"),
        markup("p", words, class_="series-lead"),
    ]
    show_markup(markup("section", *head, check_list(dossier), class_="figure-sums"))


def _in_order(dossier: Dossier) -> list[Series]:
    """The series as they stand on the page."""
    series = all_series(dossier)
    return sorted(series, key=lambda each: chart_plan(each) is None)


def _address(at: int, series: Series) -> str:
    """A place on this page, or the page anew where the series isn't on it."""
    return f"#{series.anchor}" if at < MOST_SERIES else f"?series={series.slug}"


def _show_plain(dossier: Dossier, plain: list[Series]) -> None:
    """Small series side by side, then the longer ones, each as wide as the page."""
    small = [series for series in plain if len(series.all_rows) <= BESIDE]
    for first in range(0, len(small), ABREAST):
        places = st.columns(ABREAST, gap="large")
        for place, series in zip(places, small[first : first + ABREAST], strict=False):
            with place:
                show_numbers(dossier, series)
    for series in plain:
        if len(series.all_rows) > BESIDE:
            show_numbers(dossier, series)


def _named(name: str) -> dict[str, str | None]:
    return {"aria_label": name}
