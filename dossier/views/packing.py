"""Marks packed for the wire: column by column, what is often the same written once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from typing import Any

from dossier.views.marks import Mark

FEW = 12  # different values of a column that are written once each


def packed_marks(marks: Sequence[Mark]) -> dict[str, Any]:
    """Marks as columns: `same` are the values that all share, `coded` those of few kinds.

    A short date that is the long one, and a last day that is the first, are left empty.
    """
    names = dict.fromkeys(name for mark in marks for name in mark)
    packed: dict[str, Any] = {"size": len(marks), "same": {}, "coded": {}, "each": {}}
    for name in names:
        values = [_spared(mark, name) for mark in marks]
        kinds = list(dict.fromkeys(values))
        if len(kinds) == 1:
            packed["same"][name] = kinds[0]
        elif len(kinds) <= FEW:
            place = {kind: at for at, kind in enumerate(kinds)}
            packed["coded"][name] = [kinds, "".join(chr(97 + place[value]) for value in values)]
        else:
            packed["each"][name] = values
    return packed


def _spared(mark: Mark, name: str) -> Any:
    value = mark.get(name)
    if name == "short" and value == mark["when"]:
        return ""
    if name == "z" and value is not None and mark["a"] is not None:
        return value - mark["a"]
    return int(value) if isinstance(value, bool) else value


def packed_window(data: dict[str, Any]) -> dict[str, Any]:
    """A window of the timeline with its marks packed."""
    return {**data, "marks": packed_marks(data["marks"])}


def packed_timeline(data: dict[str, Any]) -> dict[str, Any]:
    """Data of the timeline with its marks packed."""
    packed = {name: data[name] for name in data if name not in ("events", "apart")}
    return {**packed, "marks": packed_marks(data["events"]), "apart": packed_marks(data["apart"])}


def packed_json(value: Any) -> bytes:
    """JSON as short as it can be written."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


def squeezed(data: Any) -> bytes:
    """Data for a component as JSON in gzip: the same bytes for the same data.

    Streamlit looks through a dictionary for data frames, and writes it with every accent escaped,
    at each run; bytes it passes on.
    """
    return gzip.compress(packed_json(data), compresslevel=5, mtime=0)
