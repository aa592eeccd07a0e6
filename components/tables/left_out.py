"""What the curators left out of the dossier, and why."""

from __future__ import annotations

from components.markup import markup, show_markup
from dossier.model import Dossier

NOTHING = "This dossier does not say what was left out."


def show_left_out(dossier: Dossier) -> None:
    """Draw the list that the dossier's descriptor gives under `dossier:leftOut`."""
    items = dossier.about.left_out
    if not items:
        show_markup(markup("p", NOTHING))
        return
    lines = (markup("li", markup("b", what), f": {why}") for what, why in items)
    show_markup(markup("ul", *lines))
