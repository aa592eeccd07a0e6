"""What the chosen lenses say of an event, in words."""

from __future__ import annotations

from collections.abc import Callable

from dossier.model import Dossier
from dossier.reporting.sources import single_source
from dossier.views.clocks import clock_words
from dossier.views.known_view import POSSIBLY, possible_events
from dossier.views.view import View


def lens_words(dossier: Dossier, view: View) -> Callable[[int], str]:
    """What the chosen clock, day and lens say of the event at a position; "" where nothing."""
    possible = possible_events(dossier, view.selection)
    single = single_source(dossier) if view.lens == "single" else None

    def words(position: int) -> str:
        said = (
            clock_words(dossier, view.clock, position),
            POSSIBLY if position in possible else "",
            "single source" if single is not None and single[position] else "",
        )
        return " · ".join(filter(None, said))

    return words
