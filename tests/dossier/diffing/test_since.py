"""A link made on an older version says what was corrected since; any other mark says nothing."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest

from dossier.diffing.since import corrections_of, parse_mark, version_mark
from dossier.exporting.briefing.told import Asked, told_steps
from dossier.exporting.one_file.export import export_one_file
from dossier.reading.read import read_folder, read_tables
from dossier.schema import DATA
from dossier.views.briefings import briefings
from dossier.views.event_view import event_data
from dossier.views.since_view import mark_notices
from tests.dossier.exporting.samples import unpacked

EVENT = "awaiting-halved"
HEADER = "date,table,row_id,column,before,after,reason\n"
LOG = (
    "2026-11-01,events,awaiting-halved,title,Old title,New title,Clearer",
    "2026-11-02,events,libe-hearing,title,Other,Another,Elsewhere",
    "2026-11-03,figures,awaiting_2020,value,1165,1155,Misread",
    "2026-11-03,excerpts,df-halved,speaker,Nobody,Somebody,",
    "2026-11-04,excerpts,df-gone,,df-gone · deportation-figures · words · awaiting-halved;x,,Twice",
    "2026-11-05,checks,halved,tolerance,4,5,Wider",
)


def logged(*lines):
    files = dict(read_folder(DATA)[0])
    files["corrections.csv"] = (HEADER + "".join(f"{line}\n" for line in lines)).encode()
    return read_tables(files)


@pytest.fixture(scope="module")
def dossier():
    return logged(*LOG)


def since(dossier, mark, event_id=EVENT):
    event = dossier.event(event_id)
    return event_data(dossier, event, np.arange(len(dossier.events)), None, mark)["since"]


def test_the_mark_names_the_version_and_tells_corrections_of_one_day_apart(dossier):
    assert version_mark(dossier) == f"{dossier.about.version}-6"
    assert len({version_mark(logged(*LOG[:count])) for count in range(7)}) == 7
    assert re.fullmatch(r"[A-Za-z0-9.-]{1,30}", version_mark(dossier))


def test_an_old_link_shows_before_after_and_reason_of_the_row_its_excerpts_and_figures(dossier):
    found = since(dossier, "1.0.0-0")
    assert found["words"].startswith("Changed since this link was made on version 1.0.0: 5 ")
    told = [(each["column"], each["before"], each["after"]) for each in found["lines"][:3]]
    assert told == [
        ("title", "Old title", "New title"),
        ("value of the figure awaiting_2020", "1165", "1155"),
        ("speaker of the excerpt df-halved", "Nobody", "Somebody"),
    ]
    assert found["lines"][0]["date"] == "1 November 2026"
    assert [each["reason"] for each in found["lines"][:3]] == [
        "Clearer", "Misread", "No reason is given.",
    ]  # fmt: skip
    assert found["lines"][3]["column"] == "the row of the excerpt df-gone"


@pytest.mark.parametrize(("count", "left"), [(1, 4), (2, 4), (3, 3), (4, 2), (5, 1), (6, 0)])
def test_only_what_came_after_the_link_is_told(dossier, count, left):
    found = since(dossier, f"1.0.0-{count}")
    assert len(found["lines"] if found else []) == left


def test_an_event_that_was_not_touched_says_nothing(dossier):
    assert since(dossier, "1.0.0-0", "siri-misuse") is None
    assert since(dossier, "1.0.0-0", "libe-hearing")["words"].endswith(
        "one correction of what is shown here."
    )


def test_a_log_with_the_newest_first_tells_the_same(dossier):
    turned = logged(*reversed(LOG))
    event = dossier.event(EVENT)
    days = [each.date.text for each in corrections_of(turned, event)]
    assert days == [each.date.text for each in corrections_of(dossier, event)]


@pytest.mark.parametrize(
    "mark",
    ["<script>", "1.0.0", "-1", "1.0.0-", "1.0.0-9999999", "١", "a" * 300 + "-1", "1/../2-0"],
)
def test_what_is_no_mark_is_left_out_and_said(dossier, mark):
    assert parse_mark(mark) is None
    assert since(dossier, mark) is None
    (said,) = mark_notices(dossier, EVENT, mark)
    assert said.endswith("can't be read, so it was left out.")
    assert len(said) < 150


def test_a_mark_of_a_later_version_says_that_it_cannot_tell(dossier):
    assert since(dossier, "2.0.0-7") is None
    (said,) = mark_notices(dossier, EVENT, "2.0.0-7")
    assert "later version" in said
    assert mark_notices(dossier, EVENT, version_mark(dossier)) == []
    assert mark_notices(dossier, "", "<script>") == []


def test_an_event_that_was_withdrawn_says_why():
    gone = logged("2026-11-06,events,no-such-event,,words,,It was counted twice")
    (said,) = mark_notices(gone, "no-such-event", "")
    assert said == "The event was withdrawn on 6 November 2026. It was counted twice"


def test_slides_and_handouts_carry_the_mark(dossier):
    steps = briefings(dossier)["numbers"]
    told = told_steps(dossier, Asked("Numbers", steps, "numbers", "https://example.org"))
    assert told[1].link == f"https://example.org/?event={EVENT}&v={version_mark(dossier)}"


def test_the_one_file_holds_the_log_with_its_places(dossier):
    held = unpacked(export_one_file(dossier).decode())["data"]
    assert held["version"] == version_mark(dossier)
    said = json.dumps(held["corrections"])
    assert re.search(r'"before": "1165", "after": "1155", "reason": "Misread", "at": 2', said)
