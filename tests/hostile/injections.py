"""Injections: each hostile text in a title, and some in other cells; shown as typed."""

from __future__ import annotations

from tests.hostile.cases import Case, Rows, cells, key_of, rows_of
from tests.hostile.texts import HOSTILE_TEXTS, HostileText

KIND = "injections"
NOTED = {
    "zero width",
    "byte order mark inside",
    "tag characters",
    "soft hyphen",
}


def _title(text: HostileText) -> Case:
    expect = "warned" if text.code else "inert"
    if text.name in NOTED:
        expect = "accepted"
    return Case(
        f"title: {text.name}",
        KIND,
        cells("events", title=text.text),
        expect,
        text.code,
        row=2 if text.code else None,
        column="title" if text.code else "",
        text=text.text,
    )


def _case(name, make, expect, code="", **more):
    return Case(name, KIND, make, expect, code, **more)


def _everywhere(rows: Rows) -> None:
    at = rows[0].index("summary")
    for row in rows[1:]:
        row[at] = "<img src=x onerror=alert(1)>" * 3


CASES = (
    *(_title(text) for text in HOSTILE_TEXTS),
    _case(
        "a megabyte in one cell",
        cells("events", summary="x" * 2**20),
        "rejected",
        "source-error",
        row=2,
        lost=(key_of("events", 2),),
        rejected=1,
    ),
    _case(
        "a hundred thousand characters in one cell",
        cells("events", summary="word " * 20_000),
        "inert",
        text="word " * 20_000,
    ),
    _case(
        "ten thousand actors",
        cells("events", actors=";".join(f"actor {n}" for n in range(10_000))),
        "inert",
    ),
    _case("markup in every summary", rows_of("events", _everywhere), "inert"),
    _case(
        "markup in an excerpt",
        cells("excerpts", exact="<script>alert(1)</script>"),
        "inert",
        table="excerpts",
        text="<script>alert(1)</script>",
    ),
    _case(
        "markup in a theme's label",
        cells("themes", label="<b onclick=alert(1)>theme</b>"),
        "inert",
        table="themes",
        text="<b onclick=alert(1)>theme</b>",
    ),
    _case(
        "markup in a speaker",
        cells("excerpts", speaker="<img src=x>:material/verified:"),
        "inert",
        table="excerpts",
        text="<img src=x>:material/verified:",
    ),
    _case(
        "a formula in a note",
        cells("figures", note='=HYPERLINK("https://evil.example","x")'),
        "warned",
        "formula-like",
        table="figures",
        row=2,
        column="note",
    ),
    _case(
        "escape codes in an id",
        cells("events", event_id="\x1b[2J\x1b]0;owned\x07"),
        "rejected",
        "constraint-error",
        row=2,
        lost=(key_of("events", 2),),
        rejected=1,
    ),
)
