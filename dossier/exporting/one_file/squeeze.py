"""Squeeze: scripts, style sheets and markup without what no reader and no browser needs.

Nothing is renamed and no line end that could end a statement is taken, so that what is in the
file is still the components' own code, and can be read with any tool that indents. Markup loses
only the end tags and quotation marks that HTML itself calls optional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"(?P<space>(?:\s|//[^\n]*|/\*.*?\*/)+)"
    r"|(?P<text>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')"
    r"|(?P<word>[\w$#]+)|(?P<sign>.)",
    re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%<>~^\n")
_REGEX_WORDS = frozenset({"return", "typeof", "case", "in", "of"})
_OPENING, _CLOSING = frozenset("{([,;=*&|?:<>.!"), frozenset("})].,;?:&|=*<>")
_TAG = re.compile(r"<[a-z][^<>]*>")
_PLAIN_VALUE = re.compile(r'="([\w.~#:/-]*[\w.~#:-])"(?=[ >])', re.ASCII)
_BLOCKS = (
    "address|article|aside|blockquote|div|dl|figure|figcaption|footer|h[1-6]|header|main|nav|ol|p"
    "|section|table|ul"
)
_HOLDERS = "article|aside|blockquote|body|dd|div|figcaption|figure|footer|header|li|main|section"
_END = re.compile(
    rf"</p>(?=<(?:{_BLOCKS})[ >]|</(?:{_HOLDERS})>)|</li>(?=<li[ >]|</[uo]l>)"
    r"|</dt>(?=<d[td][ >])|</dd>(?=<d[td][ >]|</(?:div|dl)>)"
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s*([{};,])\s*|(?<=[a-z-]):\s+(?=[^{}]*[;}])")


def squeezed_script(code: str) -> str:
    """JavaScript without comments and needless white space; texts and templates are untouched."""
    made: list[str] = []
    for kind, token in _tokens(code):
        if kind != "space":
            made.append(token)
        elif made:
            made.append("\n" if "\n" in token else " ")
    return "".join(_kept(made)).strip()


def squeezed_sheet(sheet: str) -> str:
    """A style sheet without comments and needless white space."""
    bare = " ".join(_CSS_COMMENT.sub("", sheet).split())
    return _CSS_SPACE.sub(lambda found: found[1] or ":", bare).replace(";}", "}")


def squeezed_markup(page: str) -> str:
    """Markup without optional end tags and quotation marks; texts are untouched.

    It relies on escaped text: what stands between < and > is a tag.
    """
    return _TAG.sub(lambda tag: _PLAIN_VALUE.sub(r"=\1", tag[0]), _END.sub("", page))


def _tokens(code: str) -> Iterator[tuple[str, str]]:
    at, before = 0, "\n"
    while at < len(code):
        kind, end = _next(code, at, before)
        token = code[at:end]
        yield kind, token
        if kind != "space":
            before = token
        at = end


def _next(code: str, at: int, before: str) -> tuple[str, int]:
    """What begins here, and where it ends."""
    if code[at] == "`":
        return "text", _template_end(code, at + 1)
    if code[at] == "/" and code[at + 1 : at + 2] not in ("/", "*"):
        found = _REGEX.match(code, at)
        if found and (before[-1] in _BEFORE_REGEX or before in _REGEX_WORDS):
            return "text", found.end()
    token = _TOKEN.match(code, at)
    assert token is not None
    return str(token.lastgroup), token.end()


def _template_end(code: str, at: int) -> int:
    """Where a template ends that has begun, with the code inside it and its own templates."""
    while code[at] != "`":
        if code.startswith("${", at):
            at = _code_end(code, at + 2)
        else:
            at += 2 if code[at] == "\\" else 1
    return at + 1


def _code_end(code: str, at: int) -> int:
    depth, before = 1, "{"
    while depth:
        kind, end = _next(code, at, before)
        token = code[at:end]
        depth += {"{": 1, "}": -1}.get(token, 0)
        before = before if kind == "space" else token
        at = end
    return at


def _kept(made: list[str]) -> Iterator[str]:
    """Tokens with the white space that keeps words, signs and statements apart."""
    for number, token in enumerate(made):
        if token not in (" ", "\n") or number + 1 == len(made):
            yield token
            continue
        last, first = made[number - 1][-1], made[number + 1][0]
        line = token == "\n" and last not in _OPENING and first not in _CLOSING
        gap = token == " " and (_joins(last, first) or last == first in ("+", "-", "/"))
        if line or gap:
            yield token


def _joins(last: str, first: str) -> bool:
    return all(sign.isalnum() or sign in "_$#" for sign in (last, first))
