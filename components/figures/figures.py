"""The parts of the Figures screen: how to read it, one series after the other, the sums."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from components.figures.chart_plan import Plan, chart_plan, is_drawable
from components.figures.check_list import check_list
from components.figures.figure_cards import cards
from components.figures.figure_chart import all_charts, aside_words, chart_config, chart_words
from components.figures.figure_csv import export_figures
from components.figures.figure_table import figure_table
from components.figures.headings import series_slug
from components.figures.series import Quoted, Series, all_series
from components.markup import Markup, joined, markup, show_markup
from components.web.assets import component
from dossier.model import Dossier

SUMS = "sums"
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
        markup("li", markup("a", series.title, href=f"#{series.anchor}"))
        for series in _in_order(dossier)
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


def show_all_series(dossier: Dossier) -> None:
    """Every series: those with a chart first, then numbers that stand alone."""
    charts = all_charts(dossier)
    plain = [series for series in _in_order(dossier) if series.name not in charts]
    for series in _in_order(dossier):
        if series.name in charts:
            _show_charted(dossier, series)
    if plain and charts:
        show_markup(markup("h2", "Numbers that stand alone", class_="figure-part"))
    _show_plain(plain)


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


def _show_charted(dossier: Dossier, series: Series) -> None:
    plan = chart_plan(series)
    assert plan is not None
    show_markup(_heading("h2", series, _lead(series, plan), _statement(plan)))
    left, right = st.columns([11, 10], gap="medium")
    with left:
        st.plotly_chart(
            all_charts(dossier)[series.name],
            theme="streamlit",
            key=f"chart_{series_slug(series.name)}",
            config=chart_config(series),
            alt=chart_words(series, plan),
        )
        show_markup(joined([_words_only(series, plan), _sources(series), figure_table(series)]))
        _show_download(series)
    with right:
        show_markup(cards(series.all_rows))


def _show_plain(plain: list[Series]) -> None:
    """Small series side by side, then the longer ones, each as wide as the page."""
    small = [series for series in plain if len(series.all_rows) <= BESIDE]
    for first in range(0, len(small), ABREAST):
        places = st.columns(ABREAST, gap="large")
        for place, series in zip(places, small[first : first + ABREAST], strict=False):
            with place:
                _show_numbers(series)
    for series in plain:
        if len(series.all_rows) > BESIDE:
            _show_numbers(series)


def _show_numbers(series: Series) -> None:
    lone = len(series.rows) == 1 and is_drawable(series.rows[0])
    show_markup(joined([_heading("h3", series, "", ""), cards(series.all_rows, large=lone)]))
    _show_download(series)


def _heading(tag: str, series: Series, lead: str, statement: str) -> Markup:
    address = f"?series={series_slug(series.name)}"
    link = markup("a", "#", href=address, class_="anchor", aria_label="Link to this series")
    title = f"{series.title}: {statement}" if statement else series.title
    head = markup(tag, title, link, id=series.anchor, tabindex="-1")
    words = markup("p", lead, class_="series-lead") if lead else None
    return markup("header", head, words, class_=f"series-head {tag}")


def _statement(plan: Plan) -> str:
    """The numbers themselves as the heading's second half, where there are few enough."""
    said = [moment.rows[0].words for moment in plan.moments]
    return ", then ".join(said) if 2 <= len(said) <= 3 else ""


def _lead(series: Series, plan: Plan) -> str:
    """What is counted, and how many numbers from how many documents."""
    units = dict.fromkeys(row.figure.unit for row in plan.rows)
    counted = " and ".join("per cent" if unit == "%" else unit for unit in units)
    counted = f"{counted}, which are not the same count" if len(plan.units) > 1 else counted
    known = {row.source for row in series.all_rows if row.source}
    numbers = _count(len(series.all_rows), "number")
    return f"Counted in {counted} · {numbers} from {_count(len(known), 'document')}"


def _count(many: int, what: str) -> str:
    return f"{many} {what}" if many == 1 else f"{many} {what}s"


def _words_only(series: Series, plan: Plan) -> Markup:
    """What belongs to the series and isn't drawn, in words."""
    rest = [row for row in series.rows if row not in plan.rows]
    lines = [markup("li", _undrawn(row)) for row in rest]
    if plan.axis == "rows":  # in time, they stand on the chart itself
        lines += [markup("li", aside_words(row)) for row in series.companions]
    if not lines:
        return Markup("")
    head = markup("p", "Said of the same, and not drawn", class_="series-small")
    return markup("div", head, markup("ul", *lines), class_="series-words")


def _undrawn(row: Quoted) -> str:
    return row.figure.label if row.only_words else f"{row.figure.label}: {row.words}"


def _sources(series: Series) -> Markup:
    """The documents behind a chart, and what their units leave out."""
    known = {row.source: row.document for row in series.all_rows if row.source}
    said = [
        f"“{title}” ({document.kind})" if document and document.kind else f"“{title}”"
        for title, document in known.items()
    ]
    remarks = dict.fromkeys(row.remark for row in series.all_rows if row.remark)
    parts = [f"Source: {'; '.join(said)}.", *(f"{each[:1].upper()}{each[1:]}." for each in remarks)]
    return markup("p", " ".join(parts), class_="series-source")


def _show_download(series: Series) -> None:
    slug = series_slug(series.name)
    plain = re.sub(r"[^\w']+|_", " ", series.title).strip()  # a label is read as Markdown
    st.download_button(
        f"Download {plain} (CSV)",
        partial(export_figures, series),
        file_name=f"{slug}.csv",
        mime="text/csv",
        key=f"download_{slug}",
        on_click="ignore",
        type="tertiary",
    )


def _named(name: str) -> dict[str, str | None]:
    return {"aria_label": name}
