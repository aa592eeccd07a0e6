"""Streamlit's static files, compressed once."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any

import pytest

from components.web.compressed import CompressedFiles, SmallFiles, takes_gzip
from components.web.index import own_modules
from components.web.stock import chunks, first_files, font, held_back, stock_files, stock_page

NAME = first_files()[0]


def get(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    sent: list[Any] = []

    async def stock(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 299, "headers": []})
        await send({"type": "http.response.body", "body": b"Streamlit's own"})

    async def send(message: Any) -> None:
        sent.append(message)

    named = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": named}
    app = CompressedFiles(stock, SmallFiles(stock_files()), "/folder")
    asyncio.run(app(scope, None, send))  # type: ignore[arg-type]
    found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(each.get("body", b"") for each in sent)


def test_what_comes_is_the_file_and_may_be_kept():
    status, headers, body = get(f"/folder/{NAME}", accept_encoding="gzip, br")
    assert status == 200
    assert gzip.decompress(body) == stock_files()[NAME].read_bytes()
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")
    status, _, body = get(f"/folder/{NAME}", accept_encoding="gzip", if_none_match=headers["etag"])
    assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (f"/folder/{NAME}", {}),
        (f"/folder/{NAME}", {"accept_encoding": "gzip;q=0, br"}),
        (f"/folder/{NAME}", {"accept_encoding": "gzip", "range": "bytes=0-5"}),
        (f"/{NAME}", {"accept_encoding": "gzip"}),
        ("/folder/static/../app.py", {"accept_encoding": "gzip"}),
        ("/folder/static/js/nope.js", {"accept_encoding": "gzip"}),
    ],
)
def test_all_else_is_left_to_streamlit(path, headers):
    assert get(path, **headers)[0] == 299


def test_a_weight_of_nought_is_a_no():
    assert takes_gzip("deflate, gzip;q=0.5")
    assert takes_gzip("*")
    assert not takes_gzip("gzip; q=0")
    assert not takes_gzip("")


def test_what_the_first_screen_needs_is_found_in_the_wheel():
    assert len(first_files()) > 10
    assert any("BidiComponent" in each for each in chunks("BidiComponent.tsx"))
    assert chunks("NoSuchThing.tsx") == ()
    assert font("SourceSansVF-Upright").endswith(".woff2")
    assert font("No such font") == ""
    assert {"dom.js", "popover.js", "timeline/svg.js"} <= set(own_modules())


def test_the_app_is_held_back_where_its_page_is_as_known_and_left_alone_where_not():
    page, soon, app = held_back(stock_page())
    assert app.removeprefix("./") in stock_files()
    assert len(soon) > 10
    assert "modulepreload" not in page
    assert "<script type=" not in page
    assert held_back("<p>another page") == ("<p>another page", [], "")
