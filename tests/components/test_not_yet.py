"""Before the dossier is read, what needs it is answered with "not yet"."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from components.web import ready
from components.web.not_yet import LATER, NotYet
from components.web.ready import reading


@pytest.fixture(autouse=True)
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "is_done", False)
    monkeypatch.setattr(ready, "SOON", 0)


def asked(path: str, folder: str = "", **named: Any) -> list[Any]:
    """What is sent for an address."""
    sent: list[Any] = []
    if not reading.is_done:
        reading.begin()  # in the loop of this call

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], **named}
    app = NotYet(PlainTextResponse("the dossier"), folder)
    asyncio.run(app(scope, receive, send))
    return sent


@pytest.mark.parametrize("folder", ["", "/in/a/folder"])
def test_health_and_files_are_answered_and_all_else_is_not(folder: str):
    for path in ("/ready", "/_stcore/health", "/static/js/a.js", "/assets/0/load.js"):
        assert asked(folder + path, folder)[0]["status"] == 200, path
    for path in ("", "/", "/figures", "/readyness", "/api/events.json", "/_stcore/stream"):
        assert asked(folder + path, folder)[0]["status"] == 503, path


def test_once_it_is_read_all_is_passed_on():
    reading.is_done = True
    assert asked("/figures")[0]["status"] == 200


def test_who_comes_just_before_waits_for_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ready, "SOON", 60)
    reading.begin()

    async def both() -> bool:
        asyncio.get_running_loop().call_later(0.01, reading.end)
        return await reading.is_done_soon()

    assert asyncio.run(both())


def test_a_socket_is_refused_in_the_words_that_its_server_knows():
    said = asked("/_stcore/stream", type="websocket", extensions={"websocket.http.response": {}})
    assert (said[0]["type"], said[0]["status"]) == ("websocket.http.response.start", 503)
    assert asked("/_stcore/stream", type="websocket") == [
        {"type": "websocket.close", "code": LATER}
    ]
