"""A table as text, in a box of its own that scrolls and can be reached by keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from components.markup import Markup, markup


def header_row(names: Iterable[str]) -> Markup:
    """The first row of a table: one heading a column."""
    return markup("tr", *(markup("th", name, scope="col") for name in names))


def text_row(cells: Iterable[object], class_: str | None = None) -> Markup:
    """One row of plain cells."""
    return markup("tr", *(markup("td", cell) for cell in cells), class_=class_)


def text_table(head: Markup, rows: Iterable[Markup], label: str) -> Markup:
    """A table in its box; `label` is what assistive technology calls it."""
    table = markup("table", markup("thead", head), markup("tbody", *rows))
    return markup("div", table, class_="table-box", role="region", tabindex="0", aria_label=label)
