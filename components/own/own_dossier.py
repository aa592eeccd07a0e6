"""Try your own: a table or a zipped dossier, read for this visitor alone."""

from __future__ import annotations

import streamlit as st

from components.markup import markup, show_markup
from components.own.shown import is_gone, is_own, set_own
from components.tables.problem_list import show_problems
from dossier.csv_out import csv_rows
from dossier.model import Dossier, RejectedRow
from dossier.reading.zipped import read_sent

EXPLAINED = (
    "Drop an events.csv, or a zipped folder of tables. It needs the columns event_id, date and "
    "title; everything else is optional. It is read in memory for you alone: nothing is stored "
    "on the server, and nobody else sees it. A link to it can't be sent."
)
GONE_WORDS = (
    "Your own file is no longer here: the server or the page was started anew, and it was held in "
    "memory only. You see the dossier that is served here."
)
TIMELINE = "view_timeline.py"
SENT = "own_file"


def show_own_dossier() -> None:
    """Ask for a file, say what is wrong with it row by row, and offer its good rows."""
    show_markup(markup("p", EXPLAINED))
    sent = st.file_uploader("Your events.csv or zipped dossier", type=["csv", "zip"], key=SENT)
    if sent is not None:
        show_findings(read_sent(sent.name, sent.getvalue()))
    if is_own():
        st.button("Back to the dossier that is served here", on_click=set_own, args=(None,))


def show_findings(dossier: Dossier) -> None:
    """Say what could be read and what could not, and offer to look at it."""
    rejected = sum(map(len, dossier.rejected.values()))
    good = len(dossier.events)
    words = f"{counted(good, 'good event')}; {counted(rejected, 'row')} could not be kept."
    show_markup(markup("p", markup("b", words), role="status"))
    show_problems(dossier.problems)
    for table, rows in dossier.rejected.items():
        st.download_button(
            f"Download the rejected rows of {table}.csv",
            rejected_csv(rows),
            file_name=f"{table}-rejected.csv",
            mime="text/csv",
            key=f"rejected_{table}",
        )
    if good:
        st.button("Show it on the timeline", type="primary", on_click=_show, args=(dossier,))


def counted(number: int, what: str) -> str:
    """A number of things in words: "1 row", "2,000 rows"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def rejected_csv(rows: tuple[RejectedRow, ...]) -> bytes:
    """The rejected rows as they were, with their row number and the reason before them."""
    header = ("row", "reason", *rows[0].header)
    return csv_rows(header, ((each.row, each.reason, *each.cells) for each in rows))


def _show(dossier: Dossier) -> None:
    set_own(dossier)
    st.switch_page(TIMELINE)


def show_own_notice() -> None:
    """Remind a visitor that they look at a dossier of their own, or say that it is gone."""
    if is_gone():
        link = markup("a", "Send it again on the Data screen", href="./data")
        show_markup(markup("p", GONE_WORDS, " ", link, ".", class_="notice", role="status"))
    if not is_own():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        show_markup(markup("p", "You are looking at your own file.", class_="notice"))
        st.button("Back to the dossier that is served here", key="leave_own", on_click=_leave)


def _leave() -> None:
    set_own(None)
