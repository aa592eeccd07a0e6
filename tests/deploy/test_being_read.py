"""A server listens while its dossier is read, and says so in words until it can be shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from app import app
from components.web.ready import AGAIN, BEING_READ, FAILED
from tests.deploy.held import holding, let_go, make_fail
from tests.deploy.running import ROOT, Running, answer
from tests.deploy.socket_reader import SocketReader, shows_events

PAGE = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with holding(tmp_path_factory.mktemp("held")) as one:
        yield one


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Running]:
    with holding(tmp_path) as one:
        yield one


def healthy(one: Running) -> int:
    """What the check in the container says of a process."""
    environment = {**os.environ, "STREAMLIT_SERVER_PORT": str(one.port)}
    command = [sys.executable, "deploy/healthy.py"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def test_it_lives_and_is_not_ready(held: Running):
    assert answer(f"{held.base}/_stcore/health")[0] == 200
    status, body, headers = answer(f"{held.base}/ready")
    assert status == 503
    assert json.loads(body)["ready"] is False
    assert json.loads(body)["message"] == BEING_READ
    assert headers["retry-after"] == str(AGAIN)
    assert healthy(held) == 1


@pytest.mark.parametrize("path", ["/", "/?event=libe-hearing", "/figures", "/nope", "/api/x.json"])
def test_a_page_says_so_and_tries_again_by_itself(held: Running, path: str):
    status, body, headers = answer(held.base + path, **PAGE)
    page = body.decode()
    assert (status, headers["retry-after"], headers["cache-control"]) == (
        503,
        str(AGAIN),
        "no-store",
    )
    assert "<title>Dossier</title>" in page
    assert "<h1>The dossier is being read</h1>" in page
    assert f'<meta http-equiv="refresh" content="{AGAIN}">' in page
    assert "<script" not in page
    assert "default-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/api/events.json", "/export/events.csv", "/sitemap.xml",
                                  "/card.png", "/_stcore/host-config"])  # fmt: skip
def test_data_is_refused_in_words(held: Running, path: str):
    status, body, headers = answer(held.base + path)
    assert (status, headers["retry-after"]) == (503, str(AGAIN))
    assert json.loads(body)["error"]["message"].startswith(BEING_READ)


def test_a_socket_is_refused_for_now(held: Running):
    with pytest.raises(InvalidStatus) as refused:
        SocketReader(held.base)
    assert refused.value.response.status_code == 503


def test_the_door_is_closed_to_strangers_and_files_are_there(held: Running):
    assert answer(held.base, Host="elsewhere.example", **PAGE)[0] == 421
    assert answer(f"{held.base}/assets/0/timeline/timeline.js")[0] == 200


def test_who_did_not_sign_in_is_not_told():
    order = [each.cls.__name__ for each in app._user_middleware]  # type: ignore[attr-defined]
    assert order.index("Door") < order.index("SignIn") < order.index("NotYet")


def test_a_stop_does_not_wait_for_the_dossier(mortal: Running):
    assert mortal.stop() == 0
    said = "\n".join(mortal.said())
    assert "ready: stopped" in said
    assert "dossier read:" not in said


def test_what_can_not_be_read_at_all_ends_the_program(mortal: Running):
    make_fail(mortal)
    assert mortal.process
    assert mortal.process.wait(timeout=60) == FAILED
    said = "\n".join(mortal.said())
    assert "the dossier could not be read" in said
    assert "a private word" not in said


def test_once_it_is_read_everything_is_there(mortal: Running):
    assert answer(mortal.base, **PAGE)[0] == 503
    let_go(mortal)
    assert answer(mortal.base, **PAGE)[0] == 200
    assert answer(f"{mortal.base}/api/events.json")[0] == 200
    assert healthy(mortal) == 0
    with SocketReader(mortal.base) as reader:
        assert shows_events(reader.ask())
    said = "\n".join(mortal.said())
    order = ("ready: starting", "dossier read:", "web.ready: ready")
    assert sorted(order, key=said.index) == list(order)
    assert mortal.stop() == 0
