"""Dossiers to export: the default one, the small one, and one whose cells are out to do harm."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64decode
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zlib import decompress

from dossier.csv_out import unguarded
from dossier.model import Dossier
from dossier.reading.read import read_dossier, read_tables
from dossier.schema import DATA

SMALL = Path(__file__).parents[2] / "small"

HARMFUL = (
    "=1+1",
    "-0044",
    "'=x",
    "''-y",
    "@a",
    "+1 or so",
    "-2+3",
    "\tafter a tab",
    'a "quoted", cell',
    "two\nlines",
    "<script>alert(1)</script>",
    "&lt;b&gt; & <b>",
    "**bold** [x](http://example.org) ![y](http://example.org/z.png)",
    ":blue-badge[VERIFIED] :material/verified:",
    "\\ $x$ {y} ~ ^ # %",
    "BEGIN:VEVENT;X,Y",
)


def table(header: str, *rows: tuple[str, ...]) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerows([header.split(","), *rows])
    return made.getvalue().encode()


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def unguarded_file(data: bytes) -> bytes:
    header, *rows = cells(data)
    return table(",".join(header), *(tuple(map(unguarded, row)) for row in rows))


def read_unguarded(files: Mapping[str, bytes]) -> Dossier:
    return read_tables(
        {
            name: unguarded_file(data) if name.endswith(".csv") else data
            for name, data in files.items()
        }
    )


@cache
def harmful() -> Dossier:
    events = table(
        "event_id,date,date_basis,date_note,title,summary,theme,actors,status,importance,own",
        *(
            (f"e{at}", f"2022-01-{at + 1:02d}", "derived", text, text, text, "t", f"{text};b c",
             "claimed", "2", text)
            for at, text in enumerate(HARMFUL)
        ),
    )  # fmt: skip
    excerpts = table(
        "excerpt_id,document_id,exact,prefix,suffix,speaker,event_ids",
        *(
            (f"x{at}", "d", text, text, text, text.strip(), f"e{at};e0")
            for at, text in enumerate(HARMFUL)
        ),
    )
    files = {
        "events.csv": events,
        "excerpts.csv": excerpts,
        "documents.csv": table(
            "document_id,title,publisher,kind,interest", ("d", HARMFUL[10], "=P", "party", "@i")
        ),
        "themes.csv": table("theme,label,description", ("t", "=T <b>", "@t")),
        "figures.csv": table(
            "figure_id,label,value,unit,qualifier,period,excerpt_id",
            ("f", "=f", "-0.00000015", "%", "up to", "-0043", "x0"),
            ("g", "@g", "", "", "vague", "", "x1"),
        ),
    }
    return read_tables(files, "Harmful")


@cache
def default() -> Dossier:
    return read_dossier(DATA)


@cache
def small() -> Dossier:
    return read_dossier(SMALL)


EVERY = {"default": default, "small": small, "harmful": harmful}


def unpacked(page: str) -> dict[str, object]:
    """What the one offline file holds: data, style sheets and its later script, early parts too."""
    early = re.search(r'<script type="application/json" id="early">(.*?)</script>', page)
    told = re.search(r'<script type="text/plain" id="dossier">([\w+/=]*)</script>', page)
    assert early
    assert told
    first, rest = json.loads(early[1]), json.loads(decompress(b64decode(told[1])))
    lanes = first["data"]["lanes"] | rest["data"]["lanes"]
    return {
        "sheets": first["sheets"] | rest["sheets"],
        "data": first["data"] | rest["data"] | {"lanes": lanes},
        "script": rest["script"],
    }
