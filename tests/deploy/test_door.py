"""Hostile sockets and requests: refused or harmless, and the others are served as before."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.deploy.running import Running, answer, running
from tests.deploy.socket_reader import PATIENCE, SocketReader, shows_events

TOKEN = "a token for the test"
MOST_READERS = 12


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    log = tmp_path_factory.mktemp("door") / "log"
    named = {"DOSSIER_METRICS_TOKEN": TOKEN, "DOSSIER_READERS": str(MOST_READERS)}
    with running(log, **named) as one:
        yield one


def placed(server: Running) -> SocketReader:
    """A reader with a place, as soon as one of those who have gone is free."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return SocketReader(server.base)
        except InvalidStatus:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@pytest.fixture
def bystander(server: Running) -> Iterator[SocketReader]:
    """Another reader, who must be served before, during and after."""
    with placed(server) as reader:
        assert shows_events(reader.ask())
        yield reader
        assert shows_events(reader.ask("theme=hearings"))
        assert answer(server.base + "/api/events.json")[0] == 200


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1:1"])
def test_a_foreign_page_gets_no_socket(server: Running, bystander: SocketReader, origin: str):
    with pytest.raises(InvalidStatus) as refused:
        SocketReader(server.base, origin=origin)
    assert refused.value.response.status_code == 403


def test_a_foreign_host_gets_nothing(server: Running, bystander: SocketReader):
    host = "elsewhere.example"
    for path in ("/", "/api/events.json", "/export/dossier.zip"):
        assert answer(server.base + path, Host=host)[0] == 421
    with pytest.raises(InvalidStatus):
        SocketReader(server.base, origin=None, additional_headers={"Host": host})
    assert answer(server.base + "/ready", Host=host)[0] == 200


def test_a_foreign_page_can_send_nothing(server: Running):
    address = server.base + "/_stcore/upload_file/session/file"
    assert answer(address, "PUT", Origin="https://elsewhere.example")[0] == 403
    assert answer(address, "DELETE", Origin="https://elsewhere.example")[0] == 403


@pytest.mark.parametrize("garbage", [b"", b"\xff" * 1000, os.urandom(5000), "text", "{}" * 500])
def test_garbage_ends_its_own_socket_only(server: Running, bystander: SocketReader, garbage):
    with placed(server) as hostile:
        hostile.socket.send(garbage)
        assert shows_events(bystander.ask("view=list"))
        if garbage:
            with pytest.raises(ConnectionClosed):
                hostile.heard()


def said_times(server: Running, words: str) -> int:
    return sum(words in line for line in server.said())


def send_and_hear(reader: SocketReader, data: bytes) -> None:
    reader.socket.send(data)
    reader.heard()


def test_frames_of_thirty_megabytes_end_their_own_socket_only(
    server: Running, bystander: SocketReader
):
    for size in (30 * 10**6, 2 * 10**6):
        with placed(server) as hostile:
            with pytest.raises(ConnectionClosed):
                send_and_hear(hostile, os.urandom(size))
            assert shows_events(bystander.ask("view=list"))


def test_clearing_caches_and_what_else_only_a_programmer_sends_is_not_heard(
    server: Running, bystander: SocketReader
):
    with placed(server) as hostile:
        for _ in range(50):
            hostile.send(BackMsg(clear_cache=True))
            hostile.send(BackMsg(load_git_info=True))
            hostile.send(BackMsg(set_run_on_save=True))
            hostile.send(BackMsg(debug_shutdown_runtime=True))
        read = said_times(server, "dossier read:")
        assert shows_events(bystander.ask("view=list"))
        assert said_times(server, "dossier read:") == read  # nothing had to be read again
        install = BackMsg()
        install.backend_operation_request.install_skills.SetInParent()
        hostile.send(install)
        said = hostile.ask()
    kinds = {each.WhichOneof("type") for each in said}
    assert shows_events(said)
    assert kinds & {"git_info_changed", "backend_operation_response"} == set()


def test_an_address_without_end_is_shortened(server: Running, bystander: SocketReader):
    with placed(server) as hostile:
        query = "q=office&" + "&".join(f"theme=t{number}" for number in range(90_000))
        assert shows_events(hostile.ask(query[:900_000]))
        assert shows_events(hostile.ask("q=" + "(a+)+" * 3_000))
        assert shows_events(hostile.ask("q=" + "%25" * 5_000 + "&page=9" * 50))


def test_many_requests_at_once_make_their_sender_wait_and_nobody_else(
    server: Running, bystander: SocketReader
):
    with placed(server) as hostile:
        message = BackMsg()
        message.rerun_script.query_string = "q=office"
        for _ in range(400):
            hostile.send(message)
        assert shows_events(bystander.ask())
        assert shows_events(bystander.ask("view=list"))


def test_there_are_so_many_places_and_each_is_free_again(server: Running):
    readers = [placed(server) for _ in range(MOST_READERS)]
    with pytest.raises(InvalidStatus):
        SocketReader(server.base)
    readers[0].close()
    with placed(server) as late:
        assert shows_events(late.ask())
    for reader in readers:
        reader.close()


def test_slow_requests_and_readers_who_do_not_read_hold_nobody_up(
    server: Running, bystander: SocketReader
):
    slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    for each in slow:
        each.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
    with placed(server) as deaf:
        message = BackMsg()
        message.rerun_script.query_string = ""
        for _ in range(30):
            deaf.send(message)
        assert shows_events(bystander.ask())
        assert answer(server.base + "/")[0] == 200
    for each in slow:
        each.close()


def test_operators_addresses_are_not_public(server: Running):
    for path in ("metrics", "metrics/", "agent/openapi.json", "agent/mcp", "script-health-check"):
        assert answer(f"{server.base}/_stcore/{path}")[0] == 404, path
    address = f"{server.base}/_stcore/metrics"
    assert answer(address, Authorization="Bearer wrong")[0] == 404
    status, body, _ = answer(address, Authorization=f"Bearer {TOKEN}")
    assert status == 200
    assert b"active_sessions" in body


def test_a_reader_can_hold_a_few_files_and_no_more(server: Running):
    with placed(server) as reader:
        reader.ask()
        cookie = answer(server.base + "/_stcore/health")[2].get("set-cookie", "")
        token = cookie.split(";")[0].partition("=")[2]
        statuses = [_send(server, reader.session, token, number) for number in range(6)]
    assert statuses == [204, 204, 204, 204, 413, 413]


def _send(server: Running, session: str, token: str, number: int) -> int:
    edge = "edge"
    body = (
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        f"event_id,date,title\r\n--{edge}--\r\n"
    ).encode()
    head = (
        f"PUT /_stcore/upload_file/{session}/file{number} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Cookie: _streamlit_xsrf={token}\r\nX-Xsrftoken: {token}\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary={edge}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(head + body)
        return int(line.makefile("rb").readline().split()[1])


def test_the_log_says_what_was_refused_and_not_who(server: Running):
    said = "\n".join(server.said())
    assert "dossier read:" in said
    assert "was refused" in said
    assert "a socket was ended" in said
    for private in ("127.0.0.1:", "elsewhere", "office", "q=", "Traceback", TOKEN):
        assert private not in said.replace(server.base, ""), private
    ours = [line for line in server.said() if " components." in line or " dossier." in line]
    assert all(line.split(" ")[1] in {"INFO", "WARNING"} for line in ours)
