"""The dossier in memory: its tables as frames, and typed rows made on demand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.dates.days import DAY_MAX, DAY_MIN
from dossier.problems import Problem
from dossier.rows import (
    BriefingStep,
    Check,
    Comparison,
    Correction,
    Document,
    Event,
    Excerpt,
    Figure,
    Row,
    Theme,
    typed_row,
)
from dossier.schema import read_schema

FEW_ROWS = 20_000
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

__all__ = [
    "DAY_MAX",
    "DAY_MIN",
    "About",
    "BriefingStep",
    "Check",
    "Comparison",
    "Correction",
    "Document",
    "Dossier",
    "Event",
    "Excerpt",
    "Figure",
    "RejectedRow",
    "Row",
    "Theme",
]


@dataclass(frozen=True, slots=True)
class About:
    """What a dossier says of itself; `correction_url` is "" unless it names an address.

    `left_out` pairs what the curators left out with the reason. `language` is the one that its
    own words are in, as BCP 47 writes it.
    """

    name: str
    title: str
    description: str = ""
    version: str = ""
    correction_url: str = ""
    licences: str = ""
    left_out: tuple[tuple[str, str], ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that could not be kept: its cells as typed, under the file's own header."""

    row: int
    header: tuple[str, ...]
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Dossier:
    """All tables of one dossier, and what is wrong with them.

    `tables` holds a frame for every declared table, empty where there is no file: the declared
    columns in order (text and dates as `str` with "" for missing, lists as tuples, numbers as
    float with NaN, `importance` and `position` as int64); for events also int64 `earliest` and
    `latest`, open ends being DAY_MIN and DAY_MAX; then the columns that are not declared, as text.
    Events are sorted by earliest and latest day, then as in the file; other tables as in the file.
    `rows` numbers the rows of each frame as a spreadsheet shows them. `files` names the tables
    that were there. Nothing in it may be changed.
    """

    about: About
    tables: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...] = ()
    rows: Mapping[str, npt.NDArray[np.int64]] = field(default_factory=dict, repr=False)
    rejected: Mapping[str, tuple[RejectedRow, ...]] = field(default_factory=dict, repr=False)
    files: frozenset[str] = frozenset()
    _found: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)

    @property
    def events(self) -> pd.DataFrame:
        """The events, sorted by date."""
        return self.tables["events"]

    @property
    def documents(self) -> pd.DataFrame:
        """The documents."""
        return self.tables["documents"]

    @property
    def excerpts(self) -> pd.DataFrame:
        """The excerpts."""
        return self.tables["excerpts"]

    @property
    def figures(self) -> pd.DataFrame:
        """The figures."""
        return self.tables["figures"]

    @property
    def checks(self) -> pd.DataFrame:
        """The checks."""
        return self.tables["checks"]

    @property
    def comparisons(self) -> pd.DataFrame:
        """The comparisons."""
        return self.tables["comparisons"]

    @property
    def themes(self) -> pd.DataFrame:
        """The themes."""
        return self.tables["themes"]

    @property
    def briefings(self) -> pd.DataFrame:
        """The steps of all briefings."""
        return self.tables["briefings"]

    @property
    def corrections(self) -> pd.DataFrame:
        """The corrections."""
        return self.tables["corrections"]

    def row(self, table: str, position: int) -> Any:
        """Give the typed row at a position of a frame."""
        columns = self._columns(table)
        cells = {name: column[position] for name, column in columns.items()}
        return typed_row(read_schema().table(table), cells)

    def each(self, table: str) -> Iterator[Any]:
        """Give every typed row of a table, in the order of its frame."""
        frame, declared = self.tables[table], read_schema().table(table)
        columns = [frame[name].tolist() for name in declared.names]
        for cells in zip(*columns, strict=True):
            yield typed_row(declared, dict(zip(declared.names, cells, strict=True)))

    def position(self, table: str, row_id: str) -> int | None:
        """Say where in its frame the row with this id is; None if there is none."""
        key = read_schema().table(table).primary_key[0]
        return self._index(table, key).get(row_id)

    def event(self, event_id: str) -> Event | None:
        """Give the event with this id."""
        return self._row_of("events", event_id)  # type: ignore[no-any-return]

    def document(self, document_id: str) -> Document | None:
        """Give the document with this id."""
        return self._row_of("documents", document_id)  # type: ignore[no-any-return]

    def excerpt(self, excerpt_id: str) -> Excerpt | None:
        """Give the excerpt with this id."""
        return self._row_of("excerpts", excerpt_id)  # type: ignore[no-any-return]

    def figure(self, figure_id: str) -> Figure | None:
        """Give the figure with this id."""
        return self._row_of("figures", figure_id)  # type: ignore[no-any-return]

    def check(self, check_id: str) -> Check | None:
        """Give the check with this id."""
        return self._row_of("checks", check_id)  # type: ignore[no-any-return]

    def comparison(self, comparison_id: str) -> Comparison | None:
        """Give the comparison with this id."""
        return self._row_of("comparisons", comparison_id)  # type: ignore[no-any-return]

    def excerpts_of(self, event_id: str) -> tuple[Excerpt, ...]:
        """Give the excerpts that an event rests on, by document and by place in it."""
        positions = self._listing("excerpts", "event_ids").get(event_id, ())
        found = [self.row("excerpts", each) for each in positions]
        return tuple(sorted(found, key=self._place))

    def figures_of(self, event_id: str) -> tuple[Figure, ...]:
        """Give the figures whose excerpts an event rests on, in the order of the table."""
        return tuple(self._resting(event_id, "figures", "excerpt_id"))

    def comparisons_of(self, event_id: str) -> tuple[Comparison, ...]:
        """Give the comparisons in which an excerpt of the event takes part."""
        return tuple(self._resting(event_id, "comparisons", "excerpt_ids"))

    def checks_of(self, event_id: str) -> tuple[Check, ...]:
        """Give the checks whose claim the event's excerpts make or whose sum its figures enter."""
        claims = self._resting(event_id, "checks", "excerpt_id")
        known = {check.check_id for check in claims}
        figures = {figure.figure_id for figure in self.figures_of(event_id)}
        sums = [
            check
            for position, formula in enumerate(self.checks["formula"].tolist())
            if figures & set(_NAME.findall(formula))
            and (check := self.row("checks", position)).check_id not in known
        ]
        return (*claims, *sums)

    def theme_label(self, theme: str) -> str:
        """Give the name of a theme on screen; its key where it has no label."""
        return self._cell("themes", theme, "label") or theme

    def document_title(self, document_id: str) -> str:
        """Give the title of a document; its id where there is no such document."""
        return self._cell("documents", document_id, "title") or document_id

    def _cell(self, table: str, row_id: str, column: str) -> str:
        position = self.position(table, row_id)
        return "" if position is None else str(self._columns(table)[column][position])

    def _row_of(self, table: str, row_id: str) -> Any:
        position = self.position(table, row_id)
        return None if position is None else self.row(table, position)

    def _resting(self, event_id: str, table: str, column: str) -> list[Any]:
        excerpts = self._listing("excerpts", "event_ids").get(event_id, [])
        ids: list[str] = self.excerpts["excerpt_id"].iloc[excerpts].tolist()
        listing = self._listing(table, column)
        found = {each for excerpt_id in ids for each in listing.get(excerpt_id, ())}
        return [self.row(table, position) for position in sorted(found)]

    def _place(self, excerpt: Excerpt) -> tuple[int, float]:
        position = self.position("documents", excerpt.document_id)
        last = len(self.documents)
        start = float("inf") if excerpt.start is None else excerpt.start
        return (last if position is None else position, start)

    def _columns(self, table: str) -> dict[str, Any]:
        """Give the declared columns, looked up once; of small tables as lists, quickest to ask."""
        if table not in self._found:
            frame, declared = self.tables[table], read_schema().table(table)
            few = len(frame) <= FEW_ROWS
            self._found[table] = {
                name: frame[name].tolist() if few else frame[name].array for name in declared.names
            }
        return self._found[table]

    def _index(self, table: str, column: str) -> dict[str, int]:
        """Map each value of a column to its position; made once."""
        key = f"{table}.{column}"
        if key not in self._found:
            values = self.tables[table][column].tolist()
            self._found[key] = {value: position for position, value in enumerate(values)}
        return self._found[key]

    def _listing(self, table: str, column: str) -> dict[str, list[int]]:
        """Map each value, or each entry of a list, to the positions that hold it; made once."""
        key = f"{table}.{column}[]"
        if key not in self._found:
            made: dict[str, list[int]] = {}
            for position, cell in enumerate(self.tables[table][column].tolist()):
                for value in cell if isinstance(cell, tuple) else (cell,):
                    made.setdefault(value, []).append(position)
            self._found[key] = made
        return self._found[key]
