"""Notices that concern every screen: a dossier that could not be read whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.markup import Markup, markup, show_markup
from dossier.model import Dossier
from dossier.reading.store import dossier_notice


def show_notices(dossier: Dossier) -> None:
    """Say what is wrong with the dossier on disk, if anything, and where to read more."""
    for one in dossier_notices(dossier):
        show_markup(one)


def show_said(words: Sequence[str]) -> None:
    """Say what an address asked for that could not be given."""
    for one in words:
        show_markup(notice(one))


def dossier_notices(dossier: Dossier) -> Iterator[Markup]:
    """What is wrong with the dossier on disk and in the tables shown."""
    if words := dossier_notice():
        yield notice(words)
    errors = [one for one in dossier.problems if one.severity == "error"]
    if errors:
        words = f"{len(errors)} problem{'s' if len(errors) > 1 else ''} in the tables"
        link = markup("a", "see each with its row and how to mend it", href="./data#problems")
        yield notice(f"{words}: ", link)


def notice(*words: object) -> Markup:
    """One notice."""
    return markup("p", *words, class_="notice", role="status")
