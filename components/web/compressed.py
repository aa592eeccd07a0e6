"""Streamlit's own static files, compressed once and held in memory.

Streamlit sends them as they are, since compressing them anew for every reader costs more than it
saves. Once made, the small form costs nothing: a first visit then loads 1.2 MB and not 3.1 MB.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import anyio
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.web.place import own_folder
from components.web.stock import chunks, first_files, stock_files

KEEP = "public, max-age=31536000, immutable"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
# What the first screen draws with, so that it is at hand before the first reader asks.
DRAWN_WITH = ("BidiComponent.tsx", "Html.tsx")


@dataclass(frozen=True, slots=True)
class Small:
    """A file in its compressed form, with the fingerprint by which a browser knows it again."""

    body: bytes
    tag: str
    media_type: str


class SmallFiles:
    """The compressed forms of files, each made when it is first asked for."""

    def __init__(self, files: dict[str, Path]) -> None:
        self.files = files
        self._made: dict[str, Small] = {}
        self._lock = threading.Lock()

    def get(self, name: str) -> Small | None:
        """The compressed form where it has been made already."""
        return self._made.get(name)

    def make(self, name: str) -> Small:
        """The compressed form, made now where it has not been."""
        if made := self._made.get(name):
            return made
        path = self.files[name]
        content = path.read_bytes()
        # Without the time of making inside, so that replicas send the same bytes.
        body = gzip.compress(content, compresslevel=6, mtime=0)
        tag = f'"{hashlib.sha256(content).hexdigest()[:24]}-gz"'
        with self._lock:
            return self._made.setdefault(name, Small(body, tag, TYPES[path.suffix]))

    def make_all(self, names: Iterable[str]) -> None:
        """Make those that are surely asked for; a file that can't be read is left to Streamlit."""
        for name in names:
            try:
                self.make(name)
            except OSError:
                continue


small_files = SmallFiles(stock_files())


def make_small_files() -> None:
    """Make what the first screen asks for."""
    small_files.make_all([*first_files(), *chunks(*DRAWN_WITH)])


class CompressedFiles:
    """Answers for static files that a browser takes compressed; passes on all else."""

    def __init__(self, app: ASGIApp, files: SmallFiles, folder: str = "") -> None:
        self.app = app
        self.files = files
        self.folder = folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the call on."""
        answer = await self._answer(scope) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response | None:
        path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        name = path.removeprefix(f"{self.folder}/")
        if name not in self.files.files or scope["method"] not in ("GET", "HEAD"):
            return None
        asked = Headers(scope=scope)
        if not takes_gzip(asked.get("accept-encoding", "")) or "range" in asked:
            return None
        try:
            made = self.files.get(name)
            if made is None:
                made = await anyio.to_thread.run_sync(self.files.make, name)
        except OSError:
            return None
        headers = {"Cache-Control": KEEP, "ETag": made.tag, "Vary": "Accept-Encoding"}
        if made.tag in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        headers["Content-Encoding"] = "gzip"
        return Response(made.body, headers=headers, media_type=made.media_type)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header takes gzip; one with weight nought is a no."""
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def compressed_files() -> Middleware:
    """The middleware for the files of the wheel, wherever Streamlit is told to put them."""
    return Middleware(CompressedFiles, files=small_files, folder=own_folder())
