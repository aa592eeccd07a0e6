"""Real servers that a test can stop, kill and start again on the same port."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.serving import free_port, wait_until_ready

ROOT = Path(__file__).parents[2]
STOP_SECONDS = 30


class Running:
    """One process of the program, with its log in a file."""

    def __init__(
        self,
        log: Path,
        *,
        port: int = 0,
        options: tuple[str, ...] = (),
        folder: Path = ROOT,
        path: str = "",
        **env: str,
    ) -> None:
        self.log, self.options, self.folder, self.env = log, options, folder, env
        self.port = port or free_port()
        self.base = f"http://127.0.0.1:{self.port}" + (f"/{path}" if path else "")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Running:
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        command += [f"--server.port={self.port}", *self.options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=self.folder, env={**os.environ, **self.env}, stdout=log, stderr=log
            )
        return self

    def until_ready(self) -> Running:
        assert self.process
        wait_until_ready(self.base, self.process)
        return self

    def stop(self) -> int:
        """Ask the process to end, and return what it ended with."""
        assert self.process
        self.process.terminate()
        return self.process.wait(timeout=STOP_SECONDS)

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait(timeout=STOP_SECONDS)

    def said(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines()


@contextmanager
def running(log: Path, **named: object) -> Iterator[Running]:
    """A process that is healthy, and gone at the end."""
    one = Running(log, **named)  # type: ignore[arg-type]
    try:
        yield one.start().until_ready()
    finally:
        if one.process and one.process.poll() is None:
            one.kill()


def answer(address: str, method: str = "GET", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """The status, body and headers of an answer; a refusal is an answer too."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = urllib.request.Request(address, method=method, headers=named)
    opener = urllib.request.build_opener(Unled)
    try:
        with opener.open(asked, timeout=60) as got:
            return got.status, got.read(), _headers(got.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read(), _headers(error.headers)


class Unled(urllib.request.HTTPRedirectHandler):
    """Takes a redirect as the answer that it is."""

    def redirect_request(self, *_: object) -> None:
        return None


def _headers(message: object) -> dict[str, str]:
    return {name.lower(): value for name, value in message.items()}  # type: ignore[attr-defined]


def until_true(check: object, seconds: float = 60) -> None:
    """Look again until something is so; how long it takes is not what is tested."""
    ends = time.monotonic() + seconds
    while not check():  # type: ignore[operator]
        assert time.monotonic() < ends, "this never came true"
        time.sleep(0.05)
