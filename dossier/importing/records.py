"""Records with named fields, from a sheet or from JSON, to events."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.dates.edtf import DateError, parse_date
from dossier.importing.draft import Draft, Happening
from dossier.importing.fields import SOURCE_TARGETS
from dossier.importing.imported import ImportRefusedError, Row
from dossier.importing.markup import take_markup
from dossier.importing.plain_text import plain_text
from dossier.importing.sources import Source, sources_of_text
from dossier.importing.written_dates import TwoWaysError, read_written_date
from dossier.schema import read_schema

_FEW = 5


@dataclass(slots=True)
class Records:
    """The reading of records: `chosen` says which field of the file stands for which place."""

    draft: Draft
    chosen: Mapping[str, str]
    two_ways: list[tuple[int, str]] = field(default_factory=list)

    def add(self, row: int, fields: Mapping[str, str], sources: tuple[Source, ...] = ()) -> None:
        """Add a record as an event, or leave it out with the reason."""
        placed = {target: fields.get(name, "") for target, name in self.chosen.items()}
        used = set(self.chosen.values())
        others = {name: text for name, text in fields.items() if name not in used}
        try:
            date = self._date(row, placed, others)
        except TwoWaysError as error:
            self.two_ways.append((row, str(error)))
            return
        except DateError as error:
            self.draft.leave_out(row, str(error), fields)
            return
        linked: list[Source] = []
        cells = self._cells(row, placed, others, linked) | {"date": date}
        found = (*(sources or self._sources(placed, others)), *linked)
        wanted = placed.get("event_id", "")
        self.draft.add(Happening(row, cells, wanted, others, found, self.chosen))

    def check(self) -> None:
        """Refuse dates that can be read two ways, once all records were read."""
        if not self.two_ways:
            return
        row, said = self.two_ways[0]
        rows = ", ".join(str(row) for row, _ in self.two_ways[:_FEW])
        more = ", …" if len(self.two_ways) > _FEW else ""
        unit = self.draft.log.unit
        raise ImportRefusedError(
            f"dates that can be read two ways: {len(self.two_ways)} ({unit} {rows}{more});"
            f" for example, {unit} {row}, {said}. Say --day-first or --month-first"
        )

    def note_places(self) -> None:
        """Note which field went where."""
        events = read_schema().table("events")
        for target, name in self.chosen.items():
            if target in events.names and target not in self.draft.filled:
                continue
            if target in events.names:
                also = " and themes.csv" if target == "theme" else ""
                place = f"{target} of {events.path}{also}"
            elif target == "end":
                place = f"date of {events.path}, as its end"
            else:
                place = "documents.csv" + (
                    ", excerpts.csv" if target in ("quote", "speaker") else ""
                )
            self.draft.log.placed[name] = place

    def _date(self, row: int, placed: Mapping[str, str], others: Row) -> str:
        given, end = placed.get("date", "").strip(), placed.get("end", "").strip()
        if not given:
            raise DateError("it has no date")
        if re.search(r":[0-9]{2}:[0-9]{2}[.,][0-9]", given + end):
            self.draft.log.add(
                "altered", self.chosen["date"], row, "fractions of a second left out"
            )
        first = read_written_date(given, self.draft.order)
        if not end:
            return first
        try:
            last = read_written_date(end, self.draft.order)
            return first if first == last else parse_date(f"{first}/{last}").text
        except TwoWaysError:
            raise
        except DateError:
            others[self.chosen["end"]] = end
            return first

    def _cells(self, row: int, placed: Mapping[str, str], others: Row, linked: list[Source]) -> Row:
        events = read_schema().table("events")
        cells = Row()
        for target, text in placed.items():
            if target in events.names and text.strip():
                cells[target] = text.strip()
        for target in ("title", "summary"):
            if target in cells:
                plain = plain_text(cells[target])
                cells[target] = plain.text
                linked += take_markup(self.draft, self.chosen[target], row, plain, others)
        if "actors" in cells:
            cells["actors"] = _list(cells["actors"])
        return cells

    def _sources(self, placed: Mapping[str, str], others: Row) -> tuple[Source, ...]:
        """Read the sources that a record names in fields of its own."""
        given = {target: placed.get(target, "").strip() for target in SOURCE_TARGETS}
        if not any(given.values()):
            return ()
        found = sources_of_text(given["source"])
        if len(found) > 1:
            self._aside(given, ("source_title", "publisher", "quote", "speaker"), others)
            return found
        base = found[0] if found else Source()
        title = given["source_title"] or base.title
        if not title and not base.url:
            self._aside(given, ("publisher", "quote", "speaker"), others)
            return ()
        if not given["quote"]:
            self._aside(given, ("speaker",), others)
        return (
            Source(
                title, base.url, given["publisher"], quote=given["quote"], speaker=given["speaker"]
            ),
        )

    def _aside(self, given: Mapping[str, str], targets: tuple[str, ...], others: Row) -> None:
        for target in targets:
            if given[target]:
                others[self.chosen[target]] = given[target]


def _list(text: str) -> str:
    """Divide a list as the dossier does: at ";", or at line ends where there is none."""
    return ";".join(piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip())
