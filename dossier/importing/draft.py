"""A dossier while it is being made from another format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.dates.edtf import DateError, parse_date
from dossier.ids import Ids, slug
from dossier.importing.imported import LONGEST_CELL, Imported, ImportRefusedError, Row
from dossier.importing.loss import LeftOut, LossLog, LossReport
from dossier.importing.plain_text import one_line
from dossier.importing.sources import Source, is_web_address
from dossier.importing.written_dates import DayOrder, read_written_date
from dossier.reading.oddities import reads_empty
from dossier.schema import Field, read_schema

MAX_EXTRA = 150  # columns beside the declared ones; the reader of tables keeps 200
QUOTED_WORDS = 60
KEPT = "kept as the column “{}” of events.csv, which no screen shows"

_RESERVED = {"earliest", "latest"}
_TIES = "documents"
_TIED = (
    f"went to documents.csv; the event names them in the column “{_TIES}”, since only an excerpt"
    " ties a document to an event: add excerpts"
)
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as a format gives it.

    `cells` goes by declared column and must hold a date that reads; `others` goes by the file's
    own names. `names` says under which name the file has a declared column; `theme_key` is the key
    that the theme's label had in a dossier.
    """

    row: int
    cells: Mapping[str, str]
    wanted_id: str = ""
    others: Mapping[str, str] | None = None
    sources: tuple[Source, ...] = ()
    names: Mapping[str, str] | None = None
    theme_key: str = ""


