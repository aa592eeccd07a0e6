"""TimelineJS' JSON to the tables of a dossier: events, title and eras."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.importing.draft import Draft
from dossier.importing.imported import MAX_ROWS, Imported, ImportRefusedError
from dossier.importing.json_text import Digits, as_text
from dossier.importing.own_words import OWN_WORDS, own_words
from dossier.importing.slides import Names, Slide, add_slide, note_places, title_words
from dossier.importing.timelinejs_dates import DateParts
from dossier.importing.written_dates import DayOrder

NAMES = Names(
    "start_date", "display_date", "text.headline", "text.text", "media.url", "media.credit",
    "media.caption", "group",
)  # fmt: skip

_PLACED = {
    "start_date": {"year", "month", "day", "hour", "minute", "second", "display_date"},
    "end_date": {"year", "month", "day", "hour", "minute", "second", "display_date"},
    "text": {"headline", "text"},
    "media": {"url", "credit", "caption"},
}
_DEFAULTS = {("autolink", "yes"), ("scale", "human"), ("start_date.millisecond", "0"),
             ("end_date.millisecond", "0")}  # fmt: skip


def is_timelinejs_json(given: Any) -> bool:
    """Say whether parsed JSON has the shape of a TimelineJS file."""
    if not isinstance(given, dict) or not isinstance(given.get("events"), list):
        return False
    slides = [each for each in given["events"] if isinstance(each, dict)]
    return any("start_date" in each or isinstance(each.get("text"), dict) for each in slides)


def import_timelinejs_json(
    given: Mapping[str, Any], mapping: Mapping[str, str], order: DayOrder = ""
) -> Imported:
    """Turn parsed TimelineJS JSON into tables; raises ImportRefusedError if it has no event.

    `mapping` gives names of further fields for columns of events. Eras are numbered after the
    events.
    """
    draft = Draft("event", order)
    targets = {name: target for target, name in mapping.items()}
    eras = given.get("eras") or []
    slides = [(each, "") for each in given["events"]]
    slides += [(each, "era") for each in (eras if isinstance(eras, list) else [eras])]
    if len(slides) > MAX_ROWS:
        raise ImportRefusedError(f"it has more than {MAX_ROWS:,} events; split it")
    kept_eras = 0
    for row, (slide, kind) in enumerate(slides, 1):
        if not isinstance(slide, dict):
            draft.leave_out(row, "not a slide", {"as given": as_text(slide)[:1000]})
        elif add_slide(draft, _slide(draft, row, slide, kind, targets), NAMES):
            kept_eras += kind == "era"
    title = _title(draft, given)
    _note_rest(draft, given)
    note_places(draft, NAMES, {NAMES.date, NAMES.headline, NAMES.text, NAMES.group})
    other = ["title slide: the title and description of the dossier"] if title != ("", "") else []
    if kept_eras:
        other.append(f"{kept_eras} of them eras: spans with the status background")
    return draft.imported("TimelineJS JSON", *title, len(slides), 0, other)


def _title(draft: Draft, given: Mapping[str, Any]) -> tuple[str, str]:
    slide = given.get("title")
    if not isinstance(slide, dict):
        return as_text(slide), ""
    return title_words(draft, _slide(draft, 0, slide, "title", {}), NAMES)


def _note_rest(draft: Draft, given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        text = as_text(value)
        if name not in ("events", "eras", "title") and text and (name, text) not in _DEFAULTS:
            draft.log.add("no place", name, 0, f"left out: “{text[:200]}”")


def _slide(
    draft: Draft, row: int, given: Mapping[str, Any], kind: str, targets: Mapping[str, str]
) -> Slide:
    parts = {name: value for name in _PLACED if isinstance(value := given.get(name), dict)}
    text, media = parts.get("text", {}), parts.get("media", {})
    start, end = parts.get("start_date", {}), parts.get("end_date", {})
    others = _others(given, parts)
    ours = given.get("dossier")
    own = own_words(ours, as_text) if isinstance(ours, dict) else None
    if own:
        others = {name: value for name, value in others.items() if name not in OWN_WORDS}
    others = {targets.get(name, name): value for name, value in others.items()}
    for name in getattr(given, "again", ()):
        draft.log.add("altered", name, row, "given more than once; the last one was taken")
    return Slide(
        row=row,
        kind=kind,
        start=_parts(start),
        end=_parts(end),
        display=as_text(given.get("display_date")) or _displays(start, end),
        headline=as_text(text.get("headline")) if text else as_text(given.get("headline")),
        text=as_text(text.get("text")),
        media=as_text(media.get("url")),
        credit=as_text(media.get("credit")),
        caption=as_text(media.get("caption")),
        group=as_text(given.get("group")),
        unique_id=as_text(given.get("unique_id")),
        others=others,
        own=own,
    )


def _displays(start: Mapping[str, Any], end: Mapping[str, Any]) -> str:
    shown = (as_text(part.get("display_date")).strip() for part in (start, end))
    return " – ".join(filter(None, shown))


def _others(given: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Gather what a slide has beyond the fields that are placed, under dotted names."""
    others: dict[str, str] = {}
    for name, value in given.items():
        if name in parts:
            inner = {
                f"{name}.{key}": item for key, item in value.items() if key not in _PLACED[name]
            }
        elif name in ("display_date", "group", "unique_id") or (
            name == "headline" and "text" not in parts
        ):
            continue
        elif name in ("background", "dossier") and isinstance(value, dict):
            dotted = name == "background"
            inner = {f"{name}.{key}" if dotted else key: item for key, item in value.items()}
        else:
            inner = {name: value}
        for key, item in inner.items():
            text = as_text(item).strip()
            if text and (key, text) not in _DEFAULTS:
                others[key] = text
    return others


def _parts(given: Mapping[str, Any]) -> DateParts:
    year, month, day = (_part(given.get(name)) for name in ("year", "month", "day"))
    return DateParts(year, "" if month == "0" else month, "" if day == "0" else day, _time(given))


def _part(value: Any) -> str:
    return as_text(value).strip()


def _time(given: Mapping[str, Any]) -> str:
    """Write the time of day; midnight all in bare numbers 0 is what TimelineJS takes for none."""
    values = [given.get(name) for name in ("hour", "minute", "second")]
    hour, minute, second = (_part(value) for value in values)
    zeros = all(isinstance(value, Digits) and value == "0" for value in values if value is not None)
    if not hour or zeros:
        return "" if not (minute or second) or zeros else f"?:{minute}:{second}"
    pieces = [hour, *(piece.zfill(2) for piece in (minute, second if minute else "") if piece)]
    return ":".join(pieces)
