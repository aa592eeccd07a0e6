"""A page of words and links that needs nothing else: no screen, no script, no other file."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.markup import Markup, joined, markup

STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:40rem;margin:12vh auto;padding:0 1.5rem;font:400 1.1rem/1.5 Georgia,serif;"
    "color:light-dark(#1b1a17,#ece7dc);background:light-dark(#fffdf8,#171614)}"
    "h1{line-height:1.2}a{color:light-dark(#1f4e79,#8fbbe8)}li{margin:.4rem 0}"
)


def plain_page(
    title: str,
    words: str,
    links: Iterable[Markup],
    *,
    heading: str = "",
    head: Iterable[Markup] = (),
) -> Markup:
    """The page: a title, a sentence, and a list of links.

    The heading is the title where none is given; `head` is what the page's head has besides.
    """
    listed = list(links)
    head = [
        Markup('<meta charset="UTF-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<link rel="icon" href="data:,">'),
        markup("title", title),
        markup("style", Markup(STYLE)),
        *head,
    ]
    body = markup(
        "main",
        markup("h1", heading or title),
        markup("p", words),
        markup("ul", *listed) if listed else None,
    )
    page = markup("html", markup("head", *head), markup("body", body), lang="en")
    return joined([Markup("<!DOCTYPE html>"), page])
