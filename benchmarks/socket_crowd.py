"""Readers as sockets: many at a time, each saying and hearing what a browser's page does.

A crowd of browsers would measure the browsers. Each reader here asks for the first page and its
files over HTTP, opens the socket, asks for a run, and waits until the run has finished.
"""

from __future__ import annotations

import asyncio
import gzip
import http.client
import math
import os
import re
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120  # seconds for one answer
FILE = re.compile(r'(?:src|href)="(\./(?:static|assets)/[^"]+\.(?:js|css))"')


@dataclass
class SocketReader:
    """One reader's socket; a run that says none of `words` showed nothing, which is an error."""

    base: str
    words: bytes
    socket: ClientConnection | None = None

    async def __aenter__(self) -> SocketReader:
        self.socket = await connect(
            self.base.replace("http", "ws", 1) + "/_stcore/stream",
            origin=self.base,  # type: ignore[arg-type]
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=PATIENCE,
            proxy=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self.socket:
            await self.socket.close()

    async def run(self, query: str = "") -> float:
        """Ask for a run with a query string; the seconds until it had finished."""
        assert self.socket
        message = BackMsg()
        message.rerun_script.query_string = query
        begun = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        shown = False
        while True:
            data = await asyncio.wait_for(self.socket.recv(), PATIENCE)
            assert isinstance(data, bytes)
            shown = shown or self.words in data
            said = ForwardMsg()
            said.ParseFromString(data)
            if said.WhichOneof("type") == "script_finished":
                break
        if not shown:
            raise RuntimeError("a run showed nothing")
        return time.perf_counter() - begun


async def open_page(base: str, words: bytes, query: str = "") -> float:
    """What a browser does for a first visit; the seconds until the first run had finished."""
    begun = time.perf_counter()
    page = await asyncio.to_thread(fetched, base, f"/?{query}" if query else "/")
    files = list(dict.fromkeys(FILE.findall(page.decode("utf-8", "replace"))))
    await asyncio.gather(*(asyncio.to_thread(fetched, base, each[1:]) for each in files))
    async with SocketReader(base, words) as reader:
        await reader.run(query)
    return time.perf_counter() - begun


def fetched(base: str, path: str) -> bytes:
    """The body of an answer; anything but 200 is an error."""
    line = http.client.HTTPConnection(urlsplit(base).netloc, timeout=PATIENCE)
    try:
        line.request("GET", path, headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
        got = line.getresponse()
        body = got.read()
        if got.status != 200:
            raise RuntimeError(f"{path} was answered with {got.status}")
        return body if got.getheader("Content-Encoding") is None else _plain(got, body)
    finally:
        line.close()


def _plain(got: http.client.HTTPResponse, body: bytes) -> bytes:
    return gzip.decompress(body) if got.getheader("Content-Encoding") == "gzip" else body


async def at_once(
    number: int, do: Callable[[int], Awaitable[float]]
) -> list[float | BaseException]:
    """Have a number of readers do one thing in the same moment; times, and what went wrong."""
    # As many threads as a crowd may need: with the few that there are as it comes, readers would
    # queue here, one behind the other, and not at the server.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(2 * number))
    tasks = [asyncio.ensure_future(do(each)) for each in range(number)]
    return await asyncio.gather(*tasks, return_exceptions=True)


def percentile(taken: list[float], part: float = 0.95) -> float:
    """The smallest of the values that at least a part of all do not exceed."""
    ordered = sorted(taken)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def good(outcomes: list[float | BaseException]) -> list[float]:
    """The times among outcomes."""
    return [each for each in outcomes if isinstance(each, float)]


def bad(outcomes: list[float | BaseException]) -> list[BaseException]:
    """The failures among outcomes."""
    return [each for each in outcomes if isinstance(each, BaseException)]


def resident(base: str) -> float:
    """Megabytes that the process which serves a port holds."""
    pages = int((_process(base) / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def computed(base: str) -> float:
    """Seconds for which the process which serves a port has kept a processor busy."""
    told = (_process(base) / "stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _process(base: str) -> Path:
    """The process which serves a port, in /proc; it is one that this run started."""
    port = f"--server.port={urlsplit(base).port}".encode()
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            if port in (process / "cmdline").read_bytes().split(b"\0"):
                return process
        except OSError:
            continue
    raise RuntimeError("there is no such process")
