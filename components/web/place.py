"""Where this program is reached: the folder it is served in, and its address from outside."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st
from starlette.requests import Request
from starlette.routing import Route

# A proxy that takes a folder off the path says so in this header.
PREFIX = "x-forwarded-prefix"
_FOLDER = re.compile(r"(?:/[A-Za-z0-9._~-]{1,80}){1,8}")


def own_folder() -> str:
    """The folder that Streamlit is told to serve the screens in, with a slash before it; or ""."""
    folder = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{folder}" if folder else ""


def placed(routes: Iterable[Route], folder: str) -> list[Route]:
    """The same routes inside a folder: Streamlit moves its own ones only."""
    return [
        Route(folder + each.path, each.endpoint, methods=list(each.methods or ()))
        for each in routes
    ]


def public_base(request: Request) -> str:
    """The address of the first screen as a reader has it, with a slash at its end."""
    folder = request.headers.get(PREFIX, "").rstrip("/")
    base = str(request.base_url).rstrip("/")
    if _FOLDER.fullmatch(folder) and ".." not in folder and not base.endswith(folder):
        base += folder
    return f"{base}{own_folder()}/"
