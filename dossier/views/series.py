"""Series: the figures that belong together, each with its words, its passage and its document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dossier.dates.words import date_words
from dossier.kept import kept_with_dossier
from dossier.model import Document, Dossier, Event, Excerpt, Figure
from dossier.sums.figure_words import figure_words
from dossier.views.series_headings import series_slug, series_title, series_weight

CALENDAR = "calendar year"
IN_WORDS = "in words only"
REMARK = re.compile(r"\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One figure with what it rests on; what the tables lack is None or empty."""

    figure: Figure
    excerpt: Excerpt | None
    document: Document | None
    events: tuple[Event, ...]

    @property
    def unit(self) -> str:
        """The unit without the remark in brackets after it."""
        return REMARK.sub("", self.figure.unit)

    @property
    def remark(self) -> str:
        """What the table remarks on the unit: "no currency printed"."""
        found = REMARK.search(self.figure.unit)
        return found[1] if found else ""

    @property
    def only_words(self) -> bool:
        """Whether the document gives words and no number to rely on."""
        return self.figure.value is None or self.figure.qualifier == "vague"

    @property
    def number(self) -> str:
        """The number with its qualifier, without its unit: "about 550", "2009", "57%"."""
        if self.figure.value is None or self.only_words:
            return IN_WORDS
        if self.unit == CALENDAR:
            return str(int(self.figure.value))
        return figure_words(replace(self.figure, unit="%" if self.unit == "%" else ""))

    @property
    def words(self) -> str:
        """The number with qualifier and unit: "up to 3,300 files"."""
        bare = self.only_words or self.unit in ("%", CALENDAR)
        return self.number if bare else f"{self.number} {self.unit}".rstrip()

    @property
    def period(self) -> str:
        """The period in words, "" if none is given."""
        return date_words(self.figure.period) if self.figure.period else ""

    @property
    def source(self) -> str:
        """The title of the document."""
        if self.document is not None:
            return self.document.title or self.document.document_id
        return self.excerpt.document_id if self.excerpt else ""


@dataclass(frozen=True, slots=True)
class Series:
    """One series in the order of its table; `slug` is its own in addresses, anchors and files.

    `companions` are the figures of series whose name extends this one's ("budget-change" beside
    "budget"): said of the same numbers, shown with them in words, and never drawn.
    """

    name: str
    slug: str
    title: str
    rows: tuple[Quoted, ...]
    companions: tuple[Quoted, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of its heading on the page."""
        return f"series-{self.slug}"

    @property
    def all_rows(self) -> tuple[Quoted, ...]:
        """Its own rows, then those of its companions."""
        return self.rows + self.companions


@kept_with_dossier
def all_series(dossier: Dossier) -> tuple[Series, ...]:
    """Every series of a dossier by editorial weight, companions within the series they extend."""
    named: dict[str, list[Quoted]] = {}
    for position in range(len(dossier.figures)):
        row = quoted(dossier, dossier.row("figures", position))
        named.setdefault(row.figure.series, []).append(row)
    leading = {name: _leader(name, named) for name in named}
    heads = sorted((name for name in named if leading[name] == name), key=series_weight)
    slugs = _slugs(heads)
    return tuple(_series(name, slugs[name], named, leading) for name in heads)


def select_series(dossier: Dossier, asked: str) -> Series | None:
    """The series of this slug or name, or the one with it among its companions; None if unknown."""
    for series in all_series(dossier):
        if asked == series.slug or any(asked == row.figure.series for row in series.all_rows):
            return series
    return None


def quoted(dossier: Dossier, figure: Figure) -> Quoted:
    """One figure with its excerpt, document and events."""
    excerpt = dossier.excerpt(figure.excerpt_id)
    if excerpt is None:
        return Quoted(figure, None, None, ())
    events = tuple(event for each in excerpt.event_ids if (event := dossier.event(each)))
    return Quoted(figure, excerpt, dossier.document(excerpt.document_id), events)


def _leader(name: str, named: dict[str, list[Quoted]]) -> str:
    """The shortest series that this one's name extends; itself if there is none."""
    shorter = [each for each in named if each and name.startswith(f"{each}-")]
    return min(shorter, key=len, default=name)


def _slugs(names: list[str]) -> dict[str, str]:
    """A slug for every name, told apart by a number where names come out alike."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        slug = plain = series_slug(name)
        number = 2
        while slug in taken:
            slug, number = f"{plain}-{number}", number + 1
        taken.add(slug)
        made[name] = slug
    return made


def _series(
    name: str, slug: str, named: dict[str, list[Quoted]], leading: dict[str, str]
) -> Series:
    others = [rows for each, rows in named.items() if leading[each] == name and each != name]
    companions = tuple(row for rows in others for row in rows)
    return Series(name, slug, series_title(name), tuple(named[name]), companions)
