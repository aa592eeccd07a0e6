"""What the door lets through, without a server: messages, pace, hosts and pages."""

from __future__ import annotations

import asyncio

import pytest
from starlette.datastructures import Headers
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.web.door import Line, is_foreign, refused
from components.web.messages import LONGEST_QUERY, shortened, wanted_message
from components.web.pace import A_SECOND, AT_ONCE, Pace


def message(**named: object) -> bytes:
    return BackMsg(**named).SerializeToString()  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["clear_cache", "load_git_info", "set_run_on_save"])
def test_what_only_a_programmer_sends_is_left_out(kind: str):
    assert wanted_message(message(**{kind: True})) is None


def test_what_a_page_sends_goes_through_as_it_is():
    run = BackMsg()
    run.rerun_script.query_string = "theme=returns"
    for data in (run.SerializeToString(), message(stop_script=True), message(app_heartbeat=True)):
        assert wanted_message(data) == data


def test_files_for_programmers_are_not_installed_and_downloads_are_made():
    asked = BackMsg()
    asked.backend_operation_request.install_skills.SetInParent()
    assert wanted_message(asked.SerializeToString()) is None
    asked.backend_operation_request.deferred_file.file_id = "one"
    assert wanted_message(asked.SerializeToString())


def test_many_files_are_not_announced_at_once():
    asked = BackMsg()
    asked.file_urls_request.file_names.extend(["a.csv"] * 4)
    assert wanted_message(asked.SerializeToString())
    asked.file_urls_request.file_names.append("a.csv")
    assert wanted_message(asked.SerializeToString()) is None


def test_bytes_that_are_no_message_are_told_apart():
    with pytest.raises(ValueError, match="no message"):
        wanted_message(b"\xff\xff\xff")


def test_a_long_address_keeps_its_first_whole_parameters():
    run = BackMsg()
    run.rerun_script.query_string = "q=office&" + "theme=returns&" * 5_000
    kept = BackMsg()
    kept.ParseFromString(wanted_message(run.SerializeToString()) or b"")
    assert len(kept.rerun_script.query_string) <= LONGEST_QUERY
    assert kept.rerun_script.query_string.startswith("q=office&theme=returns")
    assert kept.rerun_script.query_string.endswith("theme=returns")
    assert shortened("q=" + "x" * LONGEST_QUERY) == ""


def test_a_reader_who_sends_many_waits_and_one_who_sends_few_never_does():
    now, waited = [0.0], []

    def send(number: int, apart: float) -> None:
        pace = Pace(lambda: now[0])
        for _ in range(number):
            now[0] += apart
            if delay := pace.delay():
                waited.append(delay)
                now[0] += delay

    send(200, 1 / A_SECOND)
    assert waited == []
    begun = now[0]
    send(AT_ONCE + 50, 0)
    assert now[0] - begun == pytest.approx(50 / A_SECOND, abs=0.5)


def test_a_page_is_foreign_when_its_browser_says_so():
    host = "dossier.example"
    assert not is_foreign(Headers({"host": host}))
    assert not is_foreign(Headers({"host": host, "origin": f"https://{host}"}))
    for origin in ("https://elsewhere.example", "null", "", f"https://{host}.elsewhere.example"):
        assert is_foreign(Headers({"host": host, "origin": origin})), origin


def test_machines_may_ask_for_health_by_any_name():
    foreign = Headers({"host": "10.1.2.3:8501"})
    assert refused("GET", "/ready", foreign) is None
    assert refused("GET", "/_stcore/health", foreign) is None
    answered = refused("GET", "/api/events.json", foreign)
    assert answered is not None
    assert answered.status_code == 421


def test_metrics_are_nobodys_where_no_token_is_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DOSSIER_METRICS_TOKEN", raising=False)
    for given in ("", "Bearer ", "Bearer None"):
        headers = Headers({"host": "localhost", "authorization": given})
        answered = refused("GET", "/_stcore/metrics", headers)
        assert answered is not None
        assert answered.status_code == 404


def heard_on(messages: list[dict[str, object]]) -> list[dict[str, object]]:
    """What a socket lets through of messages that are all there at once, up to its end."""

    async def hear() -> list[dict[str, object]]:
        coming: asyncio.Queue[dict[str, object]] = asyncio.Queue()
        for each in messages:
            coming.put_nowait(each)

        async def say(_: object) -> None: ...

        line, heard = Line(coming.get, say), []
        while not heard or heard[-1]["type"] == "websocket.receive":
            heard.append(await line.heard())
        return heard

    return asyncio.run(hear())


def asked(number: int) -> dict[str, object]:
    run = BackMsg()
    run.rerun_script.query_string = f"q={number}"
    return {"type": "websocket.receive", "bytes": run.SerializeToString()}


END = {"type": "websocket.disconnect", "code": 1001}


def test_who_has_gone_holds_no_place_while_messages_wait():
    heard = heard_on([*map(asked, range(AT_ONCE + 400)), END])
    assert heard == [*map(asked, range(AT_ONCE)), END]


def test_messages_that_wait_come_in_their_order():
    text = {"type": "websocket.receive", "text": "no message"}
    heard = heard_on([*map(asked, range(AT_ONCE + 3)), text])
    assert heard[:-1] == [*map(asked, range(AT_ONCE + 3))]
    assert heard[-1]["type"] == "websocket.disconnect"
