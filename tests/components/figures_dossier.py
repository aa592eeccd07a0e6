"""A dossier typed by hand, with one figure of every manner of saying a number."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from dossier.model import Dossier
from dossier.reading.read import read_tables

EVENTS = [("report", "2023-05-24", "A report gives numbers")]
DOCUMENTS = [("paper", "The paper", "news")]
EXCERPTS = [
    ("p-all", "paper", "as many as are waiting", "A minister", "report"),
    ("p-low", "paper", "the lowest number since 2 009", "A minister", "report"),
]
FIGURES = [
    ("w_2020", "waiting", "At the end of 2020", "1155", "people", "exact", "2020-12~"),
    ("w_2022", "waiting", "Two years later", "550", "people", "about", "2022-12~"),
    ("w_lead", "waiting", "In the lead", "550", "people", "nearly", "[2022-12..2023-05-24]"),
    ("w_low", "waiting-benchmark", "Lowest since", "2009", "calendar year", "exact", "2009"),
    ("w_half", "waiting-benchmark", "Fall in words", "", "share", "vague", ""),
    ("f_people", "files", "People", "3300", "people", "up to", "2021-01/2022-11"),
    ("f_files", "files", "Files", "3300", "files", "up to", "2021-01/2022-11"),
    ("q_least", "quota", "As demanded", "500", "people per year", "at least", "../2015"),
    ("q_plain", "quota", "As summed up", "500", "people per year", "exact", "../2015"),
    ("b_more", "budget", "More", "426", "million (no currency printed)", "exact", "2021"),
    ("b_cut", "budget", "Cut", "35", "million (no currency printed)", "about", "2021"),
    ("b_words", "budget", "Costs, in words", "", "million", "vague", ""),
    ("s_fall", "alone", "Fall in 2020", "57", "%", "exact", "2020"),
    ("l_ten", "lengths", "A <b>decade</b>", "10", "years", "exact", ""),
    ("l_two", "lengths", "=A permit", "2", "years", "exact", ""),
    ("l_vague", "lengths", "Some ten years", "10", "years", "vague", ""),
    ("d_here", "posts", "Here", "2", "people", "exact", "2022"),
    ("d_there", "posts", "There", "2", "people", "exact", "2022"),
]
CHECKS = [
    ("halved", "The number halved", "(w_2020 - w_2022) / w_2020 * 100", "50", "5", "p-all"),
    ("base", "The base of the 57%", "", "", "", "p-all"),
]


def figures_dossier(figures: list[tuple[str, ...]] | None = None) -> Dossier:
    """The dossier above, or one of other figures."""
    chosen = FIGURES if figures is None else figures
    rows = [(*row, "stated", "p-low" if row[0] == "w_low" else "p-all", "") for row in chosen]
    return read_tables(
        {
            "events.csv": table("event_id date title", EVENTS),
            "documents.csv": table("document_id title kind", DOCUMENTS),
            "excerpts.csv": table("excerpt_id document_id exact speaker event_ids", EXCERPTS),
            "figures.csv": table(
                "figure_id series label value unit qualifier period period_basis excerpt_id note",
                rows,
            ),
            "checks.csv": table("check_id statement formula claimed tolerance excerpt_id", CHECKS),
        }
    )


def table(header: str, rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV file of these rows, written as they are."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(header.split())
    writer.writerows(rows)
    return made.getvalue().encode()
