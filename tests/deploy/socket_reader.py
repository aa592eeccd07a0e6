"""A reader without a browser: the socket, and what the page sends and hears on it."""

from __future__ import annotations

from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 60  # seconds for one answer


class SocketReader:
    """One open socket that speaks as the page does."""

    def __init__(self, base: str, **named: Any) -> None:
        origin = named.pop("origin", base)
        self.session = ""
        self.socket: ClientConnection = connect(
            base.replace("http", "ws", 1) + "/_stcore/stream",
            origin=origin,
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            max_size=None,
            proxy=None,
            legacy=True,
            **named,
        )

    def ask(self, query: str = "", page: str = "") -> list[ForwardMsg]:
        """Ask for a run with a query string, and return all that is said until it has finished."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        self.send(message)
        return self.heard()

    def heard(self) -> list[ForwardMsg]:
        said: list[ForwardMsg] = []
        while not said or said[-1].WhichOneof("type") != "script_finished":
            message = ForwardMsg()
            message.ParseFromString(self.socket.recv(timeout=PATIENCE))
            if message.WhichOneof("type") == "new_session":
                self.session = message.new_session.initialize.session_id
            said.append(message)
        return said

    def send(self, message: BackMsg) -> None:
        self.socket.send(message.SerializeToString())

    def close(self) -> None:
        self.socket.close()

    def __enter__(self) -> SocketReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def shows_events(said: list[ForwardMsg]) -> bool:
    """Whether a run drew the timeline or the list, and no failure."""
    texts = [str(each) for each in said]
    return any("dossier_" in each for each in texts) and not any(
        each.HasField("delta") and each.delta.new_element.HasField("exception") for each in said
    )
