"""Servers to measure against each other: this program, and a bare one-line Streamlit page.

The bare page runs with Streamlit's own defaults, from an empty folder, by plain `streamlit run`.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = 'import streamlit as st\n\nst.write("bare")\n'
BARE_WORDS = "bare"
READY_SECONDS = 600  # a million rows are read before a server says that it is ready
READY, HEALTH = "/ready", "/_stcore/health"  # ours; a bare page is as ready as it is healthy


@contextmanager
def served_app(port: int | None = None, **environment: str) -> Iterator[str]:
    """Serve this program; gives its address, and stops it at the end."""
    with _served(ROOT, "app.py", port, environment, READY) as base:
        yield base


@contextmanager
def served_bare(folder: Path, port: int | None = None, script: str = BARE) -> Iterator[str]:
    """Serve the bare page, or another script, from a folder that holds nothing else."""
    (folder / "bare.py").write_text(script, encoding="utf-8")
    with _served(folder, "bare.py", port, {}, HEALTH) as base:
        yield base


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(base: str, server: subprocess.Popen[bytes], path: str = READY) -> None:
    """Wait until a server says at an address that readers can be sent to it."""
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            with urllib.request.urlopen(f"{base}{path}", timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not become ready")


@contextmanager
def _served(
    folder: Path, script: str, port: int | None, environment: dict[str, str], ready: str
) -> Iterator[str]:
    port = port or free_port()
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]
    # Headless, or the first start on a machine asks for a mail address and opens a browser.
    command.append("--server.headless=true")
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=quiet, stderr=quiet
    )
    try:
        wait_until_ready(base, server, ready)
        yield base
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
