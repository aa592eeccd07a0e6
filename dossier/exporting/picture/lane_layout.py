"""Where the marks and labels of a lane go: rows for those that collide, piles for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dossier.exporting.picture.time_scale import Scale
from dossier.exporting.widths import type_width
from dossier.views.marks import Mark

HEADLINE = 3
GAP = 4.0  # least distance between two marks
BETWEEN = 14.0  # and between two labels
BEYOND = 60.0  # how far a mark may reach over the edges
PILE = 30.0
TITLE, DATE = 13.0, 12.0
SHORTEST = 90.0  # of a title that is cut
SHARES = (1.0, 0.7, 0.5)
BESIDE = -1
Interval = tuple[float, float]
Taken = list[Interval]


@dataclass(slots=True)
class Item:
    """A mark, or a pile of several that share their place."""

    events: list[Mark]
    x0: float
    x1: float
    row: int = 0

    @property
    def middle(self) -> float:
        """Halfway between both ends."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Label:
    """The title of an event with its date in words: in a strip above the marks, or beside its own.

    `strip` is BESIDE for a label in the row of its mark; a stem leads from any other to its mark.
    """

    event: Mark
    title: str
    when: str
    x: float
    strip: int
    stem: float
    row: int


@dataclass(slots=True)
class Lane:
    """A lane laid out: its items and labels, and how many rows and strips they take."""

    items: list[Item]
    labels: list[Label] = field(default_factory=list)
    rows: int = 1
    strips: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """How much a lane may take: rows of marks, strips of labels, and who is asked for a label."""

    rows: int = 4
    strips: int = 4
    least_rank: int = 2


def is_dot(event: Mark) -> bool:
    """Whether a date is known to the very day and not softened."""
    known = event["a"] is not None and event["a"] == event["z"]
    return bool(event["kind"] != "s" and known and not event["soft"])


def radius(event: Mark) -> float:
    """The radius of a dot."""
    return 6.0 if event["rank"] >= HEADLINE else 4.5


def extent(event: Mark, scale: Scale) -> Interval:
    """From where to where a mark is drawn; over the edge where an end is open."""
    if is_dot(event):
        middle = scale.x(event["a"] + 0.5)
        return middle - radius(event), middle + radius(event)
    x0 = scale.left - BEYOND if event["a"] is None else scale.x(event["a"])
    x1 = scale.right + BEYOND if event["z"] is None else scale.x(event["z"] + 1)
    least = 18 if event["soft"] else 10 if event["kind"] == "s" else 13
    lack = max(0.0, least - (x1 - x0)) / 2
    return x0 - lack, x1 + lack


def lay_out(events: Iterable[Mark], scale: Scale, room: Room, opened: str = "") -> Lane:
    """Place the marks of a lane that lie in the window, then their labels."""
    marks = [Item([event], *extent(event, scale)) for event in events]
    seen = [item for item in marks if item.x1 > scale.left + 2 and item.x0 < scale.right - 2]
    lane = Lane(_in_rows(seen, room, opened))
    lane.rows = 1 + max((item.row for item in lane.items), default=0)
    rows: list[Taken] = [[] for _ in range(lane.rows)]
    for item in lane.items:
        rows[item.row].append((item.x0 - 2, item.x1 + 2))
    places = _Places(rows, [[] for _ in range(room.strips)], scale)
    for item, event in _wishes(lane.items, room, opened):
        if label := places.find(item, event):
            lane.labels.append(label)
            lane.strips = max(lane.strips, label.strip + 1)
    return lane


def _in_rows(items: Sequence[Item], room: Room, opened: str) -> list[Item]:
    def turn(item: Item) -> tuple[bool, int, float, float]:
        event = item.events[0]
        return event["id"] != opened, -event["rank"], item.x1 - item.x0, item.x0

    rows: list[list[Interval]] = [[] for _ in range(room.rows)]
    placed: list[Item] = []
    over: list[Item] = []
    for item in sorted(items, key=turn):
        row = next((at for at, taken in enumerate(rows) if is_free(taken, item.x0, item.x1)), None)
        if row is None:
            over.append(item)
            continue
        item.row = row
        rows[row].append((item.x0 - GAP, item.x1 + GAP))
        placed.append(item)
    return placed + _piles(over, room.rows)


