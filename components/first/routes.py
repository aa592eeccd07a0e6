"""What the first picture is drawn with: one script, one style sheet, and data for what is asked."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.first.screen import screen_data, screen_of
from components.web.answers import JSON, Answer, guarded
from components.web.compressed import KEEP, takes_gzip
from components.web.params import read_params
from components.web.stock import font
from dossier.exporting.one_file.bundle import bundled
from dossier.exporting.one_file.parts import COMPONENTS, part_sheets, script_modules, theme_sheet
from dossier.exporting.one_file.squeeze import squeezed_script, squeezed_sheet
from dossier.exporting.records import json_bytes
from dossier.reading.store import current_dossier

ENTRY = "first/first.js"
SHEET = COMPONENTS / "first/first.css"
SCRIPT_NAME, SHEET_NAME = "first.js", "first.css"
# The app's own type, under names of the first picture's own: rules that the app adds for the same
# family later would make a browser draw the text anew.
FACES = (
    ("First Sans", "SourceSansVF-Upright", "normal"),
    ("First Serif", "SourceSerifVariable-Roman", "normal"),
    ("First Serif", "SourceSerifVariable-Italic", "italic"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the first picture, as it is and compressed."""

    body: bytes
    small: bytes
    media_type: str


@lru_cache(maxsize=1)
def parts() -> dict[str, Part]:
    """The script and the style sheet by their names."""
    made = {
        SCRIPT_NAME: (first_script(), "text/javascript; charset=utf-8"),
        SHEET_NAME: (first_sheet(), "text/css; charset=utf-8"),
    }
    return {
        name: Part(text.encode(), gzip.compress(text.encode(), mtime=0), media_type)
        for name, (text, media_type) in made.items()
    }


@lru_cache(maxsize=1)
def parts_folder() -> str:
    """The folder that both are served in, named after what is in them."""
    digest = hashlib.sha256(b"\0".join(part.body for part in parts().values()))
    return f"first/{digest.hexdigest()[:12]}"


def first_script() -> str:
    """The components' modules as one script: a slow line is asked once, not thirty times."""
    sheets = f"const SHEETS = {json.dumps(part_sheets(), ensure_ascii=True)}"
    return f"{sheets}\n{squeezed_script(bundled(script_modules(), ENTRY)[0])}"


def first_sheet() -> str:
    """The theme, the type and the frame of the screen."""
    theme = theme_sheet().replace(":root", "#first", 1)
    faces = (
        f"@font-face{{font-family:'{name}';src:url(../../{font(start)}) format('woff2');"
        f"font-weight:100 900;font-style:{style};font-display:swap}}"
        for name, start, style in FACES
        if font(start)
    )
    return "\n".join([*faces, theme, squeezed_sheet(SHEET.read_text("utf-8"))])


def part(request: Request) -> Response:
    """Answer with the script or the sheet; an old folder's name gets today's, not to be kept."""
    found = parts().get(request.path_params["name"])
    if found is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    current = f"first/{request.path_params['version']}" == parts_folder()
    headers = {"Cache-Control": KEEP if current else "no-store", "Vary": "Accept-Encoding"}
    if not takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(found.body, headers=headers, media_type=found.media_type)
    headers["Content-Encoding"] = "gzip"
    return Response(found.small, headers=headers, media_type=found.media_type)


def screen(request: Request) -> Response:
    """Answer with the data of the first screen for the same parameters as the screen's own."""
    return guarded(request, lambda: Answer(_screen(request), JSON))


def _screen(request: Request) -> bytes:
    return json_bytes(screen_data(screen_of(current_dossier(), read_params(request))))


FIRST_ROUTES = [
    Route("/first.json", screen),
    Route("/first/{version}/{name}", part),
]