class Draft:
    """The tables of a new dossier, filled event by event."""

    def __init__(self, unit: str = "row", order: DayOrder = "") -> None:
        self.log = LossLog(unit)
        self.order: DayOrder = order
        self.tables: dict[str, list[Row]] = {
            name: [] for name in ("events", "documents", "excerpts", "themes")
        }
        self.filled: set[str] = {"event_id", "theme"}
        self._ids = {name: Ids() for name in self.tables}
        self._extra: dict[str, str] = {}
        self._themes: dict[str, str] = {}
        self._documents: dict[tuple[str, ...], Row] = {}
        self._excerpts: dict[str, Row] = {}

    def add(self, happening: Happening) -> str:
        """Add an event with what belongs to it; give its id."""
        row, fields = happening.row, read_schema().table("events").fields
        names, made, others = happening.names or {}, Row(), dict(happening.others or {})
        for each in fields:
            text = self._fit(happening.cells.get(each.name, ""), each.name, row)
            if not text.strip() or each.name in ("event_id", "theme"):
                continue
            if fault := _unfit(each, text):
                name = names.get(each.name, each.name)
                self.log.add("no place", name, row, f"{fault}; {self._keep(made, name, text)}")
            else:
                made[each.name] = text
                self.filled.add(each.name)
        made["title"] = self._title(made, names.get("title", "title"), row)
        made["event_id"] = self._id(happening, made["title"])
        if label := one_line(happening.cells.get("theme", "")):
            made["theme"] = self._theme(label, happening.theme_key)
        ties = self._sources(happening.sources, made["event_id"], row)
        for name, text in others.items():
            self._other(made, name, text, row)
        if ties:
            self._keep(made, _TIES, "; ".join(ties))
            self.log.add("no place", "sources", row, _TIED)
        self.tables["events"].append(made)
        return made["event_id"]

    def leave_out(self, row: int, reason: str, cells: Mapping[str, str]) -> None:
        """Leave a row out, with its reason."""
        typed = tuple((name, self._clean(text)) for name, text in cells.items() if text)
        self.log.left_out.append(LeftOut(row, reason, typed))

    def imported(
        self, format_name: str, title: str, description: str, rows: int, blank: int,
        other_rows: Iterable[str] = (),
    ) -> Imported:  # fmt: skip
        """Give the finished dossier; raises ImportRefusedError if it has no event."""
        if not self.tables["events"]:
            raise ImportRefusedError(self._why_empty())
        report = LossReport(
            format=format_name,
            unit=self.log.unit,
            rows=rows,
            blank_rows=blank,
            events=len(self.tables["events"]),
            other_rows=tuple(other_rows),
            placed=tuple(self.log.placed.items()),
            losses=self.log.losses(),
            left_out=tuple(self.log.left_out),
        )
        tables = {name: rows for name, rows in self.tables.items() if rows}
        columns = {name: read_schema().table(name).names for name in tables}
        columns["events"] += tuple(self._extra.values())
        return Imported(one_line(title), description.strip(), tables, columns, report)

    def _why_empty(self) -> str:
        left = self.log.left_out
        if not left:
            return "there is no event in it; nothing was written"
        first = f"{self.log.unit} {left[0].row}: {left[0].reason}"
        return f"none of the {len(left)} {self.log.unit}s can be read as an event; {first}"

    def _id(self, happening: Happening, title: str) -> str:
        wanted = happening.wanted_id.strip()
        made = self._ids["events"].take(wanted, title)
        if wanted and made != wanted:
            name = (happening.names or {}).get("event_id", "id")
            went = "does not fit in an address or is there twice; another id was made from it"
            self.log.add("altered", name, happening.row, went)
        return made

    def _title(self, made: Row, name: str, row: int) -> str:
        title = one_line(made.get("title", ""))
        if title and not reads_empty(title):
            return title
        words = made.get("summary", "").split()
        first = " ".join(words[:10]) + ("…" if len(words) > 10 else "")
        title = first[:89] if words and not reads_empty(first) else f"Untitled ({row})"
        went = "was empty; the first words of the summary, or “Untitled”, stand in for it"
        self.log.add("altered", name, row, went)
        return title

    def _theme(self, label: str, wanted: str) -> str:
        if label not in self._themes:
            key = self._ids["themes"].take(wanted or slug(label) or "theme", label)
            self._themes[label] = key
            self.tables["themes"].append({"theme": key, "label": self._clean(label)})
        return self._themes[label]

    def _other(self, made: Row, name: str, text: str, row: int) -> None:
        text = self._fit(text, name, row)
        if text.strip():
            self.log.add("no place", name, row, self._keep(made, name, text))

    def _keep(self, made: Row, name: str, text: str) -> str:
        """Keep a text in a column of its own; say where it went."""
        column = self._column(name)
        if not column:
            return f"left out: more than {MAX_EXTRA} such fields"
        made[column] = text
        return KEPT.format(column)

    def _column(self, name: str) -> str:
        """Name an undeclared column so that no reader takes it for a declared one."""
        if name in self._extra:
            return self._extra[name]
        if len(self._extra) >= MAX_EXTRA:
            return ""
        label = one_line(self._clean(name).replace('"', "'"))[:60] or "unnamed"
        known = {*read_schema().table("events").names, *_RESERVED}
        taken = known | {_loosely(column) for column in self._extra.values()}
        free = label if _loosely(label) not in taken else f"{label} (as given)"
        number = 2
        while _loosely(free) in taken:
            free, number = f"{label} ({number})", number + 1
        self._extra[name] = free
        return free

    def _sources(self, sources: tuple[Source, ...], event_id: str, row: int) -> list[str]:
        """Add documents and excerpts; give the ids of documents that no excerpt ties."""
        ties: list[str] = []
        for source in sources:
            document = self._document(source, row)
            if document and source.quote and self._excerpt(source, document, event_id, row):
                continue
            if document and document not in ties:
                ties.append(document)
        return ties

    def _document(self, source: Source, row: int) -> str:
        url = source.url if is_web_address(source.url) else ""
        title = one_line(source.title) or source.url.partition("://")[2].strip("/") or source.url
        if not title:
            return ""
        key = (url,) if url else (source.document_id, title, source.publisher, source.published)
        made = self._describe(title, url, source, row)
        known = self._documents.get(key)
        if known is None:
            wanted = source.document_id or slug(title) or slug(url) or "document"
            known = Row(document_id=self._ids["documents"].take(wanted, "document"))
            self._documents[key] = known
            self.tables["documents"].append(known)
        for name, text in made.items():
            if known.setdefault(name, text) != text:
                went = f"another {name} for {known['document_id']}; left out: “{text[:200]}”"
                self.log.add("no place", "sources", row, went)
        return known["document_id"]

    def _describe(self, title: str, url: str, source: Source, row: int) -> Row:
        made = Row(title=self._fit(title, "source", row))
        names = ("publisher", "kind", "language", "interest")
        given = {name: getattr(source, name) for name in names}
        made |= {name: self._clean(text) for name, text in given.items() if text.strip()}
        fields = read_schema().table("documents")
        if "language" in made and _unfit(fields.field("language"), made["language"]):
            self.log.add(
                "no place", "language of a source", row, f"“{made.pop('language')}” left out"
            )
        if url:
            made["url"] = url
        elif source.url:
            self.log.add(
                "no place", "address of a source", row, f"“{source.url[:200]}”, no web address"
            )
        if source.published:
            try:
                made["published"] = read_written_date(source.published, self.order)
            except DateError:
                made["published_note"] = f"Given as “{self._clean(source.published)}”."
        return made

    def _excerpt(self, source: Source, document: str, event_id: str, row: int) -> bool:
        exact = one_line(self._clean(source.quote))
        if len(exact.split()) > QUOTED_WORDS:
            went = f"longer than {QUOTED_WORDS} words, so no excerpt; “{exact[:1000]}”"
            self.log.add("no place", "quotation", row, went)
            return False
        known = self._excerpts.get(source.excerpt_id)
        if known and (known["document_id"], known["exact"]) == (document, exact):
            known["event_ids"] += f";{event_id}"
            return True
        made = Row(document_id=document, exact=exact, event_ids=event_id)
        wanted = source.excerpt_id
        made["excerpt_id"] = self._ids["excerpts"].take(wanted, f"{event_id} {document}"[:60])
        for name in ("speaker", "prefix", "suffix", "note", "said"):
            if text := one_line(self._clean(getattr(source, name))):
                made[name] = text
        if wanted:
            self._excerpts.setdefault(wanted, made)
        self.tables["excerpts"].append(made)
        return True

    def _fit(self, text: str, name: str, row: int) -> str:
        clean = self._clean(text)
        if clean != text.replace("\r\n", "\n").replace("\r", "\n"):
            self.log.add("altered", name, row, "characters that can't be shown were taken out")
        if len(clean) > LONGEST_CELL:
            went = f"cut to the {LONGEST_CELL:,} characters that a cell holds"
            self.log.add("altered", name, row, went)
        return clean[:LONGEST_CELL]

    @staticmethod
    def _clean(text: str) -> str:
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return _STEERING.sub("", plain).encode("utf-8", "replace").decode("utf-8")


def _unfit(field: Field, text: str) -> str:
    """Say why a declared column can't take a text; "" if it can."""
    if field.enum and text not in field.enum:
        return f"not one of {', '.join(field.enum)}"
    if field.pattern and not re.fullmatch(field.pattern, text):
        return "not in the form of this column"
    if field.kind == "integer":
        low, high = field.minimum or 0, field.maximum or 2**31
        if not re.fullmatch("[0-9]{1,9}", text) or not low <= int(text) <= high:
            return f"not a whole number from {low:g} to {high:g}"
    if field.kind == "date":
        try:
            parse_date(text)
        except DateError as error:
            return str(error)
    return ""


def _loosely(label: str) -> str:
    return "_".join(label.strip("\"' ").casefold().replace("-", " ").split())
