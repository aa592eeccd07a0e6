"""The feed of corrections is well-formed Atom whose dates come from the log."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from dossier.diffing.since import corrections_of
from dossier.exporting.atom import NEVER, corrections_feed
from dossier.model import Dossier
from dossier.views.since_view import correction_data
from tests.components.test_api import get
from tests.dossier.built import build_dossier

SPACE = {"a": "http://www.w3.org/2005/Atom"}
BASE = "https://example.org/"


def corrected(*rows: dict[str, str]) -> Dossier:
    return build_dossier(
        events=[{"event_id": "one", "date": "2022", "title": "One"}],
        excerpts=[{"excerpt_id": "e", "exact": "words", "event_ids": "one"}],
        figures=[{"figure_id": "f", "excerpt_id": "e", "value": 3}],
        corrections=rows,
    )


def row(date="2026-11-22", table="events", row_id="one", column="date", before="2021", reason="x"):
    return {"date": date, "table": table, "row_id": row_id, "column": column, "before": before,
            "after": "2022", "reason": reason}  # fmt: skip


def parsed(dossier):
    return ElementTree.fromstring(corrections_feed(dossier, BASE))


def test_newest_first_with_before_after_reason_and_the_event_to_open():
    feed = parsed(corrected(row(), row(date="2026-12-01", table="figures", row_id="f")))
    entries = feed.findall("a:entry", SPACE)
    assert [each.findtext("a:updated", "", SPACE) for each in entries] == [
        "2026-12-01T00:00:00Z",
        "2026-11-22T00:00:00Z",
    ]
    assert feed.findtext("a:updated", "", SPACE) == "2026-12-01T00:00:00Z"
    said = entries[1].findtext("a:content", "", SPACE)
    assert said == "22 November 2026: date was “2021”, is “2022”. x"
    assert entries[1].find("a:link", SPACE).get("href") == f"{BASE}?event=one"
    assert len({each.findtext("a:id", "", SPACE) for each in entries}) == 2


def test_a_log_without_entries_is_a_feed_that_says_so():
    feed = parsed(corrected())
    assert feed.findall("a:entry", SPACE) == []
    assert feed.findtext("a:updated", "", SPACE) == NEVER
    assert "Nothing has been corrected" in feed.findtext("a:subtitle", "", SPACE)


@pytest.mark.parametrize("text", ["<b>&amp;]]></b>", 'a"b', "a\x00\x1bb", "\ufffe", "\u202e"])
def test_whatever_a_cell_holds_the_feed_stays_well_formed(text):
    entry = parsed(corrected(row(row_id=text, before=text))).find("a:entry", SPACE)
    assert text.isprintable() is False or text in entry.findtext("a:content", "", SPACE)


def test_the_route_answers_with_the_type_of_a_feed():
    got = get("/corrections.atom")
    assert got.status == 200
    assert got.headers["content-type"].startswith("application/atom+xml")
    assert ElementTree.fromstring(got.body).tag.endswith("feed")


def test_an_event_says_what_was_corrected_in_it_and_in_what_it_rests_on():
    dossier = corrected(row(), row(table="figures", row_id="f", column="value", before="3"))
    event = dossier.event("one")
    lines = [correction_data(each) for each in corrections_of(dossier, event)]
    assert [each["column"] for each in lines] == ["date", "value of the figure f"]
    assert lines[0]["before"] == "2021"
