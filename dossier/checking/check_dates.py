"""Checks of dates: a reason wherever one is due, nothing far off, nothing told before it was."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from dossier.dates.days import DAY_MAX, DAY_MIN, day_number
from dossier.dates.edtf import parse_date
from dossier.model import Dossier
from dossier.problems import Problem

_BASES = (
    ("events", "date", "date_basis", "date_note"),
    ("documents", "published", "published_basis", "published_note"),
)
_DATES = (("documents", "published"), ("figures", "period"), ("corrections", "date"))
_FAR = 100 * 366  # days from the nearest other event
_NEVER = DAY_MAX + 1  # the day of a date that says none; DAY_MAX itself may be written
_LAST_PLAUSIBLE = day_number(2101, 1, 1)


def check_bases(dossier: Dossier) -> Iterator[Problem]:
    """Ask for a note on every date that no document prints, and for the basis of a given date."""
    for table, date, basis, note in _BASES:
        frame = dossier.tables[table]
        unsaid = frame[basis].isin(["derived", "inferred"]) & (frame[note].str.strip() == "")
        for at in _places(unsaid.to_numpy()):
            value = str(frame[basis].iat[at])
            message = f"the date is {value}, and nothing says why"
            yield _problem(dossier, table, at, note, value, message, "say why in this cell")
        baseless = (frame[basis] != "") & (frame[date] == "")
        for at in _places(baseless.to_numpy()):
            value = str(frame[basis].iat[at])
            hint = "give the date or empty the cell"
            message = "the basis of a date that is not given"
            yield _problem(dossier, table, at, basis, value, message, hint)


def check_far_dates(dossier: Dossier) -> Iterator[Problem]:
    """Point at dates more than a hundred years from every other event, or beyond the year 2100."""
    events = dossier.events
    known = _known_days(events["earliest"].to_numpy(), events["latest"].to_numpy())
    ordered = np.sort(known[known < _LAST_PLAUSIBLE])
    for at in _places(_is_far(known, ordered, itself=1)):
        yield _far(dossier, "events", at, "date", str(events["date"].iat[at]))
    for table, column in _DATES:
        texts = dossier.tables[table][column].tolist()
        days = np.array([_day(text) for text in texts], dtype=np.int64)
        for at in _places(_is_far(days, ordered, itself=0)):
            yield _far(dossier, table, at, column, texts[at])


def check_reported_before(dossier: Dossier) -> Iterator[Problem]:
    """Point at events said to have occurred after all their documents were published."""
    last = _last_report(dossier)
    events = dossier.events
    columns = (events[name].tolist() for name in ("event_id", "status", "earliest", "date"))
    for at, (event_id, status, earliest, date) in enumerate(zip(*columns, strict=True)):
        if status == "occurred" and earliest > last.get(event_id, DAY_MAX):
            message = "said to have occurred after every document it rests on was published"
            hint = "mend the date, or say announced"
            yield _problem(dossier, "events", at, "date", date, message, hint)


def check_said(dossier: Dossier) -> Iterator[Problem]:
    """Find excerpts said to have been said after the whole window of their publication."""
    columns = (dossier.documents[name].tolist() for name in ("document_id", "published"))
    published = {name: parse_date(text) for name, text in zip(*columns, strict=True) if text}
    columns = (dossier.excerpts[name].tolist() for name in ("document_id", "said"))
    for at, (name, said) in enumerate(zip(*columns, strict=True)):
        first = parse_date(said).earliest if said else None
        last = published[name].latest if name in published else None
        if first is not None and last is not None and first > last:
            message = "said after its document was published"
            hint = "mend the date, or the document's"
            yield _problem(dossier, "excerpts", at, "said", said, message, hint)


def _last_report(dossier: Dossier) -> dict[str, int]:
    """Map events to the last day on which a document that they rest on may have been published."""
    documents = dossier.documents
    published: dict[str, int] = {}
    for name, text in zip(
        documents["document_id"].tolist(), documents["published"].tolist(), strict=True
    ):
        latest = parse_date(text).latest if text else None
        published[name] = DAY_MAX if latest is None else latest
    last: dict[str, int] = {}
    excerpts = dossier.excerpts
    for name, event_ids in zip(
        excerpts["document_id"].tolist(), excerpts["event_ids"].tolist(), strict=True
    ):
        day = published.get(name, DAY_MAX)
        for event_id in event_ids:
            last[event_id] = max(day, last.get(event_id, DAY_MIN))
    return last


def _known_days(
    earliest: npt.NDArray[np.int64], latest: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Give the first known end of each date."""
    return np.where(earliest == DAY_MIN, latest, earliest)


def _day(text: str) -> int:
    """Give the first known end of a date; a day after all others where there is none."""
    date = parse_date(text) if text else None
    if date is None:
        return _NEVER
    known = date.latest if date.earliest is None else date.earliest
    return _NEVER if known is None else known


def _places(mask: npt.NDArray[np.bool_]) -> list[int]:
    found: list[int] = np.flatnonzero(mask).tolist()
    return found


def _is_far(
    days: npt.NDArray[np.int64], ordered: npt.NDArray[np.int64], itself: int
) -> npt.NDArray[np.bool_]:
    """Mark days far from all ordered days; `itself` of them are the day asked about."""
    near = np.searchsorted(ordered, days + _FAR, "right") - np.searchsorted(ordered, days - _FAR)
    lonely = (near <= itself) & (len(ordered) > itself)
    far: npt.NDArray[np.bool_] = (days < _NEVER) & (lonely | (days >= _LAST_PLAUSIBLE))
    return far


def _far(dossier: Dossier, table: str, at: int, column: str, value: str) -> Problem:
    message = "more than a hundred years from the events around it"
    return _problem(dossier, table, at, column, value, message, "mend the year, if it is a slip")


def _problem(
    dossier: Dossier, table: str, at: int, column: str, value: str, message: str, hint: str
) -> Problem:
    code = "empty-cell" if column.endswith("_note") else "date-doubtful"
    row = int(dossier.rows[table][at])
    return Problem("warning", code, table, row, column, value, message, hint)
