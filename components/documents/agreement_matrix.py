"""The matrix of events × documents: who says so, who differs, who is silent."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from components.documents.choice import Choice, columns_for
from components.documents.document_cards import counted, event_documents
from components.documents.document_words import document_words
from dossier.compare import agreement
from dossier.date_words import date_words
from dossier.dates import parse_date
from dossier.model import Dossier

PAGE = 150
NO_EVENTS = "This dossier has no events."
NONE_SHARED = "No event rests on more than one of these documents. Show all events to see the rest."

Positions = npt.NDArray[np.intp]


def agreement_matrix(dossier: Dossier, choice: Choice) -> dict[str, Any]:
    """One page of the matrix for a choice of documents, grouped by theme."""
    columns = columns_for(dossier, choice.documents)
    spoken, shared = spoken_events(dossier, choice.documents)
    shown = by_theme(dossier, spoken if choice.every_event else shared)
    pages = max(1, -(-len(shown) // PAGE))
    page = min(choice.page, pages)
    return {
        "part": "matrix",
        "columns": [document_words(dossier, name) for name in columns],
        "groups": matrix_groups(dossier, shown[(page - 1) * PAGE : page * PAGE], columns),
        "count": count_words(len(shared), len(spoken), choice.documents),
        "every": choice.every_event,
        "opened": choice.event,
        "page": page,
        "pages": pages,
        "empty": NONE_SHARED if len(spoken) else NO_EVENTS,
    }


def spoken_events(dossier: Dossier, documents: tuple[str, ...]) -> tuple[Positions, Positions]:
    """The events in view, and of them those with more than one document, as positions.

    In view are all events; with one document chosen those it speaks of; with more, those that
    any of them speaks of, and then only the chosen count as sources.
    """
    pairs = event_documents(dossier)
    if documents:
        named = pairs["document"].isin(documents)
        view = np.unique(pairs.loc[named, "event"].to_numpy(np.intp))
        pairs = pairs[named] if len(documents) > 1 else pairs[pairs["event"].isin(view)]
    else:
        view = np.arange(len(dossier.events), dtype=np.intp)
    sources = np.bincount(pairs["event"].to_numpy(np.intp), minlength=len(dossier.events))
    return view, view[sources[view] > 1]


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
    cells = agreement(dossier, events["event_id"].tolist())
    rows = [
        {
            "id": event_id,
            "title": title,
            "when": date_words(parse_date(date)),
            "theme": theme,
            "cells": [cells.at[event_id, name] for name in columns],
        }
        for event_id, title, date, theme in zip(
            events["event_id"], events["title"], events["date"], events["theme"], strict=True
        )
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
