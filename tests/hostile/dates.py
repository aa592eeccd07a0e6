"""Dates: impossible, reversed, as spreadsheets write them, far off, and none at all."""

from __future__ import annotations

from tests.hostile.cases import LAST, Case, added, both, cells, key_of

KIND = "dates"
FIRST = key_of("events", 2)

REJECTED = {
    "31 February": ("2023-02-31", "28 days"),
    "31 April": ("2022-04-31", "30 days"),
    "29 February of no leap year": ("2022-02-29", "28 days"),
    "29 February of 1900": ("1900-02-29", "28 days"),
    "month 13": ("2022-13-01", "month"),
    "month 0": ("2022-00-10", "month"),
    "day 0": ("2022-01-00", ""),
    "day 32": ("2022-01-32", "31 days"),
    "day and month first": ("13/01/2022", "2022-01-13"),
    "month and day first": ("01/13/2022", "2022-01-13"),
    "either first": ("01/02/2022", ""),
    "points": ("13.01.2022", "2022-01-13"),
    "two digits of the year": ("13/01/22", ""),
    "one digit of the month": ("2022-1-3", "2022-01-03"),
    "words": ("13 January 2022", "2022-01-13"),
    "American words": ("January 13, 2022", "2022-01-13"),
    "Danish words": ("13. januar 2022", ""),
    "a spreadsheet's serial": ("44574", ""),
    "a spreadsheet's serial with a part": ("44574.4716", ""),
    "seconds of Unix": ("1642071600", ""),
    "no strokes": ("20220113", "2022-01-13"),
    "a space before the time": ("2022-01-13 11:19", "2022-01-13T11:19"),
    "hour 25": ("2022-01-13T25:00", ""),
    "a time alone": ("11:19", ""),
    "a leap second": ("2022-01-13T23:59:60", ""),
    "an offset of four days": ("2022-01-13T11:19+99:00", "offset"),
    "a zone by name": ("2022-01-13T11:19 Europe/Copenhagen", ""),
    "reversed years": ("2022/2021", "end comes before"),
    "reversed months": ("2022-05/2022-04", "end comes before"),
    "a reversed window": ("[2022..2021]", "end comes before"),
    "two strokes": ("2021/2022/2023", ""),
    "open at both ends": ("../..", ""),
    "a stroke alone": ("/", ""),
    "a window without ends": ("[..]", ""),
    "a window not closed": ("[2022..2023", ""),
    "all of these": ("{2021,2022}", ""),
    "a week": ("2022-W03", ""),
    "a day of the year": ("2022-013", ""),
    "season 25": ("2022-25", ""),
    "year minus nought": ("-0000", ""),
    "five digits": ("99999", ""),
    "a year of millions": ("Y170000002", ""),
    "a signed year": ("+2022", ""),
    "two qualifiers": ("2022~~", ""),
    "a qualifier inside": ("2022-~01", ""),
    "an unknown decade": ("20X2", ""),
    "wide digits": ("２０２２-01-13", "2022-01-13"),
    "Arabic digits": ("٢٠٢٢-٠١-١٣", ""),
    "long dashes": ("2022–01–13", "2022-01-13"),
    "a spreadsheet's rule": ("########", ""),
    "a spreadsheet's error": ("#VALUE!", ""),
    "a formula": ("=TODAY()", ""),
    "today": ("today", ""),
    "unknown": ("unknown", ""),
    "NaN": ("NaN", ""),
    "markup": ("<time>2022</time>", ""),
    "a comma inside": ("2022-01-13, 2022-01-14", ""),
    "a zero-width space inside": ("2022-\u200b01-13", ""),
    "a hundred thousand digits": ("2" * 100_000, ""),
    "a deep window": ("[" * 5_000 + "2022" + "]" * 5_000, ""),
    "nothing": ("", ""),
    "spaces": ("   ", ""),
}


def _event(name: str, value: str, says: str) -> Case:
    code = "" if not value.strip() else "type-error"
    return Case(
        f"date: {name}",
        KIND,
        cells("events", date=value),
        "rejected",
        code or "constraint-error",
        row=2,
        column="date",
        lost=(FIRST,),
        rejected=1,
        says=says,
    )


def _case(name, make, expect, code, **more):
    return Case(f"date: {name}", KIND, make, expect, code, **more)


def _basis(name: str, basis: str, note: str, code: str, column: str, expect="warned") -> Case:
    values = {"date_basis": basis, "date_note": note}
    return _case(name, cells("events", **values), expect, code, row=2, column=column)


CASES = (
    *(_event(name, value, says) for name, (value, says) in REJECTED.items()),
    _case("year 0", cells("events", date="0000"), "warned", "date-doubtful", row=2, column="date"),
    _case("year 9999", cells("events", date="9999-12-31"), "warned", "date-doubtful", row=2),
    _case("year 202", cells("events", date="0202-01-13"), "warned", "date-doubtful", row=2),
    _case("a slip of a century", cells("events", date="2122"), "warned", "date-doubtful", row=2),
    _case(
        "after every document",
        both(
            added("events", event_id="late", date="2031", title="Late", status="occurred"),
            added(
                "excerpts",
                excerpt_id="js-late",
                document_id="joint-statement",
                exact="Joint Statement",
                event_ids="late",
            ),
        ),
        "warned",
        "date-doubtful",
        row=LAST + 1,
        says="after every document",
    ),
    _case("spaces around", cells("events", date=" 2022 "), "accepted", "white-space", row=2),
    _basis("derived without a note", "derived", "", "empty-cell", "date_note"),
    _basis("inferred with a note of spaces", "inferred", "  ", "empty-cell", "date_note"),
    _basis("no basis", "", "", "empty-cell", "date_basis"),
    _basis("an unknown basis", "guessed", "", "constraint-error", "date_basis", "rejected"),
    _case(
        "of a document: 31 June",
        cells("documents", published="2022-06-31"),
        "rejected",
        "type-error",
        table="documents",
        row=2,
        column="published",
    ),
    _case(
        "of a document: none, but a basis",
        cells("documents", published=""),
        "warned",
        "date-doubtful",
        table="documents",
        row=2,
        column="published_basis",
    ),
    _case(
        "of a figure: reversed",
        cells("figures", period="2022/2020"),
        "rejected",
        "type-error",
        table="figures",
        row=2,
        column="period",
    ),
)
