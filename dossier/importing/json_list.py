"""A JSON list of events (id, date, title, summary, actors, tags, sources) to a dossier's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.importing.draft import Draft
from dossier.importing.fields import choose_fields
from dossier.importing.imported import MAX_ROWS, Imported, ImportRefusedError
from dossier.importing.json_text import as_text
from dossier.importing.records import Records
from dossier.importing.sources import (
    Source,
    source_of_excerpt,
    source_of_fields,
    sources_of_text,
)
from dossier.importing.written_dates import DayOrder

_ABOUT = {"title": ("title", "name"), "description": ("description", "summary")}
_MOST_FIELDS = 500
EXCERPTS = "excerpts"


def import_json_list(given: Any, mapping: Mapping[str, str], order: DayOrder = "") -> Imported:
    """Turn a parsed JSON list, or an object that holds one, into the tables of a dossier.

    Raises ImportRefusedError without such a list, a date or a title.
    """
    items, about = _items(given)
    if len(items) > MAX_ROWS:
        raise ImportRefusedError(f"it has more than {MAX_ROWS:,} events; split it")
    draft = Draft("event", order)
    records = Records(draft, _chosen(items, mapping))
    for row, item in enumerate(items, 1):
        if isinstance(item, dict):
            _take(records, row, item)
        else:
            draft.leave_out(row, "not an object with fields", {"as given": as_text(item)[:1000]})
    records.check()
    records.note_places()
    title, description = _about(draft, about)
    return draft.imported("JSON list", title, description, len(items), 0)


def _items(given: Any) -> tuple[list[Any], Mapping[str, Any]]:
    if isinstance(given, list):
        return given, {}
    lists = (
        [name for name, value in given.items() if _has_objects(value)]
        if isinstance(given, dict)
        else []
    )
    if "events" in lists:
        lists = ["events"]
    if isinstance(given, dict) and isinstance(given.get("timeline"), dict):
        raise ImportRefusedError(
            "it is JSON of TimelineJS before version 3; save the timeline as a sheet, or convert it"
        )
    if len(lists) != 1:
        raise ImportRefusedError("it holds no list of events that could be told from the rest")
    rest = {name: value for name, value in given.items() if name != lists[0]}
    return given[lists[0]], rest


def _chosen(items: list[Any], mapping: Mapping[str, str]) -> dict[str, str]:
    """Choose the fields; the excerpts of a dossier's own JSON are its sources."""
    chosen = choose_fields(_names(items), mapping)
    if "source" not in chosen and any(_is_own(each) for each in items):
        chosen["source"] = EXCERPTS
    return chosen


def _is_own(item: Any) -> bool:
    return isinstance(item, dict) and "event_id" in item and _has_objects(item.get(EXCERPTS))


def _has_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _names(items: list[Any]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for item in items:
        if isinstance(item, dict):
            names.update(dict.fromkeys(map(str, item)))
        if len(names) > _MOST_FIELDS:
            raise ImportRefusedError(f"its events have more than {_MOST_FIELDS} different fields")
    return tuple(names)


def _about(draft: Draft, rest: Mapping[str, Any]) -> tuple[str, str]:
    texts = {name: as_text(value) for name, value in rest.items()}
    found = []
    for names in _ABOUT.values():
        name = next((each for each in names if texts.get(each)), "")
        found.append(texts.pop(name, ""))
    for name, text in texts.items():
        if text:
            draft.log.add("no place", name, 0, f"left out: “{text[:200]}”")
    return found[0], found[1]


def _take(records: Records, row: int, item: Mapping[str, Any]) -> None:
    fields = {str(name): as_text(value) for name, value in item.items()}
    for name in getattr(item, "again", ()):
        records.draft.log.add("altered", name, row, "given more than once; the last one was taken")
    actors = records.chosen.get("actors", "")
    if isinstance(people := item.get(actors), list):
        fields[actors] = ";".join(_entry(records.draft, actors, row, each) for each in people)
    theme = records.chosen.get("theme", "")
    if isinstance(topics := item.get(theme), list) and len(topics) > 1:
        fields[theme] = as_text(topics[0])
        fields[f"{theme}, all"] = as_text(topics)
    name = records.chosen.get("source", "")
    sources: list[Source] = []
    if isinstance(given := item.get(name), list | dict):
        for each in given if isinstance(given, list) else [given]:
            sources += _source(records.draft, name, row, each)
    records.add(row, fields, tuple(sources))


def _entry(draft: Draft, name: str, row: int, value: Any) -> str:
    """Write one entry of a list, which may not hold the ";" that divides entries."""
    named = value.get("name") if isinstance(value, dict) else None
    text = as_text(named if isinstance(named, str) else value)
    if ";" in text:
        draft.log.add("altered", name, row, "“;” divides a list, so it became “,” inside an entry")
    return text.replace(";", ",")


def _source(draft: Draft, name: str, row: int, given: Any) -> tuple[Source, ...]:
    if not isinstance(given, dict):
        return sources_of_text(as_text(given))
    read = source_of_excerpt if name == EXCERPTS and "exact" in given else source_of_fields
    source, rest = read({str(key): as_text(value) for key, value in given.items()})
    for key, text in rest.items():
        draft.log.add("no place", f"{name}.{key}", row, f"left out: “{text[:200]}”")
    if not source.title and not source.url:
        draft.log.add(
            "no place", name, row, f"a source without title or address: “{as_text(given)[:500]}”"
        )
    return (source,)
