"""What the panel says before an event is open; and the whole panel, whichever it shows."""

from __future__ import annotations

from typing import Any

import numpy as np

from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.views.marks import all_marks, theme_colors
from dossier.views.timeline_view import HEADLINE

MOST_HEADLINES = 40  # in the opening words
HINT = "Click a mark, or press Tab to reach the timeline and move with the arrow keys."


def detail_data(
    dossier: Dossier, event_id: str, shown: Positions, known: Dossier | None = None, mark: str = ""
) -> dict[str, Any]:
    """What the panel shows: the open event, else the opening words."""
    event = dossier.event(event_id) if event_id else None
    if event is None:
        return {"event": None, "opening": opening_data(dossier, known)}
    # What is said of an event takes modules that a start does without.
    from dossier.views.event_view import event_data

    return {"event": event_data(dossier, event, shown, known, mark), "opening": None}


def opening_data(dossier: Dossier, known: Dossier | None = None) -> dict[str, Any]:
    """What the panel says before an event is open: what this is, and where to begin.

    `known` is the dossier as it could be known on a chosen day; what came later is not counted.
    """
    return _opening(known or dossier)


@kept_with_dossier
def _opening(dossier: Dossier) -> dict[str, Any]:
    events = dossier.events
    there = np.ones(len(events), dtype=np.bool_)
    if "known_as_of" in events:
        there = (events["known"] != "not yet").to_numpy()
    marks, themes, colors = all_marks(dossier), events["theme"], theme_colors(dossier)
    heads = np.flatnonzero((events["importance"].to_numpy() == HEADLINE) & there)
    headlines = [
        {**marks[at], "color": colors.get(str(themes.iat[at]), 0)}
        for at in heads[:MOST_HEADLINES].tolist()
    ]
    counts = (
        f"{int(there.sum()):,} events, {len(dossier.excerpts):,} passages quoted word for word "
        f"from {len(dossier.documents):,} documents, {len(dossier.figures):,} figures and "
        f"{len(dossier.comparisons):,} places where two voices meet."
    )
    if len(heads) > MOST_HEADLINES:
        counts += f" The first {MOST_HEADLINES} of {len(heads):,} headlines:"
    return {"words": counts, "headlines": headlines, "hint": HINT}
