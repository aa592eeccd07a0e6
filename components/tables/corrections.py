"""The log of corrections, and how to propose one."""

from __future__ import annotations

from components.markup import Markup, markup, show_markup
from components.own.shown import is_own
from components.tables.text_table import header_row, text_row, text_table
from dossier.csv_out import cell_text
from dossier.model import Dossier

COLUMNS = ("date", "table", "row_id", "column", "before", "after", "reason")
NOTHING = "Nothing has been corrected since this version was made."
NO_ADDRESS = (
    "To propose a correction, name the row and the passage to whoever publishes this dossier; "
    "its descriptor gives no address for it."
)


def show_corrections(dossier: Dossier) -> None:
    """Draw the log and the way to propose a correction."""
    log = dossier.corrections
    show_markup(markup("p", NOTHING) if log.empty else _log_table(dossier))
    show_markup(markup("p", proposal(dossier)))
    if not is_own():
        link = markup("a", "as an Atom feed", href="./corrections.atom")
        show_markup(markup("p", "The log ", link, ", for readers who want to be told."))


def proposal(dossier: Dossier) -> Markup | str:
    """How to propose a correction: the address the dossier gives, or that it gives none."""
    address = dossier.about.correction_url
    if not address:
        return NO_ADDRESS
    link = markup("a", address, href=address)
    return markup("span", "Propose a correction: ", link)


def _log_table(dossier: Dossier) -> Markup:
    rows = [
        text_row(cell_text(cell) for cell in cells)
        for cells in dossier.corrections[list(COLUMNS)].itertuples(index=False, name=None)
    ]
    return text_table(header_row(COLUMNS), rows, "Corrections")
