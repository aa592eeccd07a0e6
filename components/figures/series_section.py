"""One series on the page: its heading, its chart or its numbers, its sources and its file."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from components.figures.figure_cards import cards
from components.figures.figure_chart import all_charts, aside_words, chart_config, chart_words
from components.figures.figure_csv import export_figures
from components.figures.figure_table import figure_table
from components.markup import Markup, joined, markup, show_markup
from dossier.exporting.picture.series_picture import series_png, series_svg
from dossier.model import Dossier
from dossier.views.chart_plan import Plan, chart_plan, is_drawable
from dossier.views.document_words import kind_words
from dossier.views.series import Quoted, Series

LINK_WORDS = "Copy the address of this series"


def show_charted(dossier: Dossier, series: Series) -> None:
    """A series with its chart on the left and its passages on the right."""
    plan = chart_plan(series)
    assert plan is not None
    show_markup(_heading("h2", series, _lead(series, plan), _statement(plan)))
    left, right = st.columns([11, 10], gap="medium")
    with left:
        st.plotly_chart(
            all_charts(dossier)[series.name],
            theme="streamlit",
            key=f"chart_{series.slug}",
            config=chart_config(series),
            alt=chart_words(series, plan),
        )
        show_markup(joined([_words_only(series, plan), _sources(series), figure_table(series)]))
        with st.container(horizontal=True, gap="small"):
            _show_download(series)
            _show_pictures(dossier, series)
    with right:
        show_markup(cards(series.all_rows, dossier=dossier))


def show_numbers(dossier: Dossier, series: Series) -> None:
    """A series without a chart: its numbers, each over its passage."""
    lone = len(series.rows) == 1 and is_drawable(series.rows[0])
    show_markup(joined([_heading("h3", series, "", ""), cards(series.all_rows, lone, dossier)]))
    _show_download(series)


def _heading(tag: str, series: Series, lead: str, statement: str) -> Markup:
    link = markup(
        "a", "Copy link", href=f"?series={series.slug}", class_="anchor", title=LINK_WORDS
    )
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
        f"“{title}” ({kind_words(document)})" if document and document.kind else f"“{title}”"
        for title, document in known.items()
    ]
    remarks = dict.fromkeys(row.remark for row in series.all_rows if row.remark)
    parts = [f"Source: {'; '.join(said)}.", *(f"{each[:1].upper()}{each[1:]}." for each in remarks)]
    return markup("p", " ".join(parts), class_="series-source")


def _show_pictures(dossier: Dossier, series: Series) -> None:
    """The chart as pictures that stand alone, made when they are asked for."""
    kinds = {
        "SVG": (series_svg, "image/svg+xml"),
        "PNG": (series_png, "image/png"),
    }
    for kind, (make, mime) in kinds.items():
        st.download_button(
            kind,
            partial(make, dossier, series),
            file_name=f"{series.slug}.{kind.lower()}",
            mime=mime,
            key=f"download_{kind}_{series.slug}",
            help=f"The chart as a picture ({kind}), with its title, sources and qualifiers",
            on_click="ignore",
            type="tertiary",
        )


def _show_download(series: Series) -> None:
    plain = re.sub(r"[^\w']+|_", " ", series.title).strip()  # a label is read as Markdown
    st.download_button(
        f"Download {plain} (CSV)",
        partial(export_figures, series),
        file_name=f"{series.slug}.csv",
        mime="text/csv",
        key=f"download_{series.slug}",
        on_click="ignore",
        type="tertiary",
    )
