"""Page: the document, its policy and its scripts put together."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from html import escape
from zlib import compress

from dossier.exporting.one_file.about import about_screen
from dossier.exporting.one_file.briefings import briefing_screen
from dossier.exporting.one_file.bundle import bundled, inline_json
from dossier.exporting.one_file.data import early_data, page_data
from dossier.exporting.one_file.documents import documents_screen
from dossier.exporting.one_file.figures import figures_screen
from dossier.exporting.one_file.parts import (
    ENTRIES,
    page_sheet,
    part_sheets,
    script_modules,
)
from dossier.exporting.one_file.pieces import SCREENS
from dossier.exporting.one_file.record import record_screen
from dossier.exporting.one_file.squeeze import squeezed_markup, squeezed_script
from dossier.exporting.progress import Watch, unwatched
from dossier.knowing.said import HINDSIGHT, dossier_words
from dossier.markup import Markup, markup
from dossier.model import Dossier

# Set before anything is drawn, and taken back if a script fails: then the document is read.
LIVE = (
    'document.documentElement.classList.add("live");'
    'for(const name of["error","unhandledrejection"])'
    "addEventListener(name,()=>{const page=document.documentElement;"
    'if(!("ready"in page.dataset))page.classList.remove("live")})'
)
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Cpath d='M4 11h16' stroke='%239a3d0c' stroke-width='7' stroke-linecap='round'/%3E"
    "%3Cpath d='M12 22h16' stroke='%235b8fc4' stroke-width='7' stroke-linecap='round'/%3E%3C/svg%3E"
)
# The timeline is drawn by a script that stands before the text. All else is packed, and the browser
# itself unpacks it, nothing is fetched: when the timeline is on screen, or soon where no frame is
# drawn since the page is not seen. The script that comes out may run because the policy names its
# hash, and no other may.
LATER = (
    'const text=atob(document.getElementById("dossier").textContent),'
    "bytes=new Uint8Array(text.length);"
    "for(let at=0;at<text.length;at++)bytes[at]=text.charCodeAt(at);"
    "const{sheets,data,script}=JSON.parse(await new Response(new Blob([bytes]).stream()"
    '.pipeThrough(new DecompressionStream("deflate"))).text());'
    "Object.assign(SHEETS,sheets);"
    "Object.assign(DATA,{...data,lanes:{...DATA.lanes,...data.lanes}});"
    'const later=document.createElement("script");later.textContent=script;'
    "const shown=new Promise(next=>{setTimeout(next,300);"
    "requestAnimationFrame(()=>requestAnimationFrame(()=>setTimeout(next)))});"
    "await shown;document.body.append(later)"
)
HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dossier">
{description}<title>{title}</title>
<link rel="icon" href="{icon}">
<style>{sheet}</style>
<script>{live}</script>
</head>
"""


MADE: dict[str, Callable[[Dossier], Markup | None]] = {
    "text": record_screen,
    "figures": figures_screen,
    "documents": documents_screen,
    "briefing": briefing_screen,
    "about": about_screen,
}
PARTS = len(MADE) + 1  # and the scripts
FIRST_PART = "timeline"
EARLY_PLACE = Markup("<!--early-->")


def page_html(dossier: Dossier, watch: Watch = unwatched) -> str:
    """The whole page as text: a document first, which its script makes a thing to work with."""
    about = dossier.about
    body = markup("body", *_body(dossier, watch))
    watch("scripts, part", len(MADE), PARTS)
    description = (
        f'<meta name="description" content="{escape(about.description)}">\n'
        if about.description
        else ""
    )
    head = HEAD.format(
        policy=policy(),
        description=description,
        title=escape(about.title),
        icon=ICON,
        sheet=page_sheet(),
        live=LIVE,
    )
    sheets = {name: part_sheets()[name] for name in part_sheets() if name != FIRST_PART}
    rest = {"sheets": sheets, "data": page_data(dossier), "script": page_scripts()[1]}
    before, after = squeezed_markup(body.removesuffix("</body>")).split(EARLY_PLACE, 1)
    held = f'<script type="text/plain" id="dossier">{packed(rest)}</script>'
    end = f'{held}\n<script type="module">{LATER}</script>\n</body>\n</html>\n'
    return "".join([head, before, _early(dossier), after, "\n", end])


