"""About: what was left out and why, what was corrected, and how this file came about."""

from __future__ import annotations

from dossier.csv_out import cell_text
from dossier.exporting.one_file.pieces import screen
from dossier.markup import Markup, markup
from dossier.model import Dossier

CORRECTION_COLUMNS = ("date", "table", "row_id", "column", "before", "after", "reason")
NOT_SAID = "This dossier does not say what was left out."
NO_CORRECTION = "Nothing has been corrected since this version was made."
FILE = (
    "This file is the dossier as it was when the file was made. It holds everything it shows, "
    "asks for nothing from any other place, and never changes. Addresses after # open the same "
    "event, filters or topic again. Without a script it reads as a document, and prints as one."
)
HOW = (
    "A date keeps the precision it was given: a mark is as wide as what is not known, soft "
    "where it is approximate, hatched where it was inferred. A receipt says whether a passage was "
    "found word for word in its document."
)


def about_screen(dossier: Dossier) -> Markup:
    """What a reader must know of the whole."""
    about = dossier.about
    return screen(
        "about",
        "About this dossier",
        "What was left out, what was corrected, and how to read it.",
        _part("What was left out, and why", _left_out(dossier)),
        _part("Corrections", *_corrections(dossier)),
        _part("How to read it", markup("p", HOW), markup("p", FILE)),
        _part("Version", markup("p", about.version)) if about.version else None,
        _part("Use of the passages", markup("p", about.licences)) if about.licences else None,
    )


def _part(title: str, *children: object) -> Markup:
    return markup("section", markup("h3", title), *children, class_="about-part")


def _left_out(dossier: Dossier) -> Markup:
    rows = [
        markup("div", markup("dt", what), markup("dd", why)) for what, why in dossier.about.left_out
    ]
    return markup("dl", *rows, class_="left-out") if rows else markup("p", NOT_SAID)


def _corrections(dossier: Dossier) -> list[Markup]:
    table, url = dossier.corrections, dossier.about.correction_url
    propose = markup("p", "Propose a correction: ", markup("a", url, href=url)) if url else None
    if table.empty:
        parts = [markup("p", NO_CORRECTION)]
    else:
        head = markup("tr", *(markup("th", name, scope="col") for name in CORRECTION_COLUMNS))
        rows = [
            markup("tr", *(markup("td", cell_text(cell)) for cell in cells))
            for cells in table[list(CORRECTION_COLUMNS)].itertuples(index=False, name=None)
        ]
        made = markup("table", markup("thead", head), markup("tbody", *rows))
        parts = [markup("div", made, class_="table-box", tabindex="0", role="region",
                        aria_label="Corrections")]  # fmt: skip
    return [*parts, propose] if propose else parts
