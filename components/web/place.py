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
    inside = folder if _FOLDER.fullmatch(folder) and ".." not in folder else ""
    base = str(request.base_url).rstrip("/")
    return f"{base}{inside}/" if not base.endswith(inside) or not inside else f"{base}/"
