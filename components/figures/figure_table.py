"""The numbers of a series as a table: the chart's facts for those who read."""

from __future__ import annotations

from components.markup import Markup, markup
from dossier.views.series import Quoted, Series

MOST_ROWS = 100
HEADERS = ("Number", "Qualifier", "Counts", "Period", "Speaker", "Document")


def figure_table(series: Series) -> Markup:
    """A table of a series with its companions, `MOST_ROWS` at most, behind a line that opens it."""
    caption = markup("caption", f"{series.title}: the numbers as they are given", class_="unseen")
    head = markup("tr", *(markup("th", header, scope="col") for header in HEADERS))
    rows = [markup("tr", *_cells(row)) for row in series.all_rows[:MOST_ROWS]]
    table = markup("table", caption, markup("thead", head), markup("tbody", *rows))
    held = markup(
        "div", table, class_="figure-scroll", tabindex="0", role="region", **_name(series)
    )
    return markup("details", markup("summary", "The data as a table"), held, class_="figure-data")


def _name(series: Series) -> dict[str, str | None]:
    return {"aria_label": f"{series.title}: table"}


def _cells(row: Quoted) -> list[Markup]:
    return [
        markup("th", row.words, scope="row"),
        markup("td", row.figure.qualifier),
        markup("td", row.figure.label),
        markup("td", row.period or "not given"),
        markup("td", row.excerpt.speaker if row.excerpt else "not given"),
        markup("td", row.source or "not given"),
    ]
