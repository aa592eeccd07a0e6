"""The components' own JavaScript and CSS, served as the files they are.

A components-v2 component with inline JavaScript sends all of it again at every
rerun. Here the inline part is a loader of a few lines; the modules themselves
come from an address that carries their fingerprint, so a browser fetches them
once and keeps them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

FOLDER = Path(__file__).parents[1]
TYPES = {".js": "text/javascript", ".css": "text/css"}
KEEP = "public, max-age=31536000, immutable"

# Sent with every component, so as short as it can be: components/load.js does the rest.
LOADER = (
    'const m=import(new URL("{address}",document.baseURI).href)\n'
    'export default c=>{{const t={{}};m.then(m=>m.load(c,"{folder}",t))\n'
    "return()=>t.end?t.end():t.gone=1}}"
)


@lru_cache(maxsize=1)
def asset_files() -> dict[str, bytes]:
    """Every JavaScript and CSS file under `components/`, by its path from there."""
    found = (path for path in sorted(FOLDER.rglob("*")) if path.suffix in TYPES)
    return {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in found}


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Twelve hexadecimal digits that change when any asset does, or Streamlit's own."""
    digest = hashlib.sha256(st.__version__.encode())
    for name, content in asset_files().items():
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def component(name: str, folder: str) -> Callable[..., Any]:
    """Register `components/<folder>/<folder>.js` and its style sheet as a component.

    The module's default export takes what components v2 hands over and may
    return a function that cleans up. It is called again at every change of data; after the first
    call `data-drawn` stands on the element it draws into.
    """
    loader = LOADER.format(address=f"assets/{fingerprint()}/load.js", folder=folder)
    return st.components.v2.component(name, js=loader, html="<div class='root'></div>")


async def asset(request: Request) -> Response:
    """Answer with one asset; an old fingerprint gets today's file, uncached."""
    name = request.path_params["name"]
    content = asset_files().get(name)
    if content is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    current = request.path_params["version"] == fingerprint()
    headers = {"Cache-Control": KEEP if current else "no-store"}
    return Response(content, media_type=TYPES[Path(name).suffix], headers=headers)


ROUTES = [Route("/assets/{version}/{name:path}", asset)]
