"""The strip: the steps of a briefing in time, as shapes on a scale from 0 to 1.

A mark says no more than its date: as wide as what is not known, soft where approximate or open,
hatched where inferred, hollow where only announced or claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dossier.dates.days import civil, day_number
from dossier.dates.parts import MONTHS
from dossier.model import Event

Data = dict[str, Any]
EDGE = 0.02  # the room left and right of the outermost days
DOT = 0.022  # what is narrower is a dot
SOFT, OPEN = 0.3, 0.7  # how much of a mark a soft and an open end take
MOST_TICKS = 5
NAMED = 0.84  # a tick further right has no room for its name
STEPS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)))


def strip_data(events: Sequence[Event | None]) -> Data | None:
    """Give the marks of events, None for a step without one, and the ticks under them."""
    dates = [each.date for each in events if each is not None]
    days = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    if not days:
        return None
    first, last = min(days), max(days) + 1
    room = max((last - first) * EDGE, 5)
    start, end = first - room, last + room
    marks = [_mark(each, start, end) if each is not None else None for each in events]
    ticks = [
        {"x": at, "label": label if at < NAMED else ""}
        for day, label in _ticks(start, end)
        for at in [_place(day, start, end)]
    ]
    return {"marks": marks, "ticks": ticks}


def _mark(event: Event, start: float, end: float) -> Data:
    date = event.date
    x0 = 0.0 if date.earliest is None else _place(date.earliest, start, end)
    x1 = 1.0 if date.latest is None else _place(date.latest + 1, start, end)
    open0 = date.earliest is None or date.open_start or date.unknown_start
    open1 = date.latest is None or date.open_end or date.unknown_end
    soft = SOFT if date.approximate or date.uncertain else 0.0
    both = 0.45 if open0 and open1 else OPEN
    dot = x1 - x0 < DOT and not (open0 or open1)
    return {
        "x0": x0,
        "x1": x1,
        "dot": dot,
        "span": date.kind == "span",
        "fade0": both if open0 else soft,
        "fade1": both if open1 else soft,
        "hollow": event.status in ("announced", "claimed"),
        "dashed": event.status == "claimed",
        "hatched": event.date_basis == "inferred",
        "core": _core(event, start, end),
    }


def _core(event: Event, start: float, end: float) -> list[float]:
    """Give where a span surely held, [] where that is not known."""
    inner0, inner1 = event.date.inner_start, event.date.inner_end
    if event.date.kind != "span" or inner0 is None or inner1 is None or inner0 > inner1:
        return []
    return [_place(inner0, start, end), _place(inner1 + 1, start, end)]


def _place(day: int, start: float, end: float) -> float:
    return round((day - start) / (end - start), 4)


def _ticks(start: float, end: float) -> Iterator[tuple[int, str]]:
    """Give the first days of months or years, at most MOST_TICKS, with their names."""
    first = civil(int(start))[0] * 12
    months = (end - start) / 30.44
    step = next((each for each in STEPS if months / each <= MOST_TICKS), STEPS[-1])
    for month in range(first - first % step, civil(int(end))[0] * 12 + 12, step):
        year, at = month // 12, month % 12
        if not -9999 <= year <= 9999:
            continue
        day = day_number(year, at + 1, 1)
        if start <= day <= end:
            named = str(year) if year > 0 else f"{1 - year} BCE"
            yield day, named if step >= 12 else f"{MONTHS[at][:3]} {named}"
