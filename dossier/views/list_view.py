"""The list as data: the same selection as the chart, as text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from dossier.dates.days import civil
from dossier.model import Dossier
from dossier.views.marks import Mark, all_marks, theme_colors

PAGE = 200
NOTHING = "No event fits these filters. Clear one, or all of them."
EMPTY = "This dossier has no event that can be shown. The Data screen says what is wrong with it."


def list_data(
    dossier: Dossier,
    shown: npt.NDArray[np.intp],
    page: int,
    selected: str,
    words: Callable[[int], str] = lambda position: "",
) -> dict[str, Any]:
    """One page of the selected events, grouped by the year they begin in.

    `words` gives what the chosen lenses say of the event at a position.
    """
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(1, page), pages)
    here = shown[(page - 1) * PAGE : page * PAGE]
    themes = dossier.events["theme"].iloc[here].tolist()
    rows = [
        list_row(dossier, at, str(theme), words(at))
        for at, theme in zip(here.tolist(), themes, strict=True)
    ]
    groups = [
        {"label": label, "events": list(events)}
        for label, events in groupby(rows, key=lambda row: row["year"])
    ]
    return {
        "groups": groups,
        "selected": selected or None,
        "page": page,
        "pages": pages,
        "empty": NOTHING if len(dossier.events) else EMPTY,
    }


def list_row(dossier: Dossier, position: int, theme: str, words: str = "") -> dict[str, Any]:
    """One event of a theme as a row of the list."""
    mark = all_marks(dossier)[position]
    theme_words = dossier.theme_label(theme)
    return {
        "id": mark["id"],
        "year": start_words(mark),
        "when": mark["when"],
        "title": mark["title"],
        "color": theme_colors(dossier).get(theme, 0),
        "meta": " · ".join(word for word in (theme_words, mark["status"], words) if word),
    }


def start_words(mark: Mark) -> str:
    """The heading an event stands under: the year of its earliest day."""
    if mark["a"] is None:
        return "Start not known"
    year = civil(mark["a"])[0]
    return str(year) if year > 0 else f"{1 - year} BCE"
