"""Notices that concern every screen: a dossier that could not be read whole."""

from __future__ import annotations

from collections.abc import Sequence

from components.markup import markup, show_markup
from components.own.shown import shown_dossier
from dossier.reading.store import dossier_notice


def show_notices() -> None:
    """Say what is wrong with the dossier on disk, if anything, and where to read more."""
    notice = dossier_notice()
    if notice:
        show_markup(markup("p", notice, class_="notice", role="status"))
    errors = [one for one in shown_dossier().problems if one.severity == "error"]
    if errors:
        words = f"{len(errors)} problem{'s' if len(errors) > 1 else ''} in the tables"
        link = markup("a", "see each with its row and how to mend it", href="./data#problems")
        show_markup(markup("p", f"{words}: ", link, class_="notice", role="status"))


def show_said(words: Sequence[str]) -> None:
    """Say what an address asked for that could not be given."""
    for one in words:
        show_markup(markup("p", one, class_="notice", role="status"))
