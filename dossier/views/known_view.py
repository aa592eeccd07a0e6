"""What was known on the chosen day, in words, as marks, and as the steps of a slider."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dossier.dates.edtf import parse_date
from dossier.dates.words import date_words
from dossier.kept import kept_with_dossier
from dossier.knowing.asof import asof_day, known_events
from dossier.knowing.known import NOT_YET, POSSIBLE, count_known
from dossier.knowing.steps import known_steps, step_at, step_counts
from dossier.knowing.windows import INFERRED, inferred_events, written_windows
from dossier.model import DAY_MAX, Document, Dossier
from dossier.selecting.search import Mask
from dossier.selecting.select import select_events
from dossier.selecting.selection import Selection
from dossier.views.document_words import UNKNOWN, document_words

POSSIBLY = "possibly known"
SHOWN = {"certain": "certain", "possible": "possible (paler)", "not yet": "not yet (left out)"}
MOST_WINDOWS = 12  # documents whose windows are drawn under the slider


def possible_events(dossier: Dossier, selection: Selection) -> Mask | None:
    """Which events were only possibly known on the chosen day; None where no day is chosen."""
    codes = known_events(dossier, selection.asof)
    return None if codes is None else codes == POSSIBLE


def known_data(dossier: Dossier, selection: Selection) -> dict[str, Any]:
    """The chosen day with the events that the other filters leave, counted by certainty."""
    others = select_events(dossier, replace(selection, asof=""))
    steps = steps_data(dossier, others, selection.asof)
    codes = known_events(dossier, selection.asof)
    if codes is None:
        return {"date": "", "words": "any day", "counts": "", **steps}
    counts = count_known(codes[others])
    said = ", ".join(f"{count} {SHOWN[known]}" for known, count in counts.items())
    argued = int(np.count_nonzero((codes == NOT_YET)[others] & inferred_events(dossier)[others]))
    said += f", {argued} of these by an inferred date of a document" if argued else ""
    when = date_words(parse_date(selection.asof))
    return {
        "date": selection.asof,
        "words": when,
        "counts": f"Known as of {when}: {said}",
        "now": list(counts.values()),
        **steps,
    }


def steps_data(dossier: Dossier, events: np.ndarray[Any, Any], asof: str) -> dict[str, Any]:
    """The steps of the slider with the counts at each, and where each document's window lies."""
    steps = known_steps(dossier)
    if not steps.values:
        return {"steps": [], "windows": [], "more": 0}
    counts = step_counts(steps, events)
    day = asof_day(asof) if asof else None
    windows = _windows(dossier)
    return {
        "steps": list(steps.values),
        "certain": list(counts.certain),
        "possible": list(counts.possible),
        "of": counts.total,
        "at": step_at(steps, day) if day is not None else len(steps.values) - 1,
        "windows": windows[:MOST_WINDOWS],
        "more": max(0, len(windows) - MOST_WINDOWS),
    }


@kept_with_dossier
def _windows(dossier: Dossier) -> list[dict[str, Any]]:
    """Where the window of every document opens and closes, as steps, in order of opening."""
    steps = known_steps(dossier)
    pairs = zip(*(days.tolist() for days in written_windows(dossier)), strict=True)
    found = [
        {
            "title": document_words(dossier, document.document_id)["title"],
            "words": window_words(document),
            "opens": step_at(steps, first),
            "closes": None if last >= DAY_MAX else step_at(steps, last),
            "basis": document.published_basis or "stated",
        }
        for document, (first, last) in zip(dossier.each("documents"), pairs, strict=True)
    ]
    return sorted(found, key=lambda each: each["opens"])


def window_words(document: Document) -> str:
    """When a document came out, and from when on it counts as possibly or certainly known."""
    date = document.published
    if date is None:
        return f"{UNKNOWN}: possible at any time, never certain"
    basis = document.published_basis
    words = date_words(date) + (f", {basis}" if basis not in ("", "stated") else "")
    if date.uncertain or date.approximate:
        return f"{words}: possible at any time, never certain"
    if basis == INFERRED:
        return f"{words}: possible from its start, never certain"
    if date.latest is None:
        return f"{words}: possible from then on, never certain"
    if date.earliest == date.latest:
        return f"{words}: certain from then on"
    return f"{words}: possible from its start, certain from its end"
