"""Typed columns to frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]

from dossier.dates.edtf import date_order, parse_date
from dossier.model import DAY_MAX, DAY_MIN
from dossier.reading.values import empty_value
from dossier.schema import Field, Table


def make_frame(
    table: Table,
    columns: dict[str, list[Any]],
    extra: dict[str, list[str]],
    size: int,
) -> pd.DataFrame:
    """Build the frame of a table: declared columns in order, then the others as text.

    Both are emptied on the way.
    """
    made: dict[str, Any] = {}
    bounds = _bounds(columns.get("date", ())) if table.name == "events" else None
    for field in table.fields:
        values = columns.pop(field.name, None)
        made[field.name] = _series(field, [empty_value(field)] * size if values is None else values)
    if bounds is not None:
        made["earliest"], made["latest"] = bounds
    for name in list(extra):
        made[name] = _text(extra.pop(name))
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
    return _text(values)


def _text(values: Sequence[str]) -> Any:
    """A column of text: what pandas makes of it by itself, but by way of an array of Arrow."""
    made = pa.array(values, type=pa.large_string())
    return pd.Series(pd.array(made, dtype="str"), copy=False)


def _bounds(dates: Sequence[str]) -> tuple[Any, Any]:
    codes, texts = pd.factorize(np.fromiter(dates, dtype=object, count=len(dates)))
    found = [parse_date(text) for text in texts]
    first = [DAY_MIN if date.earliest is None else date.earliest for date in found]
    last = [DAY_MAX if date.latest is None else date.latest for date in found]
    return np.array(first, dtype=np.int64)[codes], np.array(last, dtype=np.int64)[codes]
