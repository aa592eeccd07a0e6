"""Which field of a file is meant by which place in a dossier: told by the user, or obvious."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.importing.imported import ImportRefusedError
from dossier.importing.sheet import heading_key
from dossier.problems import Nearest, shortened
from dossier.schema import read_schema

SOURCE_TARGETS = ("source", "source_title", "publisher", "quote", "speaker")
OTHER_TARGETS = ("end", *SOURCE_TARGETS)

_OBVIOUS: Mapping[str, tuple[str, ...]] = {
    "event_id": ("event id", "id", "unique id", "slug", "key"),
    "date": ("date", "when", "start date", "start", "event date", "date start", "from", "year"),
    "end": ("end date", "end", "date end", "until", "to"),
    "date_basis": ("date basis",),
    "date_note": ("date note",),
    "title": ("title", "headline", "event", "what", "name", "event title", "heading"),
    "summary": ("summary", "description", "text", "details", "body", "what happened"),
    "theme": ("theme", "category", "topic", "group", "tag"),
    "actors": ("actors", "actor", "who", "people", "persons", "participants"),
    "status": ("status",),
    "importance": ("importance",),
    "source": ("source", "sources", "source url", "source link", "url", "link", "links",
               "reference", "references", "citation", "citations"),
    "source_title": ("source title", "source name", "document", "document title"),
    "publisher": ("publisher", "outlet", "newspaper"),
    "quote": ("quote", "quotation", "excerpt", "exact words"),
    "speaker": ("speaker",),
}  # fmt: skip


def choose_fields(given: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Say which field of the file stands for each place that one was found for.

    `mapping` decides first; other fields are taken where their name is obvious. Raises
    ImportRefusedError for a mapping of something that isn't there, and without date or title.
    """
    names = tuple(given)
    chosen = {target: _named(target, wanted, names) for target, wanted in mapping.items()}
    free = {heading_key(name): name for name in reversed(names) if name not in chosen.values()}
    for target, obvious in _OBVIOUS.items():
        if target not in chosen:
            found = next((free.pop(key) for key in obvious if key in free), "")
            if found:
                chosen[target] = found
    for target in ("date", "title"):
        if target not in chosen:
            there = ", ".join(f"“{shortened(name, 40)}”" for name in names[:20])
            raise ImportRefusedError(
                f"no field is plainly the {target}; say which with --map {target}=NAME."
                f" There are: {there}"
            )
    return chosen


def check_targets(mapping: Mapping[str, str]) -> None:
    """Refuse a mapping to places that a dossier does not have; raises ImportRefusedError."""
    known = (*read_schema().table("events").names, *OTHER_TARGETS)
    for target, name in mapping.items():
        if target in known:
            continue
        if name in known:
            raise ImportRefusedError(f"--map {target}={name}: write it as --map {name}={target}")
        near = Nearest(known).find(target)
        hint = f"; did you mean {near}?" if near else f"; there are {', '.join(known)}"
        raise ImportRefusedError(f"--map {target}={name}: there is no place “{target}”{hint}")


def _named(target: str, wanted: str, names: tuple[str, ...]) -> str:
    if wanted in names:
        return wanted
    alike = [name for name in names if heading_key(name) == heading_key(wanted)]
    if len(alike) == 1:
        return alike[0]
    near = Nearest(names).find(wanted)
    hint = f"did you mean “{near}”?" if near else "there are " + ", ".join(names[:20])
    raise ImportRefusedError(f"--map {target}={wanted}: the file has no “{wanted}”; {hint}")
