"""What a browser, a search engine and a chat program get first."""

from __future__ import annotations

import asyncio
import json
import re
from html import unescape
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from components.web.headers import POLICY, inline_hash
from components.web.index import first_page, index_routes
from components.web.place import placed
from components.web.structured import event_dates, event_record, json_ld
from components.web.unknown import UnknownAddress, unknown_page
from dossier.dates.edtf import parse_date
from dossier.reading.store import current_dossier
from pages.contents import CONTENTS
from tests.dossier.exporting.samples import harmful

BASE = "https://example.org/dossier/"
HOME = CONTENTS[0]


def tags(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)" />', page)
    return {name: unescape(value) for name, value in found}


def get(path: str, query: str = "", method: str = "GET", **headers: str) -> tuple[int, Any, str]:
    async def stock(request: Any) -> HTMLResponse:
        return HTMLResponse("Streamlit's own")

    async def file(request: Any) -> PlainTextResponse:
        return PlainTextResponse("a file")

    routes = [*index_routes(CONTENTS), Route("/static/a.js", file), Route("/{rest:path}", stock)]
    app = UnknownAddress(Starlette(routes=routes), CONTENTS)
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    named = {"host": "example.org", **{k.replace("_", "-"): v for k, v in headers.items()}}
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "scheme": "https", "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(k.encode(), v.encode()) for k, v in named.items()],
        "server": ("example.org", 443), "client": ("test", 1),
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    starts = [each for each in sent if each["type"] == "http.response.start"]
    assert len(starts) == 1
    found = {k.decode(): v.decode() for k, v in starts[0]["headers"]}
    body = b"".join(each.get("body", b"") for each in sent)
    return starts[0]["status"], found, body.decode()


def test_the_app_has_a_title_words_an_address_and_a_language():
    about = current_dossier().about
    page = first_page(HOME, BASE)
    assert tags(page)["og:title"] == about.title
    assert tags(page)["og:description"] == tags(page)["description"]
    assert f'<link rel="canonical" href="{BASE}" />' in page
    assert f'<html lang="{about.language}">' in page


@pytest.mark.parametrize("screen", CONTENTS[1:])
def test_each_screen_has_its_own(screen):
    page = first_page(screen, BASE)
    assert tags(page)["og:title"].startswith(f"{screen.title}: ")
    assert f'<link rel="canonical" href="{BASE}{screen.path}" />' in page


def test_an_event_is_unfolded_with_its_date_in_words_and_who_says_so():
    page = first_page(HOME, BASE, {"event": ["libe-hearing"]})
    assert "LIBE committee" in tags(page)["og:title"]
    assert tags(page)["og:description"].startswith("13 January 2022. Claimed by Volt")
    assert tags(page)["og:url"] == f"{BASE}?event=libe-hearing"
    (record,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(record)["startDate"] == "2022-01-13"


def test_a_shared_link_keeps_the_mark_of_its_version():
    asked = {"event": ["libe-hearing"]}
    page = first_page(HOME, BASE, {**asked, "v": ["1.0.0-0"]})
    assert tags(page)["og:url"] == f"{BASE}?event=libe-hearing&v=1.0.0-0"
    assert f'<link rel="canonical" href="{BASE}?event=libe-hearing" />' in page
    for hostile in ("<script>", "1.0.0", "x" * 5000):
        hostile_page = first_page(HOME, BASE, {**asked, "v": [hostile]})
        assert tags(hostile_page) == tags(first_page(HOME, BASE, asked))


def test_an_unknown_event_is_the_app():
    page = first_page(HOME, BASE, {"event": ["<script>x"]})
    assert tags(page) == tags(first_page(HOME, BASE))
    assert "<script>x" not in page


@pytest.mark.parametrize(
    ("edtf", "dates"),
    [
        ("2022-01-13", {"startDate": "2022-01-13"}),
        ("2022-01-13T11:19", {"startDate": "2022-01-13"}),
        ("2021-04", {"startDate": "2021-04"}),
        ("2022", {"startDate": "2022"}),
        ("2022~", {}),
        ("[..2022-07-04]", {}),
        ("2021-01/2022-11", {"startDate": "2021-01", "endDate": "2022-11"}),
        ("2011/..", {"startDate": "2011"}),
        ("2012~/2022-01-13", {"endDate": "2022-01-13"}),
        ("-0043", {}),
        ("2022-21", {}),
        ("199X", {}),
    ],
)
def test_structured_dates_are_no_finer_than_known(edtf, dates):
    assert event_dates(parse_date(edtf)) == dates


def test_what_is_only_claimed_is_a_claim():
    dossier = current_dossier()
    for event in dossier.each("events"):
        record = event_record(dossier, event, BASE)
        is_claim = event.status in ("claimed", "announced")
        assert (record["@type"] == "Claim") == is_claim
        assert "startDate" not in record or not is_claim


def test_nothing_ends_the_script_of_structured_data():
    dossier = harmful()
    for event in dossier.each("events"):
        text = json_ld(event_record(dossier, event, BASE))
        assert not set("<>&") & set(text)
        assert json.loads(text)["name"] == event.title


def test_a_policy_lets_only_the_scripts_of_the_page_run():
    scripts = re.findall("<script>(.*?)</script>", first_page(HOME, BASE), re.DOTALL)
    assert scripts
    assert all(inline_hash(each) in POLICY for each in scripts)
    (allowed,) = re.findall("script-src ([^;]*);", POLICY)
    assert "'unsafe-inline'" not in allowed
    assert "'unsafe-eval'" not in allowed


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/nope", "/figures/deeper", "/_stcore/nope", "/index.html"])
def test_an_unknown_address_is_not_found_in_words(path, method):
    status, headers, body = get(path, method=method)
    assert status == 404
    assert headers["content-type"].startswith("text/html")
    assert method == "HEAD" or "There is no such page" in body


@pytest.mark.parametrize("path", ["/", "/figures", "/data"])
def test_screens_answer_both_ways_and_are_asked_for_again(path):
    for method in ("GET", "HEAD"):
        status, headers, _ = get(path, method=method)
        assert (status, headers["cache-control"]) == (200, "no-cache")


def test_files_are_left_alone():
    assert get("/static/a.js")[2] == "a file"
    assert get("/component/x/index.html")[2] == "Streamlit's own"


def test_links_of_an_unknown_address_lead_up_to_the_screens():
    assert 'href="./figures"' in get("/nope")[2]
    assert 'href="./../../figures"' in get("/a/b/c")[2]


@pytest.mark.parametrize(
    ("prefix", "base"),
    [
        ("/dossier", "https://example.org/dossier/"),
        ("", "https://example.org/"),
        ('"><script>', "https://example.org/"),
        ("//evil.example", "https://example.org/"),
        ("/../x", "https://example.org/"),
    ],
)
def test_a_folder_before_the_path_is_taken_from_the_proxy(prefix, base):
    headers = {"x_forwarded_prefix": prefix} if prefix else {}
    assert f'<link rel="canonical" href="{base}figures" />' in get("/figures", **headers)[2]


def test_routes_in_a_folder_answer_there_in_the_same_ways():
    (route, *_) = placed(index_routes(CONTENTS[1:]), "/dossier")
    assert route.path == "/dossier/figures"
    assert route.methods == {"GET", "HEAD"}
    page = unknown_page(CONTENTS, "/dossier/a/b", "/dossier")
    assert 'href="./../../dossier/figures"' in page
