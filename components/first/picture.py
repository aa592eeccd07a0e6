"""The first picture: the first screen inside the page itself, before there is an app.

With JavaScript, the app's own components draw it from data in the page, and it goes when the app
has drawn the same (first.js). Without, the same page is text, links and a picture.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlencode

from components.first.screen import Params, Screen, list_of, screen_data, screen_of
from components.first.text import events_text, filters_text, panel_text
from components.frame.foot import foot
from components.frame.heading import heading
from components.frame.notice import dossier_notices, notice
from dossier.dates.words import date_words
from dossier.exporting.one_file.bundle import inline_json
from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.markup import Markup, markup
from dossier.model import Dossier
from dossier.selecting.select import selection_params

WORDMARK = Path(__file__).parents[1] / "frame/wordmark.svg"
DATA = "first-data"
# Where the app has its menu and, on narrow screens, its list of pages; neither works yet.
SIGNS = Markup(
    '<span class="first-signs" aria-hidden="true">'
    '<svg class="first-pages" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="1.9"><path d="M6 6.7l5.3 5.3L6 17.3M12.6 6.7l5.3 5.3-5.3 5.3"/></svg>'
    '<svg class="first-more" viewBox="0 0 24 24" fill="currentColor"><circle cx="12" cy="6" r="2"/>'
    '<circle cx="12" cy="12" r="2"/><circle cx="12" cy="18" r="2"/></svg></span>'
)
KEPT, KEPT_BYTES = 64, 2**20  # pictures kept, and the largest one of them


class Entry(Protocol):
    """What a page list must say of a page."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...


def first_picture(dossier: Dossier, entries: Iterable[Entry], params: Params) -> Markup:
    """The first screen for an address; what many ask for is made once."""
    key = urlencode(dict(params), doseq=True)
    return _pictures(dossier).get(key, lambda: make_picture(dossier, entries, params))


def make_picture(dossier: Dossier, entries: Iterable[Entry], params: Params) -> Markup:
    """The first screen for an address, made now."""
    screen = screen_of(dossier, params)
    data = screen_data(screen)
    about = dossier.about
    main = markup(
        "div",
        heading(about.title, about.description),
        markup("div", *dossier_notices(dossier), class_="first-notices"),
        markup("div", *map(notice, screen.view.said), class_="first-said"),
        markup("div", filters_text(data, params), class_="first-filters"),
        _board(screen, data, params),
        foot(dossier),
        class_="first-block",
    )
    held = markup("div", _head(entries), markup("main", main, class_="first-main"), id="first")
    script = f'<script type="application/json" id="{DATA}">{inline_json(data)}</script>'
    return Markup(f"{held}\n{script}")


def _board(screen: Screen, data: dict[str, object], params: Params) -> Markup:
    listed = data["list"] or list_of(screen)
    picture = None if screen.is_list else _picture(screen)
    chart = markup("div", picture, events_text(listed, params), class_="first-chart")  # type: ignore[arg-type]
    detail = panel_text(data["detail"], params)  # type: ignore[arg-type]
    panel = markup("div", detail, class_="first-panel")
    is_open = " first-open" if screen.view.event else ""
    return markup("div", chart, panel, class_=f"first-board{is_open}")


def _picture(screen: Screen) -> Markup:
    """The timeline as a picture, fetched only where the text is shown."""
    query = urlencode(selection_params(screen.view.selection), doseq=True)
    view = screen.view
    query += "".join(
        f"&{name}={quote(value, safe='')}"
        for name, value in (("event", view.event), ("lanes", view.lanes), ("clock", view.clock))
    )
    image = markup("img", src=f"./export/timeline.svg?{query}", alt=picture_words(screen),
                   loading="lazy")  # fmt: skip
    return markup("figure", image, class_="first-text first-figure")


def picture_words(screen: Screen) -> str:
    """What a picture of the timeline shows, for those who do not see it."""
    count = f"{len(screen.shown):,} of {len(screen.dossier.events):,} events"
    words = f"Timeline of “{screen.dossier.about.title}”: {count}."
    event = screen.dossier.event(screen.view.event) if screen.view.event else None
    return f"{words} Marked: {date_words(event.date)}, {event.title}." if event else words


def _head(entries: Iterable[Entry]) -> Markup:
    links = [
        markup(
            "a",
            entry.title,
            href=f"./{entry.path}",
            aria_current=None if entry.path else "page",
            data_words=entry.title,
        )
        for entry in entries
    ]
    nav = markup("nav", *links, aria_label="Pages")
    return markup("div", _logo(), nav, SIGNS, class_="first-head")


@lru_cache(maxsize=1)
def _logo() -> Markup:
    drawn = base64.b64encode(WORDMARK.read_bytes()).decode()
    source = f"data:image/svg+xml;base64,{drawn}"
    return Markup(f'<img src="{source}" alt="Dossier" width="118" height="32">')


@kept_with_dossier
def _pictures(dossier: Dossier) -> KeptLast[Markup]:
    return KeptLast(KEPT, lambda made: len(made) <= KEPT_BYTES)
