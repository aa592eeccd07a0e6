"""The program runs where nothing but a temporary folder can be written to, as in its container."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.serving import free_port
from tests.deploy.running import ROOT, answer, until_true

# The one open folder is a fresh one: a checkout may itself lie in /tmp.
CLOSED = 'mount --make-rprivate / && mount -o remount,bind,ro / && mount -t tmpfs tmpfs "$0"'


def can_close(free: Path) -> bool:
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    command = ["unshare", "-m", "sh", "-c", CLOSED, str(free)]
    tried = subprocess.run(command, capture_output=True, check=False)
    return tried.returncode == 0


def test_nothing_is_written_and_the_container_knows_that_it_is_well(tmp_path: Path):
    if not can_close(tmp_path):
        pytest.skip("this machine does not let a test close its file system")
    port = free_port()
    named = {
        "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1",
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true",
        "STREAMLIT_SERVER_ALLOWED_HOSTS": "dossier.example.org other.example",
    }  # fmt: skip
    run = f'{CLOSED} && ! touch "$1/x" 2>/dev/null && exec "$2" -m streamlit run app.py'
    command = ["unshare", "-m", "sh", "-c", run, str(tmp_path), str(ROOT), sys.executable]
    environment = {**os.environ, **named}
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        healthy = [sys.executable, "deploy/healthy.py"]
        until_true(
            lambda: (
                server.poll() is not None
                or subprocess.run(healthy, cwd=ROOT, env=environment, check=False).returncode == 0
            )
        )
        for path in ("/", "/export/dossier.zip"):
            base = f"http://127.0.0.1:{port}{path}"
            assert answer(base, Host="dossier.example.org")[0] == 200
            assert answer(base, Host="localhost")[0] == 421
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0
