"""What the chosen lenses say of an event, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.reporting.sources import single_source
from dossier.selecting.select import select_events
from dossier.views.clocks import clock_ends, clock_marks, clock_words
from dossier.views.known_view import POSSIBLY, known_data, possible_events
from dossier.views.marks import Ends, Mark
from dossier.views.view import View


def counted_words(dossier: Dossier, view: View) -> str:
    """The counts of what is marked among the events shown; "" where nothing is."""
    shown = select_events(dossier, view.selection)
    said = [known_data(dossier, view.selection)["counts"]]
    if view.lens == "single":
        single = single_events(dossier, view)[shown]
        said.append(single_words(int(np.count_nonzero(single)), len(shown)))
    return ". ".join(filter(None, said))


def single_events(dossier: Dossier, view: View) -> npt.NDArray[np.bool_]:
    """Which events rest on one document alone, of those that could be known on the chosen day."""
    return single_source(known_dossier(dossier, view.selection.asof))


def single_words(count: int, total: int) -> str:
    """How many of the events shown rest on one document alone."""
    return f"Outlined: {count} of {total} events rest on one document alone"


def told_marks(dossier: Dossier, view: View) -> Sequence[Mark]:
    """The marks by the chosen clock, by what could be known on the chosen day."""
    if view.clock == "happened":
        return clock_marks(dossier, view.clock)
    return clock_marks(known_dossier(dossier, view.selection.asof), view.clock)


def told_ends(dossier: Dossier, view: View) -> tuple[Ends, Ends]:
    """The first and last day of all events by the chosen clock, as could be known then."""
    if view.clock == "happened":
        return clock_ends(dossier, view.clock)
    return clock_ends(known_dossier(dossier, view.selection.asof), view.clock)


def lens_flags(dossier: Dossier, view: View) -> Callable[[int], dict[str, bool]]:
    """What is marked of the event at a position: only possibly known, resting on one source."""
    possible = possible_events(dossier, view.selection)
    single = single_events(dossier, view) if view.lens == "single" else None
    marked = [(name, mask) for name, mask in (("possible", possible), ("single", single))]

    def flags(position: int) -> dict[str, bool]:
        return {name: True for name, mask in marked if mask is not None and mask[position]}

    return flags


def lens_words(dossier: Dossier, view: View) -> Callable[[int], str]:
    """What the chosen clock, day and lens say of the event at a position; "" where nothing."""
    possible = possible_events(dossier, view.selection)
    told = known_dossier(dossier, view.selection.asof)
    single = single_events(dossier, view) if view.lens == "single" else None

    def words(position: int) -> str:
        said = (
            clock_words(told, view.clock, position),
            POSSIBLY if possible is not None and possible[position] else "",
            "single source" if single is not None and single[position] else "",
        )
        return " · ".join(filter(None, said))

    return words
