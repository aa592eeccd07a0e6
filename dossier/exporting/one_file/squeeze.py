"""Squeeze: style sheets and markup without what no reader and no browser needs.

Style sheets lose comments and white space; markup only the end tags and quotation marks that HTML
itself calls optional.
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
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s*([{};,])\s*|(?<=[a-z-]):\s+(?=[^{}]*[;}])")


def squeezed_sheet(sheet: str) -> str:
    """A style sheet without comments and needless white space."""
    bare = " ".join(_CSS_COMMENT.sub("", sheet).split())
    return _CSS_SPACE.sub(lambda found: found[1] or ":", bare).replace(";}", "}")


def squeezed_markup(page: str) -> str:
    """Markup without optional end tags and quotation marks; texts are untouched.

    It relies on escaped text: what stands between < and > is a tag.
    """
    return _TAG.sub(lambda tag: _PLAIN_VALUE.sub(r"=\1", tag[0]), _END.sub("", page))
