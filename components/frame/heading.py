"""The top of a screen: what it is, in one line under its title."""

from __future__ import annotations

from collections.abc import Mapping

from components.markup import Markup, markup, show_markup


def show_heading(title: str, words: str) -> None:
    """Draw the screen's title and the sentence that says what it answers."""
    show_markup(heading(title, words))


def heading(title: str, words: str) -> Markup:
    """The screen's title and the sentence that says what it answers."""
    return markup(
        "header",
        markup("h1", title, class_="screen-title"),
        markup("p", words, class_="screen-words"),
        class_="screen-head",
    )


def show_hidden_heading(title: str, words: str) -> None:
    """Draw a title for those who do not see the screen, where the screen itself has none."""
    show_markup(markup("h1", f"{title}. {words}", class_="visually-hidden"))


def show_jumps(parts: Mapping[str, str]) -> None:
    """Draw links to the parts of a long screen, by their anchors."""
    links = (markup("a", title, href=f"#{anchor}") for anchor, title in parts.items())
    show_markup(markup("nav", *links, class_="jumps", aria_label="Parts of this page"))
