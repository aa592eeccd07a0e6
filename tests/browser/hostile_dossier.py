"""A dossier of hostile texts: whatever a curator may type stands in every kind of cell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.schema import read_schema
from tests.hostile.cases import written
from tests.hostile.texts import VISIBLE_TEXTS

TEXTS = tuple(text.text for text in VISIBLE_TEXTS)
ACTORS = tuple(text for text in TEXTS if ";" not in text)
LABELS = TEXTS[:8]
DOCUMENTS = TEXTS[8:20]
TOPICS = TEXTS[20:44]
ALL_AT_ONCE = "everything"
TITLE = "<img src=x onerror=window.harmed=1> {{7*7}} **title**"


def write_hostile_dossier(folder: Path) -> Path:
    """Write the dossier; give its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in TABLES.items():
        columns = read_schema().table(name).names
        cells = [[row.get(column, "") for column in columns] for row in rows]
        (folder / f"{name}.csv").write_text(written([list(columns), *cells]), "utf-8")
    about = {"name": "hostile", "title": TITLE, "description": "\n".join(TEXTS[:6])}
    (folder / "datapackage.json").write_text(json.dumps(about), "utf-8")
    return folder


def _events() -> list[dict[str, str]]:
    shared = {"date": "2022", "date_basis": "derived", "status": "occurred"}
    everything = {
        "event_id": ALL_AT_ONCE,
        "title": "Everything at once",
        "summary": "\n".join(TEXTS),
        "date_note": TEXTS[0],
        "actors": ";".join(ACTORS),
        "theme": "t0",
        "importance": "3",
    }
    return [shared | everything] + [
        {
            **shared,
            "event_id": f"e{n}",
            "title": text,
            "date": f"2022-{1 + n % 12:02}-{1 + n % 28:02}",
            "date_note": text,
            "summary": text,
            "theme": f"t{n % len(LABELS)}",
            "importance": str(1 + n % 3),
        }
        for n, text in enumerate(TEXTS)
    ]


TABLES: Mapping[str, Iterable[dict[str, str]]] = {
    "events": _events(),
    "themes": [
        {"theme": f"t{n}", "label": text, "description": text} for n, text in enumerate(LABELS)
    ],
    "documents": [
        {
            "document_id": f"d{n}",
            "title": text,
            "publisher": text,
            "kind": text,
            "published": "2023",
            "published_basis": "derived",
            "published_note": text,
            "interest": text,
        }
        for n, text in enumerate(DOCUMENTS)
    ],
    "excerpts": [
        {
            "excerpt_id": f"x{n}",
            "document_id": f"d{n % len(DOCUMENTS)}",
            "exact": text,
            "speaker": text,
            "note": text,
            "event_ids": f"{ALL_AT_ONCE};e{n}",
        }
        for n, text in enumerate(TEXTS)
    ],
    "figures": [
        {
            "figure_id": f"f{n}",
            "series": TEXTS[n // 8],
            "label": text,
            "value": str(n),
            "unit": TEXTS[-1 - n // 8],
            "qualifier": ("exact", "about", "up to", "vague")[n % 4],
            "period": f"{1950 + n}",
            "period_basis": "stated",
            "excerpt_id": f"x{n}",
            "note": text,
        }
        for n, text in enumerate(TEXTS)
    ],
    "checks": [
        {
            "check_id": f"c{n}",
            "statement": text,
            "formula": f"f{n} + f{n + 1}",
            "claimed": "7",
            "tolerance": "1",
            "excerpt_id": f"x{n}",
            "note": text,
        }
        for n, text in enumerate(TEXTS[:24])
    ],
    "comparisons": [
        {
            "comparison_id": f"k{n}",
            "topic": text,
            "excerpt_ids": f"x{n};x{n + 1}",
            "relation": ("contradict", "agree", "differ in detail", "different framing")[n % 4],
            "note": text,
        }
        for n, text in enumerate(TOPICS)
    ],
    "briefings": [
        {
            "briefing": "walk",
            "position": str(n + 1),
            "event_id": f"e{n}",
            "heading": text,
            "speaker_notes": text,
        }
        for n, text in enumerate(TEXTS)
    ],
    "corrections": [
        {
            "date": "2023-01-01",
            "table": "events",
            "row_id": f"e{n}",
            "column": "title",
            "before": text,
            "after": text,
            "reason": text,
        }
        for n, text in enumerate(TEXTS)
    ],
}