def _piles(items: Iterable[Item], row: int) -> list[Item]:
    """What found no row, in piles side by side beneath, each as wide as its number needs."""
    piles: list[Item] = []
    for item in sorted(items, key=lambda each: each.middle):
        last = piles[-1] if piles else None
        if last and item.middle - last.middle < PILE + GAP:
            last.events += item.events
        else:
            middle = item.middle
            piles.append(Item(list(item.events), middle - PILE / 2, middle + PILE / 2, row))
    return piles


def _wishes(items: Iterable[Item], room: Room, opened: str) -> list[tuple[Item, Mark]]:
    """Who is asked first: the open event, headlines, then the rest of enough rank."""
    found = [
        (item, event)
        for item in items
        for event in item.events
        if event["rank"] >= HEADLINE
        or event["id"] == opened
        or (len(item.events) == 1 and event["rank"] >= room.least_rank)
    ]
    return sorted(found, key=lambda each: (each[1]["id"] != opened, -each[1]["rank"], each[0].x0))


@dataclass(slots=True)
class _Places:
    """The places that are taken in a lane's rows of marks and in the strips above them."""

    rows: list[Taken]
    strips: list[Taken]
    scale: Scale

    def find(self, item: Item, event: Mark) -> Label | None:
        """The label of an event where it finds room, shorter where it must be."""
        for share in SHARES:
            when = event["when"] if share == 1 else event["short"]
            date = type_width(when, DATE) + 6
            title = shortened(event["title"], self._most(event, share) - date)
            wide = type_width(title, TITLE)
            if wide < min(SHORTEST, type_width(event["title"], TITLE)):
                continue
            tries = [self._above, self._beside]
            # What matters less stands beside its mark where it can, which takes no height.
            for attempt in tries if event["rank"] >= HEADLINE else tries[::-1]:
                if found := attempt(item, wide + date):
                    x, strip, stem = found
                    return Label(event, title, when, x, strip, stem, item.row)
        return None

    def _most(self, event: Mark, share: float) -> float:
        cap = 0.9 if event["rank"] >= HEADLINE else 0.55
        return (self.scale.right - self.scale.left) * share * cap

    def _beside(self, item: Item, wide: float) -> tuple[float, int, float] | None:
        start, taken = item.x1 + 7, self.rows[item.row]
        end = start + wide
        if start < self.scale.left or end > self.scale.right or not is_free(taken, start, end):
            return None
        taken.append((start, end + 6))
        return start, BESIDE, start

    def _above(self, item: Item, wide: float) -> tuple[float, int, float] | None:
        left, right = max(item.x0, self.scale.left), min(item.x1, self.scale.right)
        middle = (left + right) / 2
        for stem in (min(middle, left + 7), middle, max(middle, right - 7)):
            for x in (left, middle - wide / 2, stem + 7 - wide):
                start = max(self.scale.left, min(x, self.scale.right - wide))
                if start <= stem <= start + wide:
                    strip = self._strip_for(start, wide, stem)
                    if strip is not None:
                        return start, strip, stem
        return None

    def _strip_for(self, start: float, wide: float, stem: float) -> int | None:
        """Take the lowest strip with room for a label whose stem meets no other label."""
        for strip, taken in enumerate(self.strips):
            if is_free(taken, start, start + wide + BETWEEN):
                taken.append((start, start + wide + BETWEEN))
                for below in self.strips[:strip]:
                    below.append((stem - 4, stem + 4))
                return strip
            if not is_free(taken, stem - 4, stem + 4):
                return None
        return None


def shortened(text: str, room: float, size: float = TITLE) -> str:
    """Give as much of a text as fits, with an ellipsis where it was cut."""
    if type_width(text, size) <= room:
        return text
    kept = text
    while kept and type_width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,;:.–—-')}…"


def is_free(taken: Iterable[Interval], x0: float, x1: float) -> bool:
    """Whether no interval of those taken meets the one between two places."""
    return all(end <= x0 or start >= x1 for start, end in taken)
