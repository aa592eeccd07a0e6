from __future__ import annotations

import asyncio
import csv
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.applications import Starlette

from components.web.api import API_ROUTES, MOST
from components.web.site import sitemap_route
from dossier.reading.store import current_dossier
from dossier.selecting.select import parse_selection, select_events
from pages.contents import CONTENTS

APP = Starlette(routes=[*API_ROUTES, sitemap_route(CONTENTS)])


@dataclass
class Got:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def get(path: str, query: str = "", **headers: str) -> Got:
    """Ask the routes as a server does, without one."""
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    named = {"host": "example.org", **{k.replace("_", "-"): v for k, v in headers.items()}}
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "https", "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(k.encode(), v.encode()) for k, v in named.items()],
        "server": ("example.org", 443), "client": ("test", 1),
    }  # fmt: skip
    asyncio.run(APP(scope, receive, send))
    found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return Got(sent[0]["status"], found, b"".join(each.get("body", b"") for each in sent[1:]))


@pytest.mark.parametrize(
    ("query", "params"),
    [
        ("", {}),
        ("theme=returns&theme=siri", {"theme": ["returns", "siri"]}),
        ("status=claimed&from=2022&to=2022-01-13", {"status": ["claimed"], "from": ["2022"],
                                                    "to": ["2022-01-13"]}),
        ("q=volt+eu", {"q": ["volt eu"]}),
    ],
)  # fmt: skip
def test_the_events_are_those_that_the_screen_shows(query, params):
    dossier = current_dossier()
    positions = select_events(dossier, parse_selection(params, dossier)[0])
    wanted = dossier.events["event_id"].iloc[positions].tolist()
    got = get("/api/events.json", query)
    assert got.status == 200
    assert [each["event_id"] for each in got.json["events"]] == wanted
    assert got.json["total"] == len(wanted)
    assert got.json["of"] == len(dossier.events)
    rows = list(csv.DictReader(io.StringIO(get("/export/events.csv", query).body.decode())))
    assert [each["event_id"] for each in rows] == wanted
    assert all(each["attribution"] and "speakers" in each for each in rows)


def test_an_event_comes_with_its_voices_and_those_who_differ():
    first = current_dossier().comparison("who-processes").excerpt_ids[0]
    event_id = current_dossier().excerpt(first).event_ids[0]
    event = get(f"/api/events/{event_id}.json").json
    assert event["event_id"] == event_id
    assert event["excerpts"][0]["speaker"]
    said = {each["exact"] for each in event["comparisons"][0]["excerpts"]}
    assert len(said) > 1


def test_no_answer_holds_a_day_that_the_date_lacks():
    for event in get("/api/events.json").json["events"]:
        assert "earliest" not in event


def test_figures_follow_the_selection():
    every, some = get("/api/figures.json").json, get("/api/figures.json", "theme=returns").json
    assert every["total"] == len(current_dossier().figures)
    assert 0 < some["total"] < every["total"]
    assert all(each["speaker"] and each["qualifier"] for each in every["figures"])
    rows = get("/export/figures.csv", "theme=returns").body.decode()
    assert len(list(csv.DictReader(io.StringIO(rows)))) == some["total"]


def test_the_package_holds_the_selection():
    got = get("/export/dossier.zip", "theme=returns")
    assert got.headers["content-type"] == "application/zip"
    assert "attachment" in got.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(got.body)) as archive:
        rows = archive.read("events.csv").decode()
    assert (
        len(list(csv.DictReader(io.StringIO(rows))))
        == get("/api/events.json", "theme=returns").json["total"]
    )


@pytest.mark.parametrize(
    "path",
    ["/api/events.json", "/api/figures.json", "/export/events.csv", "/export/dossier.zip",
     "/api/events/memoranda-signed.json", "/robots.txt", "/sitemap.xml"],
)  # fmt: skip
def test_whoever_has_an_answer_is_told_that_it_is_unchanged(path):
    first = get(path)
    assert first.status == 200
    assert first.headers["cache-control"] == "no-cache"
    again = get(path, if_none_match=f'"other", {first.headers["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert get(path, if_none_match='"other"').status == 200


def test_another_selection_has_another_fingerprint():
    tags = {get("/api/events.json", query).headers["etag"] for query in ("", "theme=siri", "q=eu")}
    assert len(tags) == 3


def test_a_long_list_comes_in_pages():
    first = get("/api/events.json", "limit=7&status=claimed").json
    assert len(first["events"]) == 7
    rest = get("/api/events.json", first["next"][1:]).json
    assert rest["offset"] == 7
    assert rest["selection"] == {"status": ["claimed"]}
    assert get("/api/events.json", f"limit={MOST * 9}").json["next"] is None
    assert get("/api/events.json", "offset=99999").json["events"] == []


@pytest.mark.parametrize(
    "path",
    ["/api/events/none.json", "/api/events/%3Cscript%3E.json", "/api/none", "/export/none.csv",
     "/api/events/..%2F..%2Fetc.json", "/api/"],
)  # fmt: skip
def test_what_is_not_there_is_a_404_in_words(path):
    got = get(path)
    assert got.status == 404
    assert got.headers["content-type"] == "application/json"
    assert got.json["error"]["message"].endswith(".")


@pytest.mark.parametrize(
    "query",
    [
        "theme=nothing",
        "theme=%3Cscript%3Ealert(1)%3C/script%3E",
        "theme=%00%ff%fe&q=%F0%9F%92%A9",
        "from=2022-99&to=x&limit=-1&offset=1e9",
        "q=" + "x" * 10_000,
        "&".join(["actor=a"] * 500),
        "%E0%A4%A=1&&=&theme",
    ],
)
def test_a_hostile_address_falls_back_and_says_so(query):
    got = get("/api/events.json", query)
    assert got.status == 200
    export = get("/export/events.csv", query)
    assert export.status == 200
    assert ("dossier-notices" in export.headers) == bool(got.json["notices"])


def test_too_long_an_address_is_refused_in_words():
    got = get("/api/events.json", "q=" + "x" * 20_000)
    assert got.status == 414
    assert "longer" in got.json["error"]["message"]


def test_a_failure_shows_nothing_of_the_program(monkeypatch):
    def fail() -> None:
        raise RuntimeError("/secret/path")

    monkeypatch.setattr("components.web.api.current_dossier", fail)
    got = get("/api/events.json")
    assert got.status == 500
    assert b"secret" not in got.body


def test_the_sitemap_names_every_screen_and_event():
    text = get("/sitemap.xml").body.decode()
    assert text.count("<loc>") == len(CONTENTS) + len(current_dossier().events)
    assert "<loc>https://example.org/?event=memoranda-signed</loc>" in text
    assert "Sitemap: https://example.org/sitemap.xml" in get("/robots.txt").body.decode()
