"""The shipped nginx configuration, run by a real nginx in front of two processes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from components.web.ready import AGAIN
from tests.deploy.held import held_copy, let_go, until_listening
from tests.deploy.proxied import PLACES, Proxied, find_nginx, proxied
from tests.deploy.running import ROOT, answer, until_true
from tests.deploy.socket_reader import SocketReader, shows_events


@pytest.fixture(scope="session")
def nginx() -> None:
    if find_nginx() is None:
        reason = "no nginx: see tests/deploy/get_nginx.sh"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


@pytest.fixture(scope="module")
def replicas(nginx: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    with proxied(tmp_path_factory.mktemp("replicas"), DOSSIER_METRICS_TOKEN="token") as both:
        yield both


def place_of(headers: dict[str, str]) -> str:
    cookie = headers.get("set-cookie", "")
    return cookie.partition("dossier_place=")[2].partition(";")[0]


def reader_at(replicas: Proxied, place: str) -> SocketReader:
    return SocketReader(replicas.base, additional_headers={"Cookie": f"dossier_place={place}"})


def sessions(replicas: Proxied, place: str) -> int:
    """How many readers a process has, by its own count."""
    address = f"{replicas.processes[place].base}/_stcore/metrics?families=active_sessions"
    lines = answer(address, Authorization="Bearer token")[1].decode().splitlines()
    return int(float(next(line for line in lines if line.startswith("active_sessions")).split()[1]))


def test_the_same_pages_and_data_come_through(replicas: Proxied):
    direct = replicas.processes["one"].base
    for path in ("/", "/figures", "/api/events.json?theme=returns", "/export/events.csv"):
        status, body, headers = answer(replicas.base + path)
        assert status == 200, path
        assert body.replace(replicas.base.encode(), direct.encode()) == answer(direct + path)[1]
        assert "content-security-policy" in headers


def test_a_reader_stays_with_the_process_that_answered_first(replicas: Proxied):
    place = place_of(answer(f"{replicas.base}/")[2])
    assert place in PLACES
    before = sessions(replicas, place)
    readers = [reader_at(replicas, place) for _ in range(6)]
    assert all(shows_events(reader.ask()) for reader in readers)
    assert sessions(replicas, place) == before + 6
    again = answer(f"{replicas.base}/", Cookie=f"dossier_place={place}")
    assert place_of(again[2]) == ""
    for reader in readers:
        reader.close()


def test_new_readers_are_shared_out(replicas: Proxied):
    readers = [SocketReader(replicas.base) for _ in range(8)]
    assert all(shows_events(reader.ask()) for reader in readers)
    assert all(sessions(replicas, place) for place in PLACES)
    for reader in readers:
        reader.close()


def test_scripts_are_kept_and_old_ones_are_not(replicas: Proxied):
    status, page, _ = answer(f"{replicas.base}/")
    kept = page.decode().partition("./assets/")[2].partition('"')[0]
    status, _, headers = answer(f"{replicas.base}/assets/{kept}")
    assert (status, "immutable" in headers["cache-control"]) == (200, True)
    old = "/".join(["0" * 12, *kept.split("/")[1:]])
    assert answer(f"{replicas.base}/assets/{old}")[2]["cache-control"] == "no-store"


def test_operators_addresses_and_large_bodies_end_at_the_proxy(replicas: Proxied):
    token = {"Authorization": "Bearer token"}
    assert answer(f"{replicas.base}/_stcore/metrics", **token)[0] == 404
    assert answer(f"{replicas.base}/_stcore/agent/mcp", **token)[0] == 404
    assert answer(f"{replicas.base}/", "POST", Content_Length="9000000")[0] == 413


def test_readers_cannot_say_where_this_is_served(replicas: Proxied):
    page = answer(f"{replicas.base}/sitemap.xml", X_Forwarded_Prefix="/elsewhere")[1]
    assert b"elsewhere" not in page


def test_a_killed_process_sends_its_readers_to_the_other_and_takes_new_ones_when_it_is_back(
    replicas: Proxied,
):
    dead, alive = PLACES
    with reader_at(replicas, dead) as reader:
        assert shows_events(reader.ask("theme=returns"))
        replicas.processes[dead].kill()
        with pytest.raises(ConnectionClosed):
            reader.heard()
    for _ in range(5):
        status, _, headers = answer(f"{replicas.base}/", Cookie=f"dossier_place={dead}")
        assert (status, place_of(headers)) == (200, alive)
    with reader_at(replicas, dead) as again:
        assert shows_events(again.ask("theme=returns"))
        assert f"dossier_place={alive}" in str(again.socket.response.headers)  # type: ignore[union-attr]
    replicas.processes[dead].start().until_ready()
    assert answer(f"{replicas.base}/", Cookie=f"dossier_place={alive}")[0] == 200


def test_while_all_processes_read_or_none_is_there_a_page_says_so_and_tries_again(
    replicas: Proxied, tmp_path: Path
):
    processes = [replicas.processes[place] for place in PLACES]
    try:
        for each in processes:
            each.kill()
            each.folder = held_copy(tmp_path / str(each.port))
        heard = [answer(f"{replicas.base}/", Accept="text/html") for _ in range(4)]
        for each in processes:
            until_listening(each.start())
        heard += [answer(f"{replicas.base}/", Accept="text/html") for _ in range(6)]
        for status, body, headers in heard:
            assert (status, headers["retry-after"]) == (503, str(AGAIN))
            assert headers["cache-control"] == "no-store"
            assert "default-src" in headers["content-security-policy"]
            assert b"<title>Dossier</title>" in body
            assert f'<meta http-equiv="refresh" content="{AGAIN}">'.encode() in body
    finally:
        for each in processes:
            each.kill()
            each.folder = ROOT
            each.start().until_ready()
    until_true(lambda: answer(f"{replicas.base}/")[0] == 200)


def test_while_a_process_reads_its_dossier_the_other_serves_its_readers(
    replicas: Proxied, tmp_path: Path
):
    slow, alive = PLACES
    one, other = replicas.processes[slow], replicas.processes[alive]
    one.kill()
    one.folder = held_copy(tmp_path / "copy")
    try:
        until_listening(one.start())
        for _ in range(5):
            status, _, headers = answer(f"{replicas.base}/", Cookie=f"dossier_place={slow}")
            assert (status, place_of(headers)) == (200, alive)
        with reader_at(replicas, slow) as reader:
            assert shows_events(reader.ask("theme=returns"))
        let_go(one)
        assert answer(f"{one.base}/")[0] == 200
    finally:
        one.folder = ROOT
    assert answer(f"{other.base}/")[0] == 200
