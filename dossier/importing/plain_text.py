"""Markup to plain text: tags gone, entities decoded, links and quotations set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Whole tags and entities only, so that "a <b" and "AT&T" stay as typed.
_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
)
_UNSEEN = frozenset(("script", "style"))
_FRAMES = frozenset(("iframe", "embed", "img", "video", "audio", "source", "object"))
_BREAKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5",
     "h6", "hr", "section", "article", "figure", "figcaption", "pre", "dt", "dd")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a text links to, with the words that carry it."""

    url: str
    words: str


@dataclass(slots=True)
class Plain:
    """A text without its markup; `quotations` are its block quotations, `cite` who they name.

    `frames` are addresses of pictures and the like; `hidden` says that it had scripts or styles.
    """

    text: str
    links: list[Link] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    cite: str = ""
    hidden: bool = False
    had_markup: bool = False


def plain_text(text: str) -> Plain:
    """Take the markup out of a text; white space is kept where there was no markup."""
    if not _MARKUP.search(text):
        return Plain(text.strip())
    reader = _Reader()
    reader.feed(_uncommented(text))
    reader.close()
    plain = reader.plain
    plain.text = _folded("".join(reader.pieces))
    plain.had_markup = plain.text != text.strip()
    return plain


def one_line(text: str) -> str:
    """Fold all white space of a text to single spaces."""
    return " ".join(text.split())


def _uncommented(text: str) -> str:
    """Take comments out; a "<" that begins no whole tag is a word.

    The parser looks for the end of each of these anew, which takes it hours on a hostile text.
    """
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces.append(text[at:start])
        at = end + 3
    pieces.append(text[at:])
    return re.sub("<(?!/?[a-zA-Z][^<>]*>)", "&lt;", "".join(pieces))


def _folded(text: str) -> str:
    lines = (one_line(line) for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Collect the text between tags, and what the tags point at."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.plain = Plain("")
        self.pieces: list[str] = []
        self.unseen: list[str] | None = None
        self.open: dict[str, int] = {}
        self.href = ""

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Read on as usual inside a script, so that one never closed swallows nothing."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen = []
        if tag in _BREAKS:
            self.pieces.append("\n")
        given = {name: value or "" for name, value in attrs}
        if tag in _FRAMES and (address := given.get("src") or given.get("data")):
            self.plain.frames.append(address.strip())
        if tag == "a":
            self._close_link()
            self.href = given.get("href", "").strip()
        if tag in ("a", "blockquote", "cite"):
            self.open[tag] = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.plain.hidden = self.plain.hidden or bool(self.unseen)
            self.unseen = None
        if tag == "a":
            self._close_link()
        elif tag in ("blockquote", "cite") and tag in self.open:
            self._close_quote(tag)
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        hearer = self.pieces if self.unseen is None else self.unseen
        hearer.append(data.replace("\n", " "))

    def close(self) -> None:
        super().close()
        self.pieces += self.unseen or ()  # never closed, so it may well be words
        self._close_link()
        for tag in ("cite", "blockquote"):
            if tag in self.open:
                self._close_quote(tag)

    def _words(self, tag: str) -> str:
        return one_line("".join(self.pieces[self.open.pop(tag) :]))

    def _close_link(self) -> None:
        if "a" in self.open:
            words = self._words("a")
            if self.href:
                self.plain.links.append(Link(self.href, words))
            self.href = ""

    def _close_quote(self, tag: str) -> None:
        words = self._words(tag)
        if tag == "cite":
            self.plain.cite = words
        elif words:
            quoted = words.removesuffix(self.plain.cite) if self.plain.cite else words
            self.plain.quotations.append(quoted.strip(" \t—–-"))
