"""One table to browse and to take away."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.markup import Markup, markup, show_markup
from components.tables.text_table import header_row, text_row, text_table
from dossier.csv_out import cell_text, csv_table
from dossier.model import Dossier
from dossier.schema import Table, read_schema

AS_TEXT = 100


def pick_table() -> Table:
    """Ask which table to browse; the choice is in the address."""
    tables = {table.title: table for table in read_schema().tables.values()}
    first = next(iter(tables))
    chosen = st.segmented_control(
        "Table",
        list(tables),
        default=first,
        key="table",
        bind="query-params",
        label_visibility="collapsed",
    )
    return tables.get(chosen or first, tables[first])


def show_table(dossier: Dossier, table: Table) -> None:
    """Draw a table: what one row is, the rows, a download, and the first rows as text."""
    frame = dossier.tables[table.name]
    columns = declared_columns(frame, table)
    show_markup(markup("p", f"{table.description} {rows_words(len(frame))}", class_="table-words"))
    if frame.empty:
        return
    as_text = frame[columns].map(cell_text)
    st.dataframe(as_text, hide_index=True, height=420, alt=f"The table {table.title}")
    st.download_button(
        f"Download {table.path}",
        data=csv_table(frame, columns),
        file_name=table.path,
        mime="text/csv",
        key=f"download_{table.name}",
    )
    words = f"The first {min(AS_TEXT, len(frame))} rows as text"
    as_words = st.expander(words, on_change="rerun", key=f"text_{table.name}")
    if as_words.open:
        with as_words:
            show_markup(html_table(as_text.head(AS_TEXT), f"{table.title}, as text"))


def declared_columns(frame: pd.DataFrame, table: Table) -> list[str]:
    """The declared columns, then those of the file that no one declared."""
    derived = {"earliest", "latest"} if table.name == "events" else set()
    return [*table.names, *(c for c in frame.columns if c not in {*table.names, *derived})]


def rows_words(count: int) -> str:
    """How many rows, in words."""
    return "The table is empty." if not count else f"{count:,} row{'s' if count > 1 else ''}."


def html_table(frame: pd.DataFrame, label: str) -> Markup:
    """A frame of texts as an HTML table."""
    rows = [text_row(cells) for cells in frame.itertuples(index=False, name=None)]
    return text_table(header_row(frame.columns), rows, label)
