"""The matrix of events × documents: who says so, who differs, who is silent."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.documents.choice import Choice, Extent, columns_for
from components.documents.document_cards import counted, event_documents
from dossier.comparing.compare import agreement
from dossier.dates.edtf import parse_date
from dossier.dates.words import date_words
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.views.document_words import document_words

PAGE = 150
LABELS: dict[Extent, str] = {
    "shared": "More than one document",
    "differ": "Documents differ",
    "all": "All events",
}
NO_EVENTS = "This dossier has no events."
NONE = "There is no such event for these documents. Show all events to see the rest."

Positions = npt.NDArray[np.intp]


def agreement_matrix(dossier: Dossier, choice: Choice) -> dict[str, Any]:
    """One page of the matrix for a choice of documents, grouped by theme."""
    columns = columns_for(dossier, choice.documents)
    extents = events_in_view(dossier, choice.documents)
    shown = by_theme(dossier, extents[choice.events])
    pages = max(1, -(-len(shown) // PAGE))
    page = min(choice.page, pages)
    return {
        "part": "matrix",
        "columns": [document_words(dossier, name) for name in columns],
        "groups": matrix_groups(dossier, shown[(page - 1) * PAGE : page * PAGE], columns),
        "count": count_words(len(extents["shared"]), len(extents["all"]), choice.documents),
        "extents": [
            {"value": name, "label": label, "count": len(extents[name])}
            for name, label in LABELS.items()
        ],
        "extent": choice.events,
        "opened": choice.event,
        "page": page,
        "pages": pages,
        "empty": NONE if len(extents["all"]) else NO_EVENTS,
    }


def events_in_view(dossier: Dossier, documents: tuple[str, ...]) -> dict[Extent, Positions]:
    """All events in view, those with more than one document, and those where documents differ.

    As positions. In view are all events; with one document chosen those it speaks of; with more,
    those that any of them speaks of, and then only the chosen count as sources.
    """
    pairs, differing = event_documents(dossier), differing_events(dossier)
    view = np.arange(len(dossier.events), dtype=np.intp)
    if documents:
        named = pairs["document"].isin(documents)
        view = np.unique(pairs.loc[named, "event"].to_numpy(np.intp))
        pairs = pairs[named] if len(documents) > 1 else pairs[pairs["event"].isin(view)]
        differing = differing[differing["document"].isin(documents)]
    sources = np.bincount(pairs["event"].to_numpy(np.intp), minlength=len(dossier.events))
    differ = np.unique(differing["event"].to_numpy(np.intp))
    return {"shared": view[sources[view] > 1], "differ": differ, "all": view}


@kept_with_dossier
def differing_events(dossier: Dossier) -> pd.DataFrame:
    """Each pair of an event's position and a document that differs on it."""
    cells = agreement(dossier)
    event, document = np.nonzero((cells == "differs").to_numpy())
    names = cells.columns.to_numpy(dtype=object)[document]
    return pd.DataFrame({"event": event, "document": names})


def by_theme(dossier: Dossier, positions: Positions) -> Positions:
    """Positions of events in the order of the themes table, by date within a theme."""
    rank = {theme: at for at, theme in enumerate(dossier.themes["theme"].tolist())}
    themes = dossier.events["theme"].to_numpy(dtype=object)[positions]
    ranks = np.fromiter((rank.get(theme, len(rank)) for theme in themes), dtype=np.intp)
    return positions[np.argsort(ranks, kind="stable")]


def matrix_groups(
    dossier: Dossier, positions: Positions, columns: tuple[str, ...]
) -> list[dict[str, Any]]:
    """The rows of the matrix, grouped by theme; a cell is the word for its document."""
    events = dossier.events.iloc[positions]
    ids = events["event_id"].tolist()
    cells = agreement(dossier, ids).loc[ids, list(columns)].to_numpy().tolist()
    told = zip(ids, events["title"], events["date"], events["theme"], cells, strict=True)
    rows = [
        {
            "id": event_id,
            "title": title,
            "when": date_words(parse_date(date)),
            "theme": theme,
            "cells": words,
        }
        for event_id, title, date, theme, words in told
    ]
    return [
        {"label": dossier.theme_label(theme) if theme else "No theme", "rows": list(group)}
        for theme, group in groupby(rows, key=lambda row: row["theme"])
    ]


def count_words(shared: int, total: int, documents: tuple[str, ...]) -> str:
    """How many events rest on more than one document, of how many."""
    rest = "rests" if shared == 1 else "rest"
    events = counted(total, "event")
    if len(documents) > 1:
        return f"{shared} of {events} in the chosen documents {rest} on two or more of them"
    which = f"{events} that the chosen document speaks of" if documents else events
    return f"{shared} of {which} {rest} on more than one document"
