"""Where this program is reached from outside: its own address, also behind a proxy."""

from __future__ import annotations

import re

from starlette.requests import Request

# A proxy that takes a folder off the path says so in this header.
PREFIX = "x-forwarded-prefix"
_FOLDER = re.compile(r"(?:/[A-Za-z0-9._~-]{1,80}){1,8}")


def public_base(request: Request) -> str:
    """The address of the first screen as a reader has it, with a slash at its end."""
    folder = request.headers.get(PREFIX, "").rstrip("/")
    base = str(request.base_url).rstrip("/")
    if _FOLDER.fullmatch(folder) and ".." not in folder and not base.endswith(folder):
        base += folder
    return f"{base}/"
