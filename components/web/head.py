"""The head of a first page: what a browser, a search engine and a chat program show of a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlencode

from components.web.structured import event_record, event_words, json_ld
from dossier.diffing.since import parse_mark
from dossier.knowing.said import asof_words
from dossier.model import Dossier, Event

LONGEST_WORDS = 300  # of a description
SITE = "Dossier"
CARD = "card.png"
CARD_SIZE = (1200, 630)  # pixels, as chat programs ask for


@dataclass(frozen=True, slots=True)
class Shown:
    """What a first page stands for: its title, words and address; `event` where one is open.

    `query` is what the address of this very state has besides; `card` is the whole address of its
    picture, `card_words` says what that shows.
    """

    title: str
    words: str
    address: str
    event: Event | None = None
    query: str = ""
    card: str = ""
    card_words: str = ""


def head_tags(dossier: Dossier, shown: Shown) -> Iterator[str]:
    """Give the elements of the head, with all text from the dossier escaped."""
    words = shortened(shown.words)
    yield f"<title>{_text(shown.title)}</title>"
    yield f'<meta name="description" content="{_text(words)}" />'
    yield f'<link rel="canonical" href="{_text(shown.address)}" />'
    tags = {
        "og:type": "article" if shown.event else "website",
        "og:site_name": dossier.about.title if shown.event else SITE,
        "og:title": shown.title,
        "og:description": words,
        "og:url": shown.address + shown.query,
        "og:locale": dossier.about.language.replace("-", "_"),
    }
    if shown.card:
        width, height = CARD_SIZE
        tags |= {
            "og:image": shown.card,
            "og:image:type": "image/png",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": shown.card_words,
        }
    for name, value in tags.items():
        yield f'<meta property="{name}" content="{_text(value)}" />'
    kind = "summary_large_image" if shown.card else "summary"
    yield f'<meta name="twitter:card" content="{kind}" />'
    if shown.event:
        record = json_ld(event_record(dossier, shown.event, shown.address))
        yield f'<script type="application/ld+json">{record}</script>'


def event_shown(dossier: Dossier, event: Event, address: str) -> Shown:
    """Give what an address that opens an event stands for."""
    title = f"{event.title}: {dossier.about.title}"
    return Shown(title, event_words(dossier, event), address, event)


def asked_shown(shown: Shown, asof: str, mark: str) -> Shown:
    """The same as of a day, in words and address, and with the mark of an open event's version.

    Search engines keep the plain address.
    """
    asked = {"asof": asof, "v": mark if shown.event and parse_mark(mark) else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    # Of an event, the words say themselves how surely it was known.
    words = f"{asof_words(asof)}: {shown.words}" if asof and not shown.event else shown.words
    sign = "&" if "?" in shown.address else "?"
    day = urlencode({"asof": asof})
    card = f"{shown.card}{'&' if '?' in shown.card else '?'}{day}" if shown.card and asof else ""
    return replace(
        shown, words=words, query=f"{sign}{query}" if query else "", card=card or shown.card
    )


def shortened(text: str) -> str:
    """Give the beginning of a text in one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_WORDS:
        return line
    return line[:LONGEST_WORDS].rpartition(" ")[0].rstrip(",;:") + "…"


def _text(value: str) -> str:
    return escape(value.encode("utf-8", "replace").decode())
