"""Stops, new versions and changed files: orderly, and in the log."""

from __future__ import annotations

import shutil
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.web.drain import PATIENCE
from tests.deploy.running import ROOT, Running, answer, running, until_true
from tests.deploy.socket_reader import SocketReader, shows_events


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path / "log") as one:
        yield one


def test_old_assets_are_answered_with_todays_and_not_kept(server: Running):
    status, body, headers = answer(f"{server.base}/assets/000000000000/timeline/timeline.js")
    assert status == 200
    assert body == (ROOT / "components/timeline/timeline.js").read_bytes()
    assert headers["cache-control"] == "no-store"


def test_a_stop_ends_with_nothing_to_complain_about(server: Running):
    with SocketReader(server.base) as reader:
        assert shows_events(reader.ask())
        assert server.stop() == 0
    assert any("ready: stopped" in line for line in server.said())


def test_a_reader_who_does_not_read_does_not_hold_up_a_stop(server: Running):
    deaf = socket.create_connection(("127.0.0.1", server.port))
    deaf.sendall(
        b"GET /export/dossier.zip HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    )
    slow = socket.create_connection(("127.0.0.1", server.port))
    slow.sendall(b"GET / HTTP/1.1\r\nHost: 127")
    assert server.process
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=PATIENCE * 4) == 0
    deaf.close()
    slow.close()


def test_ready_means_that_the_dossier_is_read(server: Running):
    status, body, _ = answer(f"{server.base}/ready")
    assert (status, b'"ready":true' in body) == (200, True)
    said = "\n".join(server.said())
    assert said.index("dossier read:") < said.index("web.ready: ready")


def test_a_changed_dossier_is_logged_in_numbers(tmp_path: Path):
    folder = tmp_path / "a private name"
    shutil.copytree(ROOT / "tests/small", folder)
    with running(tmp_path / "log", DOSSIER=str(folder)) as server:
        table = folder / "events.csv"
        rows = table.read_text("utf-8")
        table.write_text(rows + "added,2022,An event added under a running app\n", "utf-8")
        until_true(lambda: answer(f"{server.base}/api/events.json") and _logged(server, "again"))
        table.write_text("", "utf-8")
        until_true(lambda: answer(f"{server.base}/api/events.json") and _logged(server, "refused"))
        assert "private name" not in "\n".join(server.said())


def _logged(server: Running, word: str) -> bool:
    return any(word in line for line in server.said())


def test_quiet_is_quiet(tmp_path: Path):
    with running(tmp_path / "log", DOSSIER_LOG="warning") as server:
        answer(server.base)
        assert not any(" INFO " in line for line in server.said())
