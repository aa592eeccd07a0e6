"""Three clocks: when an event happened, when it was first said, when that was first published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from dossier.dates.edtf import HonestDate, parse_date
from dossier.dates.words import date_words, short_words
from dossier.kept import kept_with_dossier
from dossier.model import DAY_MAX, DAY_MIN, Dossier
from dossier.selecting.links import excerpt_links
from dossier.views.marks import Mark, all_marks, bounds

Clock = Literal["happened", "said", "published"]
CLOCKS: tuple[Clock, ...] = ("happened", "said", "published")
NO_DATE = "no date known"


@dataclass(frozen=True, slots=True)
class Told:
    """When an excerpt was said or published, and on what that date rests."""

    date: HonestDate
    basis: str


def clock_marks(dossier: Dossier, clock: Clock) -> list[Mark]:
    """The marks of all events by one clock, in the order of the events.

    By the other clocks an event stands at its first telling: from the earliest day on which one
    of its excerpts may have been said or published to the day by which one surely was. What was
    said without a date of its own counts as said when its document was published. `happened` are
    the words of the event's own date, `since` the day from which the lag is drawn.
    """
    if clock == "happened":
        return all_marks(dossier)
    return _said_marks(dossier) if clock == "said" else _published_marks(dossier)


def clock_words(dossier: Dossier, clock: Clock, position: int) -> str:
    """When an event was first said or published, in words; "" by the clock of happening."""
    if clock == "happened":
        return ""
    return f"{clock} {clock_marks(dossier, clock)[position]['when']}"


@kept_with_dossier
def _said_marks(dossier: Dossier) -> list[Mark]:
    published = _published(dossier)
    said = [
        Told(parse_date(text), "derived") if text else other
        for text, other in zip(dossier.excerpts["said"].tolist(), published, strict=True)
    ]
    return _told_marks(dossier, said)


@kept_with_dossier
def _published_marks(dossier: Dossier) -> list[Mark]:
    return _told_marks(dossier, _published(dossier))


def _published(dossier: Dossier) -> list[Told | None]:
    """When the document of each excerpt was published; None where that isn't known."""
    columns = (dossier.documents[name] for name in ("document_id", "published", "published_basis"))
    dates = {
        name: Told(parse_date(text), basis or "stated")
        for name, text, basis in zip(*columns, strict=True)
        if text
    }
    return [dates.get(name) for name in dossier.excerpts["document_id"].tolist()]


def _told_marks(dossier: Dossier, told: list[Told | None]) -> list[Mark]:
    links = excerpt_links(dossier)
    found: dict[int, list[Told]] = {}
    for event, excerpt in zip(links.event.tolist(), links.excerpt.tolist(), strict=True):
        date = told[excerpt]
        if date is not None:
            found.setdefault(event, []).append(date)
    return [_told_mark(mark, found.get(at, [])) for at, mark in enumerate(all_marks(dossier))]


def _told_mark(mark: Mark, told: list[Told]) -> Mark:
    moved = {**mark, "happened": mark["when"], "since": _last(mark)}
    if not told:
        return {**moved, **_nowhere(), "when": NO_DATE, "short": NO_DATE}
    surest = min(told, key=lambda each: (_latest(each), _earliest(each)))
    first = min(told, key=_earliest)
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


def reach(marks: Iterable[Mark]) -> tuple[int, int] | None:
    """The first and last day that marks reach, leaving open ends out; None without any."""
    known = [day for mark in marks for day in (mark["a"], mark["z"]) if day is not None]
    return (min(known), max(known)) if known else None
