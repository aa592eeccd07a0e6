"""What an export says of each row made as of a day: how surely it was known, and which day."""

from __future__ import annotations

from dossier.dates.edtf import parse_date
from dossier.dates.words import date_words
from dossier.model import Dossier

COLUMNS = ("known", "known_as_of")
HINDSIGHT = (
    "Passages, figures and comparisons that came out later are left out; titles and summaries "
    "are the curators' and were written with all that came out."
)


def known_columns(dossier: Dossier, table: str) -> tuple[str, ...]:
    """The columns that a table has besides where the dossier is that of a day; else none."""
    return COLUMNS if set(COLUMNS) <= set(dossier.tables[table].columns) else ()


def known_cells(dossier: Dossier, table: str, row_id: str) -> dict[str, str]:
    """How surely a row was known as of the day, by column; empty where no day was chosen."""
    names = known_columns(dossier, table)
    at = dossier.position(table, row_id) if names else None
    return {} if at is None else {name: str(dossier.tables[table][name].iat[at]) for name in names}


def known_words(dossier: Dossier, table: str, row_id: str) -> str:
    """The same as a sentence's start, "Known as of 2022: possible"; "" where no day was chosen."""
    cells = known_cells(dossier, table, row_id)
    return f"{asof_words(cells['known_as_of'])}: {cells['known']}" if cells else ""


def dossier_words(dossier: Dossier) -> str:
    """As of which day a whole dossier is; "" where it is that of all that came out."""
    column = dossier.events.get(COLUMNS[1])
    return "" if column is None or column.empty else asof_words(str(column.iat[0]))


def asof_words(asof: str) -> str:
    """A chosen day in words."""
    return f"Known as of {date_words(parse_date(asof))}"
