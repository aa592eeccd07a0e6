"""What the chosen lenses say of an event, in words."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dossier.model import Dossier
from dossier.reporting.sources import single_source
from dossier.selecting.links import Positions
from dossier.selecting.select import select_events
from dossier.views.clocks import clock_words
from dossier.views.known_view import POSSIBLY, known_data, possible_events
from dossier.views.view import View


def counted_words(dossier: Dossier, view: View) -> str:
    """The counts of what is marked among the events shown; "" where nothing is."""
    shown = select_events(dossier, view.selection)
    said = [known_data(dossier, view.selection)["counts"]]
    if view.lens == "single":
        said.append(single_words(dossier, shown))
    return ". ".join(filter(None, said))


def single_words(dossier: Dossier, shown: Positions) -> str:
    """How many of the events rest on one document alone."""
    count = int(np.count_nonzero(single_source(dossier)[shown]))
    return f"Outlined: {count} of {len(shown)} events rest on one document alone"


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
