from __future__ import annotations

import csv
import io

from components.own.own_dossier import rejected_csv
from dossier.reading.zipped import read_sent

SENT = b"""event_id,date,title
good,2022-01-13,A good row
bad,31/02/2022,A bad date
good,2022,The same id again
sum,=1+1,A formula for a date
"""


def test_the_rejected_rows_come_back_as_typed_with_row_and_reason():
    dossier = read_sent("mine.csv", SENT)
    assert dossier.events["event_id"].tolist() == ["good"]
    rejected = dossier.rejected["events"]
    rows = list(csv.reader(io.StringIO(rejected_csv(rejected).decode("utf-8"))))
    assert rows[0] == ["row", "reason", "event_id", "date", "title"]
    assert [row[0] for row in rows[1:]] == ["3", "4", "5"]
    assert all(row[1] for row in rows[1:])


def test_a_formula_among_the_rejected_cells_is_harmless():
    dossier = read_sent("mine.csv", SENT)
    assert b"'=1+1" in rejected_csv(dossier.rejected["events"])
