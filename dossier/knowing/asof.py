"""A dossier as it could be known on a day: without the words that came out later."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.dates.edtf import DateError, parse_date
from dossier.kept import kept_with_dossier
from dossier.knowing.known import KNOWN, NOT_YET, Codes, document_codes, excerpt_codes, known_codes
from dossier.model import Dossier

COLUMNS = ("known", "known_as_of")
KEPT = 8  # days of which the dossier is held

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def asof_day(text: str) -> int | None:
    """The last day of an EDTF day, month or year; None where the text is none."""
    try:
        date = parse_date(text)
    except DateError:
        return None
    return date.latest if date.kind == "instant" else None


def known_events(dossier: Dossier, asof: str) -> Codes | None:
    """How surely every event was known as of a date, as positions in KNOWN; None without one."""
    day = asof_day(asof) if asof else None
    return None if day is None else known_codes(dossier, day)


def known_dossier(dossier: Dossier, asof: str) -> Dossier:
    """The dossier without documents, and what rests on them, that came out after a date.

    All events stay, in their places, with two more columns: `known`, how surely the event was
    known, and `known_as_of`, the date that was asked for. Without a date it is the dossier itself.
    """
    day = asof_day(asof) if asof else None
    if day is None:
        return dossier
    return _kept_days(dossier).get(asof, lambda: _cut(dossier, day, asof))


def _cut(dossier: Dossier, day: int, asof: str) -> Dossier:
    tables = dict(dossier.tables)
    events = known_codes(dossier, day)
    tables["events"] = dossier.events.assign(
        known=pd.Series(np.array(KNOWN)[events], index=dossier.events.index, dtype="str"),
        known_as_of=pd.Series(asof, index=dossier.events.index, dtype="str"),
    )
    tables["documents"] = _where(dossier.documents, document_codes(dossier, day) != NOT_YET)
    tables["excerpts"] = _where(dossier.excerpts, excerpt_codes(dossier, day) != NOT_YET)
    excerpts = set(tables["excerpts"]["excerpt_id"])
    tables["comparisons"] = _comparisons(dossier.comparisons, excerpts)
    tables["figures"] = _where(dossier.figures, dossier.figures["excerpt_id"].isin(excerpts))
    tables["checks"] = _checks(dossier, excerpts, set(tables["figures"]["figure_id"]))
    return Dossier(dossier.about, tables, dossier.problems, files=dossier.files)


def _where(frame: pd.DataFrame, kept: npt.ArrayLike) -> pd.DataFrame:
    return frame[np.asarray(kept, dtype=np.bool_)].reset_index(drop=True)


def _comparisons(frame: pd.DataFrame, excerpts: set[str]) -> pd.DataFrame:
    """Those in which two voices at least had spoken, with these voices only."""
    said = [tuple(each for each in ids if each in excerpts) for ids in frame["excerpt_ids"]]
    cut = frame.assign(excerpt_ids=pd.Series(said, index=frame.index, dtype=object))
    return _where(cut, [len(ids) > 1 for ids in said])


def _checks(dossier: Dossier, excerpts: set[str], figures: set[str]) -> pd.DataFrame:
    """Those whose claim had come out, and every number of the sum."""
    every, frame = set(dossier.figures["figure_id"]), dossier.checks
    pairs: Iterable[tuple[str, str]] = zip(frame["formula"], frame["excerpt_id"], strict=True)
    return _where(
        frame,
        [
            every & set(_NAME.findall(formula)) <= figures and (not claim or claim in excerpts)
            for formula, claim in pairs
        ],
    )


class _KeptDays:
    """The dossier of the days that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Dossier] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asof: str, make: Callable[[], Dossier]) -> Dossier:
        """The dossier of a day, made now or before."""
        with self._lock:
            if asof not in self._kept:
                self._kept[asof] = make()
            self._kept.move_to_end(asof)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[asof]


@kept_with_dossier
def _kept_days(dossier: Dossier) -> _KeptDays:
    return _KeptDays()
