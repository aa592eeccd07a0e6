"""Before publication: what an editor would look at twice, counted, each number opening its rows."""

from __future__ import annotations

from urllib.parse import urlencode

from components.markup import Markup, markup, show_markup
from dossier.checking.at_hand import current_documents
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.reporting.lines import ReportLine, ReportRow
from dossier.reporting.report import report_lines

MOST = 300
WORDS = (
    "Counted from the rows at every start, by rules and not by opinion. A number is no fault: it "
    "says where a second look is due. The same from the command line: "
)
COMMAND = "python -m dossier report FOLDER"


def show_before_publication(dossier: Dossier) -> None:
    """Draw every line of the report with its rows behind it."""
    documents = current_documents()
    lines = report_lines(dossier, documents) if documents else _recorded_lines(dossier)
    show_markup(markup("p", WORDS, markup("code", COMMAND), "."))
    show_markup(markup("div", *(line_markup(each) for each in lines), class_="report"))


def line_markup(line: ReportLine) -> Markup:
    """One line: the count, what is counted and by which rule; its rows where there are any."""
    opening = (
        markup("b", f"{line.count:,} of {line.of:,}", class_="count"),
        markup("span", line.title, class_="what"),
        markup("span", line.rule, class_="rule"),
    )
    if not line.rows:
        return markup("div", *opening, class_="line none")
    rows = [markup("li", row_markup(each)) for each in line.rows[:MOST]]
    more = line.count - MOST
    rest = markup("p", f"and {more:,} more") if more > 0 else None
    listed = markup("ul", *rows)
    return markup("details", markup("summary", *opening, class_="line"), listed, rest)


def row_markup(row: ReportRow) -> Markup:
    """One row as a link to where it can be read; plain text where it hangs on nothing."""
    words = row.words or row.row_id
    address = row_address(row)
    named = markup("a", words, href=address) if address else markup("span", words)
    if words == row.row_id:
        return named
    return markup("span", named, " ", markup("code", row.row_id))


def row_address(row: ReportRow) -> str:
    """The event that a row is part of, else what its document says."""
    if row.event_id:
        return f"./?{urlencode({'event': row.event_id})}"
    if row.document_id:
        return f"./?{urlencode({'document': row.document_id})}"
    return ""


@kept_with_dossier
def _recorded_lines(dossier: Dossier) -> tuple[ReportLine, ...]:
    return report_lines(dossier)
