"""Three clocks: when an event happened, when it was first said, when that was first published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, overload

import numpy as np

from dossier.dates.edtf import HonestDate, parse_date
from dossier.dates.words import date_words, short_words
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.links import Positions, excerpt_links
from dossier.views.marks import Ends, Mark, all_marks, bounds

Clock = Literal["happened", "said", "published"]
CLOCKS: tuple[Clock, ...] = ("happened", "said", "published")
NO_DATE = "no date known"


@dataclass(frozen=True, slots=True)
class Told:
    """When an excerpt was said or published, and on what that date rests."""

    date: HonestDate
    basis: str


def clock_marks(dossier: Dossier, clock: Clock) -> Sequence[Mark]:
    """The marks of all events by one clock, in the order of the events.

    By the other clocks an event stands at its first telling: from the earliest day on which one
    of its excerpts may have been said or published to the day by which one surely was. What was
    said without a date of its own counts as said when its document was published. `happened` are
    the words of the event's own date, `since` the day from which the lag is drawn.
    """
    if clock == "happened":
        return all_marks(dossier)
    return _said_marks(dossier) if clock == "said" else _published_marks(dossier)


def clock_ends(dossier: Dossier, clock: Clock) -> tuple[Ends, Ends]:
    """The first and last day of all events by one clock; open ends are DAY_MIN and DAY_MAX."""
    if clock == "happened":
        events = dossier.events
        return events["earliest"].to_numpy(), events["latest"].to_numpy()
    marks = _said_marks(dossier) if clock == "said" else _published_marks(dossier)
    return marks.ends


def clock_words(dossier: Dossier, clock: Clock, position: int) -> str:
    """When an event was first said or published, in words; "" by the clock of happening."""
    if clock == "happened":
        return ""
    return f"{clock} {clock_marks(dossier, clock)[position]['when']}"


class ToldMarks(Sequence[Mark]):
    """The marks of all events at their first telling; each is made when it is asked for."""

    def __init__(self, dossier: Dossier, told: list[Told | None]) -> None:
        self._marks, self._told = all_marks(dossier), told
        links = excerpt_links(dossier)
        dated = np.array([each is not None for each in told], dtype=np.bool_)[links.excerpt]
        event, excerpt = links.event[dated], links.excerpt[dated]
        earliest, latest = self._days(_earliest)[excerpt], self._days(_latest)[excerpt]
        self._first = self._leading(event, excerpt, earliest)
        self._surest = self._leading(event, excerpt, latest, earliest)
        size = len(dossier.events)
        self.ends = np.full(size, DAY_MIN), np.full(size, DAY_MAX)
        for ends, leading, days in zip(
            self.ends, (self._first, self._surest), (_earliest, _latest), strict=True
        ):
            known = leading >= 0
            ends[known] = self._days(days)[leading[known]]

    def _days(self, end: Callable[[Told], int]) -> Ends:
        return np.array([end(each) if each else DAY_MAX for each in self._told], dtype=np.int64)

    def _leading(self, event: Positions, excerpt: Positions, *days: Ends) -> Positions:
        """For each event the excerpt that comes first by these days; -1 where none is dated."""
        order = np.lexsort((*reversed(days), event))
        events, at = np.unique(event[order], return_index=True)
        leading = np.full(len(self._marks), -1, dtype=np.intp)
        leading[events] = excerpt[order][at]
        return leading

    def __len__(self) -> int:
        return len(self._marks)

    @overload
    def __getitem__(self, position: int) -> Mark: ...
    @overload
    def __getitem__(self, position: slice) -> list[Mark]: ...
    def __getitem__(self, position: int | slice) -> Mark | list[Mark]:
        if isinstance(position, slice):
            return [self[at] for at in range(*position.indices(len(self)))]
        first, surest = int(self._first[position]), int(self._surest[position])
        told = (self._told[first], self._told[surest]) if first >= 0 else (None, None)
        return _told_mark(self._marks[position], *told)


@kept_with_dossier
def _said_marks(dossier: Dossier) -> ToldMarks:
    published = _published(dossier)
    said = [
        Told(parse_date(text), "derived") if text else other
        for text, other in zip(dossier.excerpts["said"].tolist(), published, strict=True)
    ]
    return ToldMarks(dossier, said)


@kept_with_dossier
def _published_marks(dossier: Dossier) -> ToldMarks:
    return ToldMarks(dossier, _published(dossier))


def _published(dossier: Dossier) -> list[Told | None]:
    """When the document of each excerpt was published; None where that isn't known."""
    columns = (dossier.documents[name] for name in ("document_id", "published", "published_basis"))
    dates = {
        name: Told(parse_date(text), basis or "stated")
        for name, text, basis in zip(*columns, strict=True)
        if text
    }
    return [dates.get(name) for name in dossier.excerpts["document_id"].tolist()]


def _told_mark(mark: Mark, first: Told | None, surest: Told | None) -> Mark:
    moved = {**mark, "happened": mark["when"], "since": _last(mark)}
    if first is None or surest is None:
        return {**moved, **_nowhere(), "when": NO_DATE, "short": NO_DATE}
    words = date_words(surest.date)
    if _earliest(first) < _earliest(surest):
        words += f", if not earlier ({date_words(first.date)})"
    return {
        **moved,
        **bounds(surest.date),
        "a": None if _earliest(first) == DAY_MIN else _earliest(first),
        "basis": surest.basis,
        "when": words,
        "short": short_words(surest.date),
    }


def _nowhere() -> dict[str, Any]:
    ends = {"a": None, "z": None, "b": None, "y": None, "open0": True, "open1": True}
    return {**ends, "kind": "i", "soft": False, "basis": "inferred"}


def _last(mark: Mark) -> int | None:
    last: int | None = mark["z"] if mark["z"] is not None else mark["a"]
    return last


def _earliest(told: Told) -> int:
    return DAY_MIN if told.date.earliest is None else told.date.earliest


def _latest(told: Told) -> int:
    return DAY_MAX if told.date.latest is None else told.date.latest
