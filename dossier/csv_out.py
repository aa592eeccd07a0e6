"""Tables as CSV bytes that a spreadsheet opens as text, never as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')
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
    """Rows as UTF-8 CSV (RFC 4180) with a header, guarded; lines end in LF."""
    lines = [[guarded(name) for name in header]]
    lines += [[guarded(cell_text(value)) for value in row] for row in rows]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines).encode("utf-8")


def _quoted(cell: str) -> str:
    # csv.writer before Python 3.11.9 leaves a bare carriage return unquoted.
    return '"' + cell.replace('"', '""') + '"' if NEEDS_QUOTES.search(cell) else cell


def csv_table(frame: pd.DataFrame, columns: Iterable[str]) -> bytes:
    """The named columns of a frame as CSV."""
    names = list(columns)
    return csv_rows(names, frame[names].itertuples(index=False, name=None))
