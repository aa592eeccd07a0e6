"""A dossier as it could be known on a day: without the words that came out later."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from dossier.dates.edtf import DateError, parse_date
from dossier.kept import kept_with_dossier
from dossier.knowing.known import (
    CERTAIN,
    KNOWN,
    NOT_YET,
    POSSIBLE,
    Codes,
    document_codes,
    excerpt_codes,
    known_codes,
)
from dossier.model import Dossier

CUT = ("documents", "excerpts", "figures", "comparisons", "checks")
KEPT = 8  # days of which the dossier is held

Said = Mapping[str, int]  # how surely the document of each excerpt had come out, by the excerpt

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

    All events stay, in their places. Every row of these tables has two more columns: `known`, how
    surely it was known, and `known_as_of`, the date that was asked for. Briefings are left out:
    they are told with all that the dossier knows. Without a date it is the dossier itself.
    """
    day = asof_day(asof) if asof else None
    if day is None:
        return dossier
    return _kept_days(dossier).get(asof, lambda: _cut(dossier, day, asof))


def _cut(dossier: Dossier, day: int, asof: str) -> Dossier:
    tables = dict(dossier.tables)
    excerpts = excerpt_codes(dossier, day)
    said = dict(zip(dossier.excerpts["excerpt_id"].tolist(), excerpts.tolist(), strict=True))
    tables["events"] = _said(dossier.events, known_codes(dossier, day), asof)
    tables["documents"] = _left(_said(dossier.documents, document_codes(dossier, day), asof))
    tables["excerpts"] = _left(_said(dossier.excerpts, excerpts, asof))
    tables["figures"] = _figures(dossier.figures, said, asof)
    tables["comparisons"] = _comparisons(dossier.comparisons, said, asof)
    tables["checks"] = _checks(dossier, said, asof)
    tables["briefings"] = dossier.briefings.iloc[:0]
    tables["corrections"] = _corrections(dossier, tables)
    return Dossier(dossier.about, tables, dossier.problems, files=dossier.files)


def _said(frame: pd.DataFrame, codes: Codes, asof: str) -> pd.DataFrame:
    """The rows with how surely each was known, and as of when."""
    known = pd.Series(np.array(KNOWN)[codes], index=frame.index, dtype="str")
    return frame.assign(known=known, known_as_of=pd.Series(asof, index=frame.index, dtype="str"))


def _left(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of what may have been known."""
    return frame[(frame["known"] != KNOWN[NOT_YET]).to_numpy()].reset_index(drop=True)


def _figures(frame: pd.DataFrame, said: Said, asof: str) -> pd.DataFrame:
    """Those whose passage had come out; of what has no passage, nobody can tell."""
    codes = [said.get(each, POSSIBLE) if each else POSSIBLE for each in frame["excerpt_id"]]
    return _left(_said(frame, _codes(codes), asof))


def _comparisons(frame: pd.DataFrame, said: Said, asof: str) -> pd.DataFrame:
    """Those in which two voices at least had spoken, with these voices only."""
    heard = [
        tuple(each for each in ids if said.get(each, NOT_YET) != NOT_YET)
        for ids in frame["excerpt_ids"]
    ]
    codes = [min(said[each] for each in ids) if len(ids) > 1 else NOT_YET for ids in heard]
    cut = frame.assign(excerpt_ids=pd.Series(heard, index=frame.index, dtype=object))
    return _left(_said(cut, _codes(codes), asof))


def _checks(dossier: Dossier, said: Said, asof: str) -> pd.DataFrame:
    """Those whose claim had come out, and every number of the sum."""
    columns = (dossier.figures[name].tolist() for name in ("figure_id", "excerpt_id"))
    figures = {name: said.get(claim, POSSIBLE) for name, claim in zip(*columns, strict=True)}
    pairs = zip(dossier.checks["formula"], dossier.checks["excerpt_id"], strict=True)
    codes = [
        min(
            said.get(claim, NOT_YET) if claim else POSSIBLE,
            *(figures[name] for name in _NAME.findall(formula) if name in figures),
            CERTAIN,
        )
        for formula, claim in pairs
    ]
    return _left(_said(dossier.checks, _codes(codes), asof))


def _corrections(dossier: Dossier, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The log without what it says of rows that came out later, and of the briefings."""
    log = dossier.corrections
    gone = {
        (name, row_id)
        for name in CUT
        for row_id in set(dossier.tables[name].iloc[:, 0]) - set(tables[name].iloc[:, 0])
    }
    names = zip(log["table"].tolist(), log["row_id"].tolist(), strict=True)
    kept = [pair not in gone and pair[0] != "briefings" for pair in names]
    return log[np.asarray(kept, dtype=np.bool_)].reset_index(drop=True)


def _codes(codes: list[int]) -> Codes:
    return np.array(codes, dtype=np.int8)


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
