"""What search engines ask for: what they may read, and where everything is."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Protocol
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.web.answers import Answer, guarded
from components.web.place import public_base
from dossier.reading.store import current_dossier

MOST_ADDRESSES = 50_000  # in one sitemap, as its standard says


class Entry(Protocol):
    """What a page list must say of a page."""

    @property
    def path(self) -> str: ...


def robots(request: Request) -> Response:
    """Answer with what a search engine may read, and where the list of addresses is."""
    return guarded(request, lambda: Answer(_robots(public_base(request)), "text/plain"))


def sitemap_route(entries: Iterable[Entry]) -> Route:
    """The route of the sitemap: the screens, then every event."""
    paths = [entry.path for entry in entries]

    def sitemap(request: Request) -> Response:
        return guarded(
            request, lambda: Answer(_sitemap(public_base(request), paths), "application/xml")
        )

    return Route("/sitemap.xml", sitemap)


def _robots(base: str) -> bytes:
    lines = ["User-agent: *", "Disallow: /_stcore/", "Disallow: /component/", "Allow: /"]
    return "\n".join([*lines, "", f"Sitemap: {base}sitemap.xml", ""]).encode()


def _sitemap(base: str, paths: list[str]) -> bytes:
    ids = current_dossier().events["event_id"].iloc[: MOST_ADDRESSES - len(paths)].tolist()
    addresses = [base + path for path in paths]
    addresses += [f"{base}?event={quote(each, safe='')}" for each in ids]
    lines = "".join(f"<url><loc>{escape(each)}</loc></url>\n" for each in addresses)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{start}<urlset xmlns="{space}">\n{lines}</urlset>\n'.encode()
