"""The door: what no reader sends is refused before anything else looks at it.

Streamlit asks an outside address for its own when a foreign page opens a socket, and stands still
meanwhile; it takes messages of 25 MB, clears caches and writes files for whoever asks. Here a
foreign page, a host that is not ours, and messages that no screen sends end at the door, and who
sends too many waits.
"""

from __future__ import annotations

import hmac
import logging
import os
import re
from collections import deque
from typing import Any
from urllib.parse import urlsplit

import anyio
import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from components.web.messages import wanted_message
from components.web.pace import Pace
from components.web.place import own_folder

MOST_READERS = 1_000  # sockets at a time; DOSSIER_READERS sets another number
MOST_FILES = 4  # sent files that one reader may have here at a time
MOST_HELD = 200 * 2**20  # bytes of all sent files together
MOST_SENDING = 4  # files on their way at a time
LONGEST_MESSAGE = 2**20  # bytes of one message of a reader
LONGEST_AHEAD = 2 * 2**20  # and of those that are read while one waits its turn

REFUSED, TOO_LONG, NOT_OURS, LATER = 1008, 1009, 1002, 1013
SAFE = {"GET", "HEAD", "OPTIONS"}
HEALTH = ("/ready", "/_stcore/health")  # asked by machines, at whatever name they know
METRICS = "/_stcore/metrics"
CLOSED = ("/_stcore/agent", "/_stcore/script-health-check")
SENT_FILE = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")

log = logging.getLogger(__name__)


class Door:
    """Passes on what a reader of this program sends, at a reader's pace, and refuses the rest."""

    def __init__(self, app: ASGIApp, folder: str = "", most_readers: int = MOST_READERS) -> None:
        self.app = app
        self.folder = folder
        self.most_readers = most_readers
        self.readers = 0
        self.sending = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or pass the call on."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = self._path(scope)
        refusal = refused(scope["method"], path, Headers(scope=scope))
        sent = SENT_FILE.fullmatch(path) if scope["method"] == "PUT" else None
        if sent and refusal is None:
            refusal = self._refused_file(sent[1])
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        self.sending += bool(sent)
        try:
            await self.app(scope, receive, send)
        finally:
            self.sending -= bool(sent)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if not is_host_allowed(headers.get("host")) or is_foreign(headers):
            log.warning("a socket from a foreign page or for a foreign host was refused")
            await send({"type": "websocket.close", "code": REFUSED})
        elif self.readers >= self.most_readers:
            log.warning("a reader was asked to wait: all %d places are taken", self.most_readers)
            await send({"type": "websocket.close", "code": LATER})
        else:
            self.readers += 1
            try:
                line = Line(receive, send)
                await self.app(scope, line.heard, line.say)
            finally:
                self.readers -= 1

    def _path(self, scope: Scope) -> str:
        path = str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))
        return path.removeprefix(self.folder)

    def _refused_file(self, session: str) -> Response | None:
        if self.sending >= MOST_SENDING:
            return PlainTextResponse("Many are sending files. Try again in a moment.", 503)
        held = _held_files()
        own, total = len(held.get(session, ())), sum(map(sum, held.values()))
        if own < MOST_FILES and total < MOST_HELD:
            return None
        log.warning("a sent file was refused: %d of its reader, %d bytes of all", own, total)
        return PlainTextResponse("There is no room for another file.", 413)


class Line:
    """One reader's socket, with what is not wanted left out of what is heard."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._pace = Pace()
        self._ahead: deque[Message] = deque()
        self._is_closed = False

    async def heard(self) -> Message:
        """The next message that a screen may have sent, once its turn has come."""
        while True:
            message = self._ahead.popleft() if self._ahead else await self._receive()
            if message["type"] != "websocket.receive":
                return message
            data = message.get("bytes")
            if data is None:
                return await self._end(NOT_OURS, "a message in text")
            if len(data) > LONGEST_MESSAGE:
                return await self._end(TOO_LONG, "a message that is too long")
            try:
                wanted = wanted_message(data)
            except ValueError:
                return await self._end(NOT_OURS, "a message that is none")
            if wanted is not None:
                return await self._in_turn({**message, "bytes": wanted})

    async def _in_turn(self, message: Message) -> Message:
        """The message once its turn has come, or the end of the socket if that comes before.

        What is sent meanwhile is read ahead, so that who has gone holds no place while it waits.
        """
        delay = self._pace.delay()
        if not delay:
            return message
        with anyio.move_on_after(delay):
            while sum(map(_size, self._ahead)) < LONGEST_AHEAD:
                self._ahead.append(await self._receive())
                if self._ahead[-1]["type"] != "websocket.receive":
                    return self._ahead[-1]
            await anyio.sleep_forever()
        return message

    async def say(self, message: Message) -> None:
        """Send what the program says, unless the socket was ended here."""
        if not self._is_closed:
            await self._send(message)

    async def _end(self, code: int, what: str) -> Message:
        log.warning("a socket was ended: it sent %s", what)
        self._is_closed = True
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}


def _size(message: Message) -> int:
    """What a message weighs, in bytes; an empty one is not nothing."""
    return 200 + len(message.get("bytes") or message.get("text") or "")


def refused(method: str, path: str, headers: Headers) -> Response | None:
    """The answer to a request that no reader makes; None for all others."""
    if path in HEALTH:
        return None
    if not is_host_allowed(headers.get("host")):
        return PlainTextResponse("This is not served under that name.", 421)
    if method not in SAFE and is_foreign(headers):
        return PlainTextResponse("Another page can't send anything here.", 403)
    if path.rstrip("/") == METRICS and not _is_operator(headers):
        return PlainTextResponse("There is no such page.", 404)
    if path.startswith(CLOSED):
        return PlainTextResponse("There is no such page.", 404)
    return None


def is_foreign(headers: Headers) -> bool:
    """Whether a browser says that the page of another site asks."""
    origin = headers.get("origin")
    if origin is None:
        return False
    allowed = {str(each).rstrip("/") for each in st.get_option("server.corsAllowedOrigins") or ()}
    return urlsplit(origin).netloc != headers.get("host") and origin not in allowed


def door() -> Middleware:
    """The door of this program, as wide as DOSSIER_READERS says."""
    said = os.environ.get("DOSSIER_READERS", "").strip()
    most = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else MOST_READERS
    return Middleware(Door, folder=own_folder(), most_readers=most)


def _is_operator(headers: Headers) -> bool:
    """Whether a request carries the token that DOSSIER_METRICS_TOKEN names; unset, none does."""
    token = os.environ.get("DOSSIER_METRICS_TOKEN", "").strip()
    given = headers.get("authorization", "")
    return bool(token) and hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


def _held_files() -> dict[str, list[int]]:
    """The sizes of the files that are held, by reader."""
    if not Runtime.exists():
        return {}
    storage: Any = getattr(Runtime.instance().uploaded_file_mgr, "file_storage", {})
    return {
        session: [len(each.data) for each in list(files.values())]
        for session, files in list(storage.items())
    }
