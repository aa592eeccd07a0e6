"""Tables as CSV bytes that a spreadsheet opens as text, never as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
PLAIN_NUMBER = re.compile(r"[+-]?\d[\d.,]*")


def guarded(cell: str) -> str:
    """A cell with an apostrophe before it where a spreadsheet would run it as a formula."""
    bare = cell.lstrip("'")
    risky = bare.startswith(FORMULA_STARTS) and not PLAIN_NUMBER.fullmatch(cell)
    return f"'{cell}" if risky else cell


def unguarded(cell: str) -> str:
    """A cell as it was before `guarded`."""
    risky = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_STARTS)
    return cell[1:] if risky else cell


def cell_text(value: object) -> str:
    """A value as it stands in a CSV file: lists joined with ";", nothing for a missing number."""
    if isinstance(value, tuple):
        return ";".join(str(each) for each in value)
    if isinstance(value, float):
        return "" if value != value else f"{value:.15g}"
    return str(value)


def csv_rows(header: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as UTF-8 CSV with a header, guarded; lines end in LF."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow([guarded(name) for name in header])
    for row in rows:
        cells = [guarded(cell_text(value)) for value in row]
        # csv.writer before Python 3.11.9 leaves a bare carriage return unquoted.
        writer.writerow([cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells])
    return made.getvalue().encode("utf-8")


def csv_table(frame: pd.DataFrame, columns: Iterable[str]) -> bytes:
    """The named columns of a frame as CSV."""
    names = list(columns)
    return csv_rows(names, frame[names].itertuples(index=False, name=None))
