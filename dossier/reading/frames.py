"""Typed columns to frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.dates.edtf import date_order, parse_date
from dossier.model import DAY_MAX, DAY_MIN
from dossier.reading.values import empty_value
from dossier.schema import Field, Table


def make_frame(
    table: Table,
    columns: Mapping[str, Sequence[Any]],
    extra: Mapping[str, Sequence[str]],
    size: int,
) -> pd.DataFrame:
    """Build the frame of a table: declared columns in order, then the others as text."""
    made: dict[str, Any] = {}
    for field in table.fields:
        values = columns.get(field.name)
        made[field.name] = _series(field, [empty_value(field)] * size if values is None else values)
    if table.name == "events":
        made["earliest"], made["latest"] = _bounds(columns.get("date", ()))
    for name, cells in extra.items():
        made[name] = pd.Series(cells, dtype="str")
    return pd.DataFrame(made)


def event_order(frame: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Give the positions of events by earliest day, latest day and time of day.

    Events that share these keep the order of the file, so that a curator decides it.
    """
    dates = frame["date"].tolist()
    times = [date_order(parse_date(text))[2] if "T" in text else "" for text in dates]
    keys = pd.DataFrame(
        {
            "earliest": frame["earliest"],
            "latest": frame["latest"],
            "time": times,
        }
    )
    ordered = keys.sort_values(["earliest", "latest", "time"], kind="stable")
    return ordered.index.to_numpy(dtype=np.intp)


def _series(field: Field, values: Sequence[Any]) -> Any:
    if field.kind == "list":
        return pd.Series(np.fromiter(values, dtype=object, count=len(values)), dtype=object)
    if field.kind in ("integer", "number"):
        whole = field.kind == "integer" and (field.required or field.default is not None)
        return pd.Series(values, dtype="int64" if whole else "float64")
    return pd.Series(values, dtype="str")


def _bounds(dates: Sequence[str]) -> tuple[Any, Any]:
    earliest = np.empty(len(dates), dtype=np.int64)
    latest = np.empty(len(dates), dtype=np.int64)
    for at, text in enumerate(dates):
        date = parse_date(text)
        earliest[at] = DAY_MIN if date.earliest is None else date.earliest
        latest[at] = DAY_MAX if date.latest is None else date.latest
    return earliest, latest
