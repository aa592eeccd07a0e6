"""Numbers as people and spreadsheets write them, lists of values, and lengths."""

from __future__ import annotations

from tests.hostile.cases import Case, cells, key_of

KIND = "numbers"

NO_NUMBER = {
    "separators": ("1,155", "1155"),
    "points between thousands": ("1.155.000", "1155000"),
    "spaces between thousands": ("1 155", "1155"),
    "no-break spaces": ("1\u00a0155", "1155"),
    "a comma for the point": ("12,5", "12.5"),
    "a per cent sign": ("57 %", "57"),
    "NaN": ("NaN", "empty"),
    "infinity": ("inf", "empty"),
    "minus infinity": ("-Infinity", "empty"),
    "1e400": ("1e400", ""),
    "scientific notation": ("1e5", "digits"),
    "about": ("about 550", ""),
    "a currency": ("€40", ""),
    "a unit": ("40 million", ""),
    "hexadecimal": ("0x1F", ""),
    "low lines": ("1_000", ""),
    "zeros before": ("007", "7"),
    "wide digits": ("１２", "12"),
    "a fraction": ("½", ""),
    "a formula": ("=1+1", ""),
    "two numbers": ("5-10", ""),
    "a minus sign of typography": ("−5", "-5"),
    "a spreadsheet's error": ("#DIV/0!", ""),
    "a word": ("two", ""),
    "true": ("TRUE", ""),
    "a thousand digits": ("9" * 1000, ""),
}


def _figure(name: str, value: str, says: str) -> Case:
    return Case(
        f"value: {name}",
        KIND,
        cells("figures", value=value),
        "rejected",
        "type-error",
        table="figures",
        row=2,
        column="value",
        says=says,
    )


def _case(name, make, expect, code="constraint-error", **more):
    return Case(name, KIND, make, expect, code, **more)


def _value(table: str, column: str, value: str, says: str = "", **more) -> Case:
    return _case(
        f"{table}: {column} is “{value[:20]}”",
        cells(table, **{column: value}),
        "rejected",
        table=table,
        row=2,
        column=column,
        says=says,
        **more,
    )


VALUES = (
    _value("events", "status", "happened"),
    _value("events", "status", "ocurred", "occurred"),
    _value("events", "date_basis", "stated; derived"),
    _value("events", "importance", "4", "3 or less"),
    _value("events", "importance", "0", "1 or more"),
    _value("events", "importance", "-1"),
    _value("figures", "qualifier", "circa"),
    _value("figures", "qualifier", "upto", "up to"),
    _value("comparisons", "relation", "disagree"),
    _value("excerpts", "start", "-5"),
    _value("documents", "language", "Danish (translated)"),
    _value("documents", "sha256", "abc"),
    _value("checks", "tolerance", "-1"),
)

CASES = (
    *(_figure(name, value, says) for name, (value, says) in NO_NUMBER.items()),
    *VALUES,
    _case(
        "a status in capitals", cells("events", status="OCCURRED"), "warned", row=2, says="occurred"
    ),
    _case(
        "half an importance",
        cells("events", importance="2.5"),
        "rejected",
        "type-error",
        row=2,
        column="importance",
    ),
    _case(
        "an importance with a point",
        cells("events", importance="2.0"),
        "accepted",
        "type-error",
        row=2,
    ),
    _case(
        "a position of nought",
        cells("briefings", position="0"),
        "rejected",
        table="briefings",
        row=2,
        lost=(key_of("briefings", 2),),
        rejected=1,
    ),
    _case(
        "a number that is not in its excerpt",
        cells("figures", row=4, value="3", note=""),
        "warned",
        "fact-not-in-excerpt",
        table="figures",
        row=4,
    ),
    _case(
        "exactly no number",
        cells("figures", value="", qualifier="exact"),
        "warned",
        "fact-not-in-excerpt",
        table="figures",
        row=2,
    ),
    _case(
        "a figure without an excerpt",
        cells("figures", excerpt_id=""),
        "rejected",
        "empty-cell",
        table="figures",
        row=2,
        column="excerpt_id",
    ),
    _case(
        "more digits than can be kept",
        cells("figures", value="12345678901234567890"),
        "warned",
        "type-error",
        table="figures",
        row=2,
    ),
    _case(
        "a title of 91 characters", cells("events", title="x" * 91), "warned", row=2, column="title"
    ),
    _case(
        "an excerpt of 61 words",
        cells("excerpts", exact="word " * 61),
        "rejected",
        table="excerpts",
        row=2,
        column="exact",
    ),
    _case(
        "an excerpt without words",
        cells("excerpts", exact=" "),
        "rejected",
        table="excerpts",
        row=2,
        lost=(key_of("excerpts", 2),),
        rejected=1,
    ),
    _case(
        "an event without a title",
        cells("events", title=""),
        "rejected",
        row=2,
        lost=(key_of("events", 2),),
        rejected=1,
    ),
    _case(
        "a title of what can't be seen",
        cells("events", title="\u200b\u2060\u00ad"),
        "rejected",
        row=2,
        lost=(key_of("events", 2),),
        rejected=1,
    ),
    _case(
        "an excerpt that ends before it begins",
        cells("excerpts", start="500", end="20"),
        "warned",
        "receipt-doubtful",
        table="excerpts",
        row=2,
    ),
    _case(
        "an empty entry in a list",
        cells("events", actors="A;;B;"),
        "accepted",
        row=2,
        column="actors",
    ),
    _case(
        "an entry twice in a list",
        cells("events", actors="A;B;A"),
        "warned",
        row=2,
        column="actors",
    ),
    _case("a list of nothing", cells("events", actors=";;;"), "warned", "empty-cell", row=2),
    _case("no theme", cells("events", theme=""), "warned", "empty-cell", row=2, column="theme"),
)
