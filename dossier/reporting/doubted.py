"""Which rows have a sentence that prints a number which the figures no longer have."""

from __future__ import annotations

from dossier.model import Dossier
from dossier.reporting.lines import ReportLine, ReportRow
from dossier.resting.doubts import COLUMNS, Doubt, all_doubts

RULE = (
    "A title, summary, statement, topic, label, heading or note still prints the number of a "
    "passage, or what a sum gave with it, where the figure now says another."
)


def doubted_line(dossier: Dossier) -> ReportLine:
    """The rows with such a sentence, each once, of all rows that hold sentences on figures."""
    found: dict[tuple[str, str], Doubt] = {}
    for doubt in all_doubts(dossier):
        found.setdefault((doubt.table, doubt.row_id), doubt)
    rows = tuple(
        ReportRow(each.table, each.row_id, f"{each.text} {each.words}", each.event_id)
        for each in found.values()
    )
    of = sum(len(dossier.tables[name]) for name in COLUMNS)
    return ReportLine(
        "stale-sentences", "Sentences with a number that the figures no longer have", RULE, of, rows
    )
