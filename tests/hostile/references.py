"""References: dangling ones in every column that names rows, and tables that are gone."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.cases import ALL, Case, cells, key_of, save

KIND = "references"
NOWHERE = "no-such-row"

COLUMNS = (
    ("events", "theme"),
    ("excerpts", "document_id"),
    ("excerpts", "event_ids"),
    ("figures", "excerpt_id"),
    ("checks", "excerpt_id"),
    ("comparisons", "excerpt_ids"),
    ("briefings", "event_id"),
)


def _dangling(table: str, column: str) -> Case:
    return Case(
        f"{table}: {column} names nothing",
        KIND,
        cells(table, **{column: NOWHERE}),
        "rejected",
        "foreign-key",
        table=table,
        row=2,
        column=column,
    )


def _case(name, make, expect, code="foreign-key", **more):
    return Case(name, KIND, make, expect, code, **more)


def _gone(table: str):
    def make(folder: Path) -> None:
        (folder / f"{table}.csv").unlink()

    return make


def _header_only(table: str):
    def make(folder: Path) -> None:
        data = (folder / f"{table}.csv").read_bytes()
        save(folder, table, data.partition(b"\n")[0] + b"\n")

    return make


CASES = (
    *(_dangling(table, column) for table, column in COLUMNS),
    _case(
        "a misspelled theme",
        cells("events", theme="rwanda-plann"),
        "rejected",
        row=2,
        column="theme",
        says="rwanda-plan",
    ),
    _case("a theme in capitals", cells("events", theme="Rwanda-Plan"), "rejected", row=2),
    _case(
        "one of three excerpts that is not there",
        cells("comparisons", excerpt_ids=f"js-heading;js-support;{NOWHERE}"),
        "rejected",
        table="comparisons",
        row=2,
        column="excerpt_ids",
    ),
    _case(
        "events separated by commas",
        cells("excerpts", event_ids=f"{key_of('events', 2)}, {key_of('events', 3)}"),
        "rejected",
        table="excerpts",
        row=2,
        says="separate",
    ),
    _case(
        "a comparison with one excerpt",
        cells("comparisons", excerpt_ids="js-heading"),
        "rejected",
        "constraint-error",
        table="comparisons",
        row=2,
        column="excerpt_ids",
    ),
    _case(
        "a comparison of an excerpt with itself",
        cells("comparisons", excerpt_ids="js-heading;js-heading"),
        "rejected",
        "constraint-error",
        table="comparisons",
        row=2,
    ),
    _case(
        "a row that names one which was left out",
        cells("events", date="31/31/31"),
        "rejected",
        table="excerpts",
        says="had to be left out",
        lost_in="events",
        lost=(key_of("events", 2),),
        rejected=1,
    ),
    _case(
        "themes gone",
        _gone("themes"),
        "accepted",
        column="theme",
        says="themes.csv",
        lost_in="themes",
        lost=ALL,
    ),
    _case(
        "documents gone",
        _gone("documents"),
        "accepted",
        table="excerpts",
        lost_in="documents",
        lost=ALL,
    ),
    _case(
        "excerpts gone",
        _gone("excerpts"),
        "accepted",
        table="figures",
        lost_in="excerpts",
        lost=ALL,
    ),
    _case(
        "figures gone",
        _gone("figures"),
        "rejected",
        "formula-error",
        table="checks",
        lost_in="figures",
        lost=ALL,
    ),
    _case("events gone", _gone("events"), "rejected", "table-missing", exit=1, lost=ALL),
    _case(
        "documents with a header only",
        _header_only("documents"),
        "warned",
        table="excerpts",
        column="document_id",
        lost_in="documents",
        lost=ALL,
    ),
    _case(
        "a correction of no table",
        lambda folder: save(
            folder,
            "corrections",
            b"date,table,row_id,column,before,after,reason\n2022,event,x,title,a,b,c\n",
        ),
        "rejected",
        "constraint-error",
        table="corrections",
        row=2,
        says="events",
    ),
    _case(
        "a correction of no column",
        lambda folder: save(
            folder,
            "corrections",
            b"date,table,row_id,column,before,after,reason\n2022,events,,titel,a,b,c\n",
        ),
        "warned",
        table="corrections",
        row=2,
        says="title",
    ),
)
