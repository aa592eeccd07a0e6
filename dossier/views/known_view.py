"""What was known on the chosen day, in words and as marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dossier.dates.edtf import parse_date
from dossier.dates.words import date_words
from dossier.knowing.asof import known_events
from dossier.knowing.known import POSSIBLE, count_known
from dossier.model import Dossier
from dossier.selecting.select import select_events
from dossier.selecting.selection import Selection

POSSIBLY = "possibly known"
SHOWN = {"certain": "certain", "possible": "possible (paler)", "not yet": "not yet (left out)"}


def possible_events(dossier: Dossier, selection: Selection) -> frozenset[int]:
    """The positions of the events that were only possibly known on the chosen day."""
    codes = known_events(dossier, selection.asof)
    return frozenset() if codes is None else frozenset((codes == POSSIBLE).nonzero()[0].tolist())


def known_data(dossier: Dossier, selection: Selection) -> dict[str, Any]:
    """The chosen day with the events that the other filters leave, counted by certainty."""
    codes = known_events(dossier, selection.asof)
    if codes is None:
        return {"date": "", "words": "any day", "counts": ""}
    others = select_events(dossier, replace(selection, asof=""))
    counts = count_known(codes[others])
    said = ", ".join(f"{count} {SHOWN[known]}" for known, count in counts.items())
    when = date_words(parse_date(selection.asof))
    return {"date": selection.asof, "words": when, "counts": f"Known as of {when}: {said}"}
