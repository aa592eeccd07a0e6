"""Ids: empty, twice, unfit for an address, and alike but for what a reader doesn't see."""

from __future__ import annotations

from tests.hostile.cases import LAST, Case, added, cells, default_rows, key_of

KIND = "ids"
FIRST = key_of("events", 2)
SECOND = key_of("events", 3)

UNFIT = {
    "with a space": "two words",
    "with a slash": "a/b",
    "as a path upwards": "../../etc/passwd",
    "as a path of Windows": "..\\..\\boot.ini",
    "with an accent": "åkesson",
    "in another script": "датум",
    "with a look-alike letter": "\u0430llied",
    "with an emoji": "🜁",
    "with a colon": "a:b",
    "with a query": "a?b=c",
    "with a fragment": "a#b",
    "with a percent": "a%2Fb",
    "with an ampersand": "a&b",
    "with a plus": "a+b",
    "with a semicolon": "a;b",
    "with a comma": "a,b",
    "with a line break": "a\nb",
    "of dots": "..",
    "that begins with a dot": ".hidden",
    "that begins with a stroke": "-rf",
    "that begins with a low line": "_x",
    "as a script": "<script>alert(1)</script>",
    "as a formula": "=1+1",
    "with a zero-width space": "a\u200bb",
    "with a turned direction": "a\u202eb",
    "with a NUL": "a\x00b",
    "of ten thousand characters": "x" * 10_000,
    "of 81 characters": "x" * 81,
    "of digits of another script": "١٢٣",
}


def _case(name, make, expect, code="constraint-error", **more):
    return Case(name, KIND, make, expect, code, **more)


def _unfit(name: str, value: str) -> Case:
    return _case(
        f"an id {name}",
        cells("events", event_id=value),
        "rejected",
        row=2,
        column="event_id",
        lost=(FIRST,),
        rejected=1,
    )


CASES = (
    *(_unfit(name, value) for name, value in UNFIT.items()),
    _case(
        "an empty id",
        cells("events", event_id=""),
        "rejected",
        row=2,
        column="event_id",
        lost=(FIRST,),
        rejected=1,
    ),
    _case(
        "an id of spaces",
        cells("events", event_id="   "),
        "rejected",
        row=2,
        lost=(FIRST,),
        rejected=1,
    ),
    _case(
        "an id of what can't be seen",
        cells("events", event_id="\u200b\u2060"),
        "rejected",
        row=2,
        lost=(FIRST,),
        rejected=1,
    ),
    _case(
        "an id twice",
        cells("events", row=3, event_id=FIRST),
        "rejected",
        "primary-key",
        row=3,
        lost=(SECOND,),
        rejected=1,
    ),
    _case(
        "an id twice but for spaces",
        cells("events", row=3, event_id=f" {FIRST} "),
        "rejected",
        "primary-key",
        row=3,
        lost=(SECOND,),
        rejected=1,
    ),
    _case(
        "an id twice but for capitals",
        cells("events", row=3, event_id=FIRST.upper()),
        "rejected",
        "foreign-key",
        table="excerpts",
        lost_in="events",
        lost=(SECOND,),
    ),
    _case(
        "ids that differ in capitals only",
        added("events", event_id="LIBE-hearing", date="2022", title="Another hearing"),
        "warned",
        "row-doubtful",
        row=LAST + 1,
        says="capitals",
    ),
    _case(
        "an id with spaces around",
        cells("events", event_id=f" {FIRST} "),
        "accepted",
        "white-space",
        row=2,
    ),
    _case(
        "a number with zeros for an id",
        added("events", event_id="007", date="2022", title="Seven"),
        "warned",
        "excerpt-missing",
        row=LAST + 1,
        text="007",
    ),
    _case(
        "an id that reads as nothing",
        added("events", event_id="NA", date="2022", title="Nothing"),
        "warned",
        "excerpt-missing",
        row=LAST + 1,
        text="NA",
    ),
    _case(
        "an id that reads as a number",
        added("events", event_id="1e5", date="2022", title="Number"),
        "warned",
        "excerpt-missing",
        row=LAST + 1,
        text="1e5",
    ),
    _case(
        "an id of JavaScript",
        added("events", event_id="constructor", date="2022", title="Inherited"),
        "warned",
        "excerpt-missing",
        row=LAST + 1,
        text="constructor",
    ),
    _case(
        "a figure's id with a stroke",
        cells("figures", figure_id="memoranda-2021"),
        "rejected",
        table="figures",
        row=2,
        lost=(key_of("figures", 2),),
        rejected=1,
        says="memoranda_2021",
    ),
    _case(
        "a document's id as a path",
        cells("documents", document_id="../joint-statement"),
        "rejected",
        table="documents",
        row=2,
        lost=(key_of("documents", 2),),
        rejected=1,
    ),
    _case(
        "an excerpt's id twice",
        cells("excerpts", row=3, excerpt_id=key_of("excerpts", 2)),
        "rejected",
        "primary-key",
        table="excerpts",
        row=3,
        lost=(key_of("excerpts", 3),),
        rejected=1,
    ),
    _case(
        "a step of a briefing twice",
        added("briefings", briefing="plan", position="1", heading="Again"),
        "rejected",
        "primary-key",
        table="briefings",
        row=len(default_rows("briefings")) + 1,
        rejected=1,
    ),
    _case(
        "an event with the date and title of another",
        added(
            "events",
            event_id="zz-again",
            date="[..2022]",
            title="AMNESTY International  criticises the Danish plan",
        ),
        "warned",
        "row-repeated",
        row=LAST + 1,
    ),
)
