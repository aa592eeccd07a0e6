"""The years each document speaks of: a row a document, a dot a year, larger for more events."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from components.documents.choice import Choice, documents_in_order
from components.documents.document_cards import counted, event_documents
from components.markup import Markup, markup, show_markup
from components.overview.overview import years_of
from dossier.model import Dossier
from dossier.views.document_words import document_words

WORDS = "By the year in which an event begins; the larger the dot, the more events."
ROW = 52  # pixels
MOST_ROWS = 12
DOT = "#b4562a"  # seen on light and on dark paper
GRAY = {"light": "#5f5b52", "dark": "#a8a193"}  # the theme's own, for words on a canvas


def document_years(dossier: Dossier, choice: Choice) -> pd.DataFrame:
    """For each document, in order of publication, how many of its events begin in which year.

    Columns: `document` (its title), `year`, `events`. Only the chosen documents, where some are
    chosen; at most `MOST_ROWS`.
    """
    names = [name for name in documents_in_order(dossier) if _is_wanted(name, choice)][:MOST_ROWS]
    pairs = event_documents(dossier)
    pairs = pairs[pairs["document"].isin(names)]
    table = pairs.assign(year=years_of(dossier)[pairs["event"].to_numpy()])
    counts = table.groupby(["document", "year"], as_index=False).size()
    counts["place"] = counts["document"].map({name: at for at, name in enumerate(names)})
    counts["document"] = [document_words(dossier, name)["title"] for name in counts["document"]]
    ordered = counts.sort_values(["place", "year"], ignore_index=True)
    return ordered.rename(columns={"size": "events"})[["document", "year", "events"]]


def years_chart(years: pd.DataFrame, gray: str = GRAY["light"]) -> alt.Chart:
    """Draw the years as dots on rows, the document's title above each, words in `gray`."""
    rows = list(dict.fromkeys(years["document"]))
    span = [int(years["year"].min()) - 1, int(years["year"].max()) + 1]
    title_above = alt.Axis(
        title=None, domain=False, ticks=False, labelAlign="left", labelPadding=0,
        labelOffset=-15, labelLimit=330, labelFontSize=13, labelColor=gray,
    )  # fmt: skip
    x = alt.X("year:Q", scale=alt.Scale(domain=span, nice=False)).axis(
        format="d", title=None, tickMinStep=1, tickCount=8, domain=False, labelColor=gray
    )
    size = alt.Size("events:Q", scale=alt.Scale(type="linear", range=[18, 420]), legend=None)
    chart = alt.Chart(years).mark_circle(color=DOT, opacity=0.85, yOffset=9)
    # On a canvas: in SVG each dot would be a picture without a name.
    drawn = {"embedOptions": {"renderer": "canvas"}}
    made: alt.Chart = chart.encode(
        x=x, y=alt.Y("document:N", sort=rows, axis=title_above), size=size
    ).properties(height=ROW * len(rows), usermeta=drawn)
    return made


def show_years(dossier: Dossier, choice: Choice) -> None:
    """Draw the chart, and say the same in words below it."""
    years = document_years(dossier, choice)
    if years.empty:
        return
    st.header("The years they speak of", anchor="years")
    show_markup(markup("p", WORDS))
    said = [(title, _told(rows)) for title, rows in years.groupby("document", sort=False)]
    alternative = f"{WORDS} {' '.join(f'{title}: {words}.' for title, words in said)}"
    gray = GRAY["dark" if st.context.theme.type == "dark" else "light"]
    st.altair_chart(years_chart(years, gray), key="years", alt=alternative)
    lines: list[Markup] = [markup("li", markup("b", title), f": {words}") for title, words in said]
    show_markup(markup("details", markup("summary", "The same in words"), markup("ul", *lines)))


def _told(rows: pd.DataFrame) -> str:
    pairs = zip(rows["year"].tolist(), rows["events"].tolist(), strict=True)
    return ", ".join(f"{year} {counted(events, 'event')}" for year, events in pairs)


def _is_wanted(name: str, choice: Choice) -> bool:
    return not choice.documents or name in choice.documents
