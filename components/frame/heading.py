"""The top of a screen: what it is, in one line under its title."""

from __future__ import annotations

from components.markup import markup, show_markup


def show_heading(title: str, words: str) -> None:
    """Draw the screen's title and the sentence that says what it answers."""
    show_markup(
        markup(
            "header",
            markup("h1", title, class_="screen-title"),
            markup("p", words, class_="screen-words"),
            class_="screen-head",
        )
    )
