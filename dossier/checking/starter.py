"""A starter dossier: a made-up town's footbridge, small enough to read and complete enough to copy.

Every table has rows that show what goes where; README.md beside them explains each column.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from dossier.schema import DESCRIPTOR, Field, Table, read_schema

NOTICE = """Town Council of Millbrook
Notice, 3 May 2021

The footbridge at Mill Lane is closed from today. Inspectors found that two of its four beams are
cracked. The council expects repairs to cost about 40,000 and to take until autumn.
"""
GAZETTE = """Bridge still shut, says shopkeeper

A year after it was closed, the footbridge at Mill Lane has not reopened. "They told us autumn, and
they told us 40,000," said Ada Fenn, who keeps the shop beside it. "It is 65,000 now, and nobody
says which autumn." The council did not answer questions.
"""

DOCUMENTS: Mapping[str, str] = {"council-notice": NOTICE, "gazette": GAZETTE}

_Rows = tuple[dict[str, Any], ...]

ROWS: Mapping[str, _Rows] = {
    "events": (
        {
            "event_id": "bridge-closed",
            "date": "2021-05-03",
            "date_basis": "stated",
            "title": "The council closes the footbridge at Mill Lane",
            "summary": "A notice says that two of the four beams are cracked.",
            "theme": "bridge",
            "actors": "Town Council of Millbrook",
            "status": "occurred",
            "importance": 3,
        },
        {
            "event_id": "repairs-expected",
            "date": "2021-23",
            "date_basis": "derived",
            "date_note": "The notice of May 2021 says “until autumn”; 2021-23 is autumn 2021.",
            "title": "The council expects the repairs to be done",
            "summary": "Announced only: no document says that it happened.",
            "theme": "bridge",
            "actors": "Town Council of Millbrook",
            "status": "announced",
            "importance": 2,
        },
        {
            "event_id": "still-shut",
            "date": "2022-05~",
            "date_basis": "inferred",
            "date_note": "The article is undated; it says “a year after it was closed”.",
            "title": "A shopkeeper says that the bridge is still shut and dearer",
            "summary": "Ada Fenn says that the cost has risen. The council did not answer.",
            "theme": "money",
            "actors": "Ada Fenn;Town Council of Millbrook",
            "status": "claimed",
            "importance": 2,
        },
    ),
    "documents": (
        {
            "document_id": "council-notice",
            "title": "Notice, 3 May 2021",
            "publisher": "Town Council of Millbrook",
            "kind": "government",
            "published": "2021-05-03",
            "published_basis": "stated",
            "language": "en",
            "interest": "The council answers for the bridge and for its cost.",
        },
        {
            "document_id": "gazette",
            "title": "Bridge still shut, says shopkeeper",
            "publisher": "Millbrook Gazette",
            "kind": "news",
            "published": "2022~",
            "published_basis": "derived",
            "published_note": "No date is printed; the bridge was closed a year before.",
            "language": "en",
            "interest": "A local paper; it quotes a shopkeeper who loses customers.",
        },
    ),
    "excerpts": (
        {
            "excerpt_id": "cn-closed",
            "document_id": "council-notice",
            "exact": "The footbridge at Mill Lane is closed from today.",
            "prefix": "3 May 2021 ",
            "suffix": " Inspectors found",
            "speaker": "Town Council of Millbrook",
            "event_ids": "bridge-closed",
        },
        {
            "excerpt_id": "cn-cost",
            "document_id": "council-notice",
            "exact": "The council expects repairs to cost about 40,000 and to take until autumn.",
            "prefix": "are cracked. ",
            "speaker": "Town Council of Millbrook",
            "event_ids": "repairs-expected",
            "note": "No currency is printed.",
        },
        {
            "excerpt_id": "gz-65000",
            "document_id": "gazette",
            "exact": "It is 65,000 now, and nobody says which autumn.",
            "prefix": 'keeps the shop beside it. "',
            "suffix": '" The council',
            "speaker": "Ada Fenn",
            "event_ids": "still-shut;repairs-expected",
        },
    ),
    "figures": (
        {
            "figure_id": "cost_2021",
            "series": "cost",
            "label": "Cost of the repairs, as expected in 2021",
            "value": 40000,
            "unit": "(no currency printed)",
            "qualifier": "about",
            "period": "2021-05",
            "period_basis": "stated",
            "excerpt_id": "cn-cost",
        },
        {
            "figure_id": "cost_2022",
            "series": "cost",
            "label": "Cost of the repairs, as Ada Fenn says",
            "value": 65000,
            "unit": "(no currency printed)",
            "qualifier": "exact",
            "period": "2022-05~",
            "period_basis": "inferred",
            "excerpt_id": "gz-65000",
        },
    ),
    "checks": (
        {
            "check_id": "cost-rise",
            "statement": "The cost has risen by more than half",
            "formula": "(cost_2022 - cost_2021) / cost_2021 * 100",
            "claimed": 62.5,
            "tolerance": 0.5,
            "excerpt_id": "gz-65000",
            "note": "Nobody in the documents says “more than half”: it is our reckoning.",
        },
    ),
    "comparisons": (
        {
            "comparison_id": "cost",
            "topic": "What the repairs cost",
            "excerpt_ids": "cn-cost;gz-65000",
            "relation": "contradict",
            "note": "The notice is a year older than the article.",
        },
    ),
    "themes": (
        {"theme": "bridge", "label": "The bridge", "description": "What happens to the bridge."},
        {"theme": "money", "label": "Money", "description": "What it costs, and who says so."},
    ),
    "briefings": (
        {
            "briefing": "short",
            "position": 1,
            "event_id": "bridge-closed",
            "heading": "Closed in a day",
            "speaker_notes": "Begin with the notice: it names the beams.",
        },
        {
            "briefing": "short",
            "position": 2,
            "event_id": "still-shut",
            "heading": "Shut a year later",
        },
    ),
    "corrections": (),
}


def starter_files() -> dict[str, bytes]:
    """Give the files of the starter dossier by name, its documents under `documents/`."""
    tables = read_schema().tables
    files = {table.path: _table_bytes(table, ROWS[name]) for name, table in tables.items()}
    files[DESCRIPTOR] = _descriptor()
    files["README.md"] = _readme()
    for name, text in DOCUMENTS.items():
        files[f"documents/{name}.txt"] = text.encode("utf-8")
    return files


def _table_bytes(table: Table, rows: _Rows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _descriptor() -> bytes:
    said = {
        "name": "starter",
        "title": "The footbridge at Mill Lane",
        "description": "A made-up example: put your own title and description here.",
        "version": "0.1.0",
    }
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _readme() -> bytes:
    lines = [
        "# A starter dossier",
        "",
        "The town, its bridge and all that is said about them are made up. Put your own rows in",
        "their place, then run `python -m dossier check FOLDER --documents FOLDER/documents`; with",
        "`--write` it also records the fingerprints of the documents and the excerpts' places.",
        "",
        "Only `events.csv` is required, and of it only event_id, date and title. A comma separates",
        "cells, `;` separates the entries of a list. Save every table as “CSV UTF-8”.",
    ]
    for table in read_schema().tables.values():
        lines += ["", f"## {table.path}", "", table.description, ""]
        lines += [_column_line(field) for field in table.fields]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _column_line(field: Field) -> str:
    said = f"- `{field.name}`: {field.description}"
    if field.required:
        said += " Required."
    if field.enum:
        said += f" One of: {', '.join(field.enum)}."
    if field.examples:
        said += f" For example: {', '.join(f'`{example}`' for example in field.examples)}."
    return said
