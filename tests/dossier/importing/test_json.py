"""TimelineJS' JSON and a JSON list become a dossier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.checking.check import check_dossier
from dossier.importing import Imported, ImportRefusedError, import_bytes, import_file
from dossier.importing.writing import write_dossier
from dossier.reading.read import read_dossier

SAMPLES = Path(__file__).parent / "samples"


def slides(*events: Any, **more: Any) -> Imported:
    return import_bytes(json.dumps({"events": events, **more}).encode(), {})


def slide(year: Any = 2022, headline: str = "x", **more: Any) -> dict[str, Any]:
    return {"start_date": {"year": year}, "text": {"headline": headline}, **more}


@pytest.mark.parametrize(("name", "events"), [("timelinejs.json", 5), ("list.json", 3)])
def test_the_samples_pass_the_check(name: str, events: int, tmp_path: Path) -> None:
    imported = import_file(SAMPLES / name)
    write_dossier(imported, tmp_path / "made")
    dossier = read_dossier(tmp_path / "made")
    problems = check_dossier(dossier, None).problems
    assert [each for each in problems if each.severity == "error"] == []
    assert len(dossier.events) == events == imported.loss.events
    assert imported.loss.rows == events + len(imported.loss.left_out)


def test_markup_becomes_inert_words_and_links_become_documents() -> None:
    imported = import_file(SAMPLES / "timelinejs.json")
    vote = imported.tables["events"][0]
    assert vote["title"] == "The vote"
    assert vote["summary"] == "Nine to six.\nSee the minutes and write."
    assert vote["links in the text"] == "write (mailto:clerk@town.example)"
    assert imported.tables["documents"][0]["url"] == "https://news.example/vote"
    assert imported.title == "The harbour & its town"


def test_a_fitting_unique_id_stays_and_another_is_replaced() -> None:
    events = import_file(SAMPLES / "timelinejs.json").tables["events"]
    assert [event["event_id"] for event in events[:2]] == ["first-vote", "not-an-address"]


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        ({"hour": 11, "minute": 19}, "2022-01-13T11:19"),
        ({"hour": "9", "minute": "5", "second": "7"}, "2022-01-13T09:05:07"),
        ({"hour": 9, "minute": 0}, "2022-01-13T09:00"),
        ({"hour": 0, "minute": 0, "second": 0, "millisecond": 0}, "2022-01-13"),
        ({"hour": "00", "minute": "00"}, "2022-01-13T00:00"),
        ({"hour": "", "minute": None}, "2022-01-13"),
        ({"hour": 25, "minute": 0}, "2022-01-13"),
    ],
)
def test_a_time_of_day_is_kept_as_given(parts: dict[str, Any], edtf: str) -> None:
    start = {"year": 2022, "month": 1, "day": 13, **parts}
    event = slides({"start_date": start, "text": {"headline": "x"}}).tables["events"][0]
    assert event["date"] == edtf


def test_what_a_dossier_adds_to_a_slide_comes_back() -> None:
    own = {"date": "2022~", "date_basis": "inferred", "date_note": "why", "actors": "A;B"}
    event = slides(slide(unique_id="one", group="News", dossier=own)).tables["events"][0]
    assert {name: event[name] for name in own} == own
    assert (event["event_id"], event["theme"]) == ("one", "news")


def test_a_name_given_twice_is_said() -> None:
    data = b'{"events": [{"start_date": {"year": 1}, "group": "a", "group": "b"}]}'
    assert [loss.field for loss in import_bytes(data, {}).loss.losses] == ["group", "text.headline"]


def test_sources_with_words_become_excerpts_and_others_are_named() -> None:
    imported = import_file(SAMPLES / "list.json")
    vote = imported.tables["events"][0]
    assert vote["documents"] == "a-letter; news-example-other"
    excerpt = imported.tables["excerpts"][0]
    assert (excerpt["document_id"], excerpt["exact"]) == ("the-minutes", "Nine to six, then.")
    assert imported.tables["documents"][0]["published"] == "2022-01-14"


def test_values_outside_a_closed_list_are_kept_aside() -> None:
    vote = import_file(SAMPLES / "list.json").tables["events"][0]
    assert "status" not in vote
    assert (vote["status (as given)"], vote["importance (as given)"]) == ("confirmed", "8")
    assert vote["actors"] == "Town council;Holm, mayor"


def test_an_overlong_quotation_is_no_excerpt_but_is_reported() -> None:
    event = {"date": "2022", "title": "x", "sources": [{"title": "t", "quote": "word " * 61}]}
    imported = import_bytes(json.dumps([event]).encode(), {})
    assert "excerpts" not in imported.tables
    assert "quotation" in [loss.field for loss in imported.loss.losses]


def test_a_list_inside_an_object_gives_the_dossier_its_title() -> None:
    data = {"title": "Mine", "description": "What", "events": [{"date": "2022", "title": "x"}]}
    imported = import_bytes(json.dumps(data).encode(), {})
    assert (imported.title, imported.description) == ("Mine", "What")


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"{}",
        b"[1, 2]",
        b'{"events": 3}',
        b"[" * 200_000,
        b'[{"a": 1}]',
        b'{"events": [{"start_date": {"year": 1' + b"0" * 9000 + b"}}]}",
        b'[{"date": "\xff", "title": "x"}]',
        b'{"events": [{"start_date": {}, "text": "x"}]}',
    ],
)
def test_json_that_is_no_dossier_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        import_bytes(data, {})
    assert str(refused.value)
