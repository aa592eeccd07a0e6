"""What a picture of the timeline says in words: how much it shows, by which filters, and whence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dossier.dates.days import civil
from dossier.dates.edtf import parse_date
from dossier.dates.words import date_words
from dossier.exporting.picture.time_scale import Scale, year_words
from dossier.exporting.voices import document_words
from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.views.filter_view import LABELS, LENSES, period_words
from dossier.views.marks import Mark, lane_label
from dossier.views.view import View

MOST_SOURCES = 8
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# How marks are read, and what must occur for the entry to be of use.
KEY: tuple[tuple[str, Callable[[Mark], bool]], ...] = (
    ("a dot: known to the day", lambda e: e["kind"] != "s" and e["a"] == e["z"] and not e["soft"]),
    ("a band: some time within", lambda e: e["kind"] != "s" and e["a"] != e["z"]),
    ("soft ends: about then", lambda e: e["soft"]),
    ("fading: open end", lambda e: e["open0"] or e["open1"] or e["a"] is None or e["z"] is None),
    ("pale with a strong line: lasted", lambda e: e["kind"] == "s"),
    ("hatched: date inferred", lambda e: e["basis"] == "inferred"),
    ("outlined: announced", lambda e: e["status"] == "announced"),
    ("dashed: claimed", lambda e: e["status"] == "claimed"),
    ("paler: only possibly known by then", lambda e: bool(e.get("possible"))),
)


def counted_words(dossier: Dossier, view: View, shown: int) -> str:
    """Say how many events of how many are shown, and what chose them."""
    words = f"Showing {shown:,} of {len(dossier.events):,} events"
    return ". ".join([words, *_filters(dossier, view)])


def window_words(scale: Scale) -> str:
    """Say which stretch of time is drawn, no finer than its length calls for."""
    first, last = civil(scale.first), civil(scale.last)
    if scale.last - scale.first > 365 * 12:
        return f"{year_words(first[0])} to {year_words(last[0])}"
    if scale.last - scale.first > 100:
        return f"{_month(first)} to {_month(last)}"
    return f"{first[2]} {_month(first)} to {last[2]} {_month(last)}"


def key_words(events: Iterable[Mark], *, has_piles: bool, has_counts: bool) -> str:
    """Say how to read the marks that there are."""
    held = list(events)
    said = [words for words, occurs in KEY if any(occurs(each) for each in held)]
    if has_piles:
        said.append("a number: so many events in one place")
    if has_counts:
        said.append("bars: events counted by when they begin")
    return f"How to read it: {'; '.join(said)}." if said else ""


def source_words(dossier: Dossier, view: View) -> str:
    """Name the dossier with its version, and the documents it rests on."""
    about = dossier.about
    version = f", version {about.version}" if about.version else ""
    documents = list(known_dossier(dossier, view.selection.asof).each("documents"))
    named = [document_words(each) for each in documents[:MOST_SOURCES]]
    more = len(documents) - len(named)
    named += [f"and {more:,} more"] if more > 0 else []
    rest = f" Documents: {'; '.join(named)}." if named else ""
    return f"From the dossier “{about.title}”{version}.{rest}"


def _filters(dossier: Dossier, view: View) -> Iterator[str]:
    chosen = view.selection
    if chosen.query:
        yield f"Search: “{chosen.query}”"
    for name, label in LABELS.items():
        if values := sorted(chosen.chosen(name)):
            yield f"{label}: {', '.join(lane_label(dossier, name, each) for each in values)}"
    if chosen.first or chosen.last:
        yield f"Period: {period_words(chosen)}"
    if chosen.asof:
        yield f"Known as of {date_words(parse_date(chosen.asof))}"
    if view.clock != "happened":
        yield f"Each where it stands by {LENSES['clock'][1][view.clock].removeprefix('when ')}"


def _month(day: tuple[int, int, int]) -> str:
    return f"{LONG_MONTHS[day[1] - 1]} {year_words(day[0])}"
