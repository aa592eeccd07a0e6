"""What a screen of ours says to the server; other messages that Streamlit knows are left out."""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

LONGEST_QUERY = 16_000  # characters of an address
MOST_FILES = 4  # files announced at a time

# Left out: clearing caches, looking for a version control folder, watching files, installing
# files for programmers, and what only Streamlit's own tests send.
WANTED = {"rerun_script", "stop_script", "app_heartbeat"}
WANTED_ASKED = {"deferred_file", "dataframe_chunk"}


def wanted_message(data: bytes) -> bytes | None:
    """The bytes of a message to pass on; None where no screen sends such a one.

    Raises ValueError where the bytes are no message.
    """
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError as error:
        raise ValueError("these bytes are no message") from error
    if not _is_wanted(message):
        return None
    if len(message.rerun_script.query_string) <= LONGEST_QUERY:
        return data
    message.rerun_script.query_string = shortened(message.rerun_script.query_string)
    return bytes(message.SerializeToString())


def shortened(query: str) -> str:
    """As many whole parameters of an address as are read."""
    kept, cut, _ = query[: LONGEST_QUERY + 1].rpartition("&")
    return kept if cut else ""


def _is_wanted(message: BackMsg) -> bool:
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in WANTED_ASKED
    if kind == "file_urls_request":
        return len(message.file_urls_request.file_names) <= MOST_FILES
    return kind in WANTED
