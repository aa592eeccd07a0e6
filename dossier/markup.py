"""HTML and SVG made so that text from a table stays text.

This is the only place where HTML strings are put together. Everything that is
not already `Markup` is escaped, and attributes are limited to those named here.
"""

from __future__ import annotations

from html import escape

HTML = frozenset(
    [
        "class",
        "id",
        "href",
        "title",
        "lang",
        "scope",
        "colspan",
        "rowspan",
        "role",
        "tabindex",
        "download",
        "style",
        "open",
        "rel",
        "src",
        "alt",
        "loading",
        "name",
        "value",
        "type",
        "maxlength",
        "action",
    ]
)
SVG = frozenset(
    [
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "width",
        "height",
        "d",
        "fill",
        "offset",
        "viewBox",
        "stop-opacity",
        "stop-color",
        "text-anchor",
        "dx",
        "cx",
        "cy",
        "r",
        "rx",
        "transform",
        "gradientUnits",
        "patternUnits",
        "patternTransform",
    ]
)
ATTRIBUTES = HTML | SVG
VOID = frozenset({"br", "hr", "img", "input"})
ADDRESSES = ("href", "src", "action")
SCHEMES = ("http://", "https://", "mailto:", "?", "#", "/", "./")


class Markup(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


def text(value: object) -> Markup:
    """The escaped form of any value; `Markup` passes through."""
    return value if isinstance(value, Markup) else Markup(escape(str(value), quote=False))


def markup(tag: str, *children: object, **attributes: str | None) -> Markup:
    """One element of HTML or SVG with escaped children and attributes; `None` is left out.

    `class_` stands for `class`, and `aria_label` for `aria-label`. An address of a
    scheme that is not of the web is dropped. Raises ValueError on an attribute
    that is neither listed here nor begins with `aria-` or `data-`.
    """
    opening = tag + "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in VOID:
        return Markup(f"<{opening}>")
    inner = "".join(text(child) for child in children if child is not None)
    return Markup(f"<{opening}>{inner}</{tag}>")


def _attribute(name: str, value: str | None) -> str:
    name = name.rstrip("_").replace("_", "-")
    if name not in ATTRIBUTES and not name.startswith(("aria-", "data-")):
        raise ValueError(f"{name} is not an attribute that text may set")
    if value is None or (name in ADDRESSES and not value.startswith(SCHEMES)):
        return ""
    return f' {name}="{escape(value)}"'


def joined(parts: list[Markup], between: str = "") -> Markup:
    """Several pieces of HTML as one, with escaped text between them."""
    return Markup(escape(between, quote=False).join(parts))
