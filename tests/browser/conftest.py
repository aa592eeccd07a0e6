"""A real server and a real Chromium for the tests in this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.serving import free_port, wait_until_ready
from tests.browser.chromium import ARGS, find_chromium

ROOT = Path(__file__).parents[2]
PATIENCE = 90_000  # ms that a busy machine may take for anything; no test asserts a duration
SKELETON = "[data-testid=stSkeleton], [data-testid=stAppSkeleton]"
HEADING = "[data-testid=stApp] h1"  # the first thing that every screen's script sends
UNDRAWN = "[data-testid^=stBidiComponent] .root:not([data-drawn])"
FIRST = "#first"  # the first picture, which goes when the app has drawn
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@contextmanager
def serving(**environment: str) -> Iterator[str]:
    """A freshly started server, and its address; it is stopped at the end."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def until(page: Page, expression: str, arg: object = None, seconds: float = 90) -> None:
    """Wait until an expression is true on a page.

    Playwright's own wait looks a second time by an eval, which the security policy forbids.
    """
    ends = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < ends, f"never true: {expression}"
        page.wait_for_timeout(50)


class Visit:
    """One reader's page, with what went wrong on it."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.foreign: list[str] = []
        self.errors: list[str] = []
        host = urlparse(base).netloc
        page.on("request", lambda request: self._note(request.url, host))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type == "error" else None,
        )

    def _note(self, url: str, host: str) -> None:
        parts = urlparse(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != host:
            self.foreign.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path, wait_until="load")
        self.page.wait_for_selector(HEADING, state="attached", timeout=PATIENCE)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run and the components have drawn."""
        self.page.wait_for_selector(IDLE, timeout=PATIENCE)
        self.page.wait_for_timeout(600)
        self.page.wait_for_selector(IDLE, timeout=PATIENCE)
        # Not wait_for_function: its second look is an eval, which the security policy forbids.
        self.page.wait_for_selector(SKELETON, state="detached", timeout=PATIENCE)
        self.page.wait_for_selector(UNDRAWN, state="detached", timeout=PATIENCE)
        self.page.wait_for_selector(FIRST, state="detached", timeout=PATIENCE)

    def assert_clean(self) -> None:
        assert self.foreign == []
        assert self.errors == []
        assert self.page.locator('[data-testid="stException"]').count() == 0


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: see tests/browser/get_chromium.sh")
        pytest.skip("no Chromium: see tests/browser/get_chromium.sh")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with serving() as base:
        yield base


@pytest.fixture
def visiting(chromium: Browser, server: str) -> Iterator[Callable[..., Visit]]:
    """Make visits, each in a fresh context: `visiting(dark=True, size=(390, 844))`."""
    contexts = []

    def visit(*, dark: bool = False, size: tuple[int, int] = (1440, 900), base: str = "") -> Visit:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Visit(context.new_page(), base or server)

    yield visit
    for context in contexts:
        context.close()