def _early(dossier: Dossier) -> str:
    """What the timeline is drawn with before the page's text has come."""
    held = {"sheets": {FIRST_PART: part_sheets()[FIRST_PART]}, "data": early_data(dossier)}
    data = f'<script type="application/json" id="early">{inline_json(held)}</script>'
    return f"{data}\n<script>{page_scripts()[0]}</script>\n"


def policy() -> str:
    """What the page may do: run its own scripts and its one style sheet, and nothing else."""
    scripts = " ".join(_hash(each) for each in (LIVE, LATER, *page_scripts()))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(page_sheet())}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def page_scripts() -> list[str]:
    """The components' modules as scripts, the timeline's first; the same for every dossier."""
    return [squeezed_script(each) for each in bundled(script_modules(), *ENTRIES)]


def packed(value: object) -> str:
    """Data as JSON, compressed (zlib, RFC 1950), in letters that may stand inside a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return b64encode(compress(text.encode("utf-8", "backslashreplace"), 9)).decode()


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _body(dossier: Dossier, watch: Watch) -> list[Markup]:
    made: dict[str, Markup | None] = {}
    for done, (name, make) in enumerate(MADE.items()):
        watch(f"{SCREENS[name]}, part", done, PARTS)
        made[name] = make(dossier)
    screens = [each for each in made.values() if each]
    briefing = made["briefing"]
    shown = [name for name in SCREENS if name != "briefing" or briefing]
    return [
        markup("a", "Skip to the content", href="#main", class_="skip"),
        _top(dossier, shown),
        markup("main", _opening(dossier), _live_part(), EARLY_PLACE, *screens,
               id="main", tabindex="-1"),
        _foot(dossier),
    ]  # fmt: skip


def _top(dossier: Dossier, shown: list[str]) -> Markup:
    links = [markup("a", SCREENS[name], href=f"#{name}") for name in shown]
    signs = [
        markup("path", d="M2 12h11", class_="first"),
        markup("path", d="M8 21h11", class_="second"),
    ]
    mark = markup("svg", *signs, viewBox="0 0 22 32", width="22", height="32", aria_hidden="true")
    version = f"Version {dossier.about.version}" if dossier.about.version else ""
    return markup(
        "header",
        markup("span", mark, "Dossier", class_="wordmark"),
        markup("nav", *links, aria_label="Parts of this dossier"),
        markup("span", version, class_="version"),
        class_="top",
    )


def _opening(dossier: Dossier) -> Markup:
    about, known = dossier.about, dossier_words(dossier)
    return markup(
        "header",
        markup("h1", about.title),
        markup("p", about.description, class_="screen-words") if about.description else None,
        markup("p", _counts(dossier), class_="counts"),
        markup("p", f"{known}. {HINDSIGHT}", class_="counts") if known else None,
        class_="opening-head",
    )


def _counts(dossier: Dossier) -> str:
    """How much is in the dossier."""
    tables = {
        "events": "event",
        "excerpts": "passage",
        "documents": "document",
        "figures": "figure",
        "comparisons": "comparison",
    }
    counted = [(len(dossier.tables[name]), word) for name, word in tables.items()]
    words = [f"{n:,} {word}{'s' if n != 1 else ''}" for n, word in counted if n]
    return " · ".join(words)


def _live_part() -> Markup:
    """Where the script draws; without it there is nothing here, and nothing is missing."""
    parts = [markup("div", id=name) for name in ("notices", "filters")]
    chart = markup("div", markup("div", id="chart"), markup("div", id="list"), class_="view")
    board = markup("div", chart, markup("aside", id="detail", aria_label="Event"), class_="board")
    return markup(
        "section", *parts, board, id="timeline", class_="screen", data_screen="timeline",
        aria_label="Timeline",
    )  # fmt: skip


def _foot(dossier: Dossier) -> Markup:
    about = dossier.about
    words = [about.title, f"version {about.version}" if about.version else ""]
    line = ", ".join(word for word in words if word)
    return markup("footer", markup("p", f"{line}. One file, complete in itself."), class_="foot")
