"""Take it with you: the whole dossier as one file, as a package, or through its routes."""

from __future__ import annotations

from components.markup import markup, show_markup
from components.one_file.one_file_button import show_one_file_button
from components.own.shown import is_own
from dossier.model import Dossier

EXPLAINED = (
    "One HTML file holds the timeline, the passages, the figures, the documents side by side and "
    "the briefings. It opens from disk with the network unplugged and never changes."
)


def show_take_away(dossier: Dossier) -> None:
    """Offer the whole dossier as files; the routes serve only what is served to everybody."""
    show_markup(markup("p", EXPLAINED))
    show_one_file_button(dossier)
    if is_own():
        return
    package = markup("a", "all tables as a data package (zip)", href="./export/dossier.zip")
    events = markup("a", "the events as JSON", href="./api/events.json")
    show_markup(markup("p", "Also: ", package, " · ", events))
