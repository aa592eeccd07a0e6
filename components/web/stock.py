"""What Streamlit's own wheel carries: its first page, its static files, its fonts.

Names of files change with every version, so they are looked up in the wheel's own list; what is
not found there is left out, and costs a moment of loading and nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit

FOLDER = Path(streamlit.__file__).parent / "static"
SCRIPT = re.compile(r'<script type="module" crossorigin src="(\./static/[^"]+)"></script>\s*')
SOON = re.compile(r'<link rel="modulepreload" crossorigin href="(\./static/[^"]+)">\s*')
LISTED = re.compile(r'(?:src|href)="\./(static/[^"]+)"')


@lru_cache(maxsize=1)
def stock_page() -> str:
    """Streamlit's own first page, as its wheel carries it."""
    return (FOLDER / "index.html").read_text("utf-8")


def held_back(page: str) -> tuple[str, list[str], str]:
    """A first page without its scripts, what it would fetch early, and the script to run.

    A page that starts its script in another way stays as it is, and has none of both.
    """
    found = SCRIPT.findall(page)
    if len(found) != 1:
        return page, [], ""
    return SOON.sub("", SCRIPT.sub("", page)), SOON.findall(page), found[0]


@lru_cache(maxsize=1)
def stock_files() -> dict[str, Path]:
    """Every static file of the wheel that is text, by its address below the screens' folder."""
    found = (path for kind in ("js", "css") for path in FOLDER.rglob(f"*.{kind}"))
    return {path.relative_to(FOLDER).as_posix(): path for path in sorted(found)}


@lru_cache(maxsize=1)
def first_files() -> tuple[str, ...]:
    """The static files that Streamlit's first page itself asks for."""
    return tuple(name for name in LISTED.findall(stock_page()) if name in stock_files())


@lru_cache
def chunks(*sources: str) -> tuple[str, ...]:
    """The files that parts of Streamlit need and its first page does not ask for.

    `sources` are names of source files, such as "BidiComponent.tsx".
    """
    listed = _manifest()
    wanted = [key for key in listed if key.rpartition("/")[2] in sources]
    names = dict.fromkeys(name for key in wanted for name in _with_imports(listed, key, set()))
    return tuple(each for each in names if each not in first_files() and each in stock_files())


@lru_cache
def font(start: str) -> str:
    """The address of a font file by the beginning of its name; "" where the wheel has none."""
    found = sorted(FOLDER.rglob(f"{start}*.woff2"))
    return found[0].relative_to(FOLDER).as_posix() if found else ""


@lru_cache(maxsize=1)
def _manifest() -> dict[str, Any]:
    try:
        listed = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _with_imports(listed: dict[str, Any], key: str, seen: set[str]) -> Iterator[str]:
    entry = listed.get(key)
    if key in seen or not isinstance(entry, dict):
        return
    seen.add(key)
    yield str(entry.get("file", ""))
    for each in entry.get("imports", ()):
        yield from _with_imports(listed, each, seen)
