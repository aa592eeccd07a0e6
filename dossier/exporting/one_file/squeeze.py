"""Squeeze: style sheets, scripts and markup without what no reader and no browser needs.

Style sheets lose comments and white space; scripts the lines that are comments, and indents;
markup only the end tags and quotation marks that HTML itself calls optional.
"""

from __future__ import annotations

import re

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
_SCRIPT_LINE = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)?[ \t]*(?:\n|\Z)|^[ \t]+", re.MULTILINE
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s*([{};,])\s*|(?<=[a-z-]):\s+(?=[^{}]*[;}])")


def squeezed_sheet(sheet: str) -> str:
    """A style sheet without comments and needless white space."""
    bare = " ".join(_CSS_COMMENT.sub("", sheet).split())
    return _CSS_SPACE.sub(lambda found: found[1] or ":", bare).replace(";}", "}")


def squeezed_script(script: str) -> str:
    """A script of ours without comments on lines of their own, empty lines and indents.

    Raises ValueError where a text runs over several lines: those would lose their indents.
    """
    for number, line in enumerate(script.splitlines(), 1):
        if line.count("`") % 2:
            raise ValueError(f"line {number} of the script begins or ends a text of many lines")
    return _SCRIPT_LINE.sub("", script)


def squeezed_markup(page: str) -> str:
    """Markup without optional end tags and quotation marks; texts are untouched.

    It relies on escaped text: what stands between < and > is a tag.
    """
    return _TAG.sub(lambda tag: _PLAIN_VALUE.sub(r"=\1", tag[0]), _END.sub("", page))
