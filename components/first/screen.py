"""The first screen as data: for an address, all that its parts draw.

The same views, asked in the same way, as pages/view_timeline.py asks; so the picture that a
browser has at once is the one that the app draws a moment later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.address import view_of
from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.selecting.select import select_events
from dossier.views.filter_view import download_links, filter_data
from dossier.views.lens_view import lens_words
from dossier.views.list_view import list_data
from dossier.views.opening import detail_data
from dossier.views.packing import packed_timeline
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View

Params = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Screen:
    """What an address shows: the view it asks for, and the events selected."""

    dossier: Dossier
    params: Params
    view: View
    shown: Positions

    @property
    def is_list(self) -> bool:
        """Whether the events stand as text and not on the chart."""
        return self.view.view == "list" or not len(self.shown)


def screen_of(dossier: Dossier, params: Params) -> Screen:
    """What the first screen shows for an address."""
    view = view_of(dossier, params)
    return Screen(dossier, params, view, select_events(dossier, view.selection))


def screen_data(screen: Screen) -> dict[str, Any]:
    """All that the parts of the screen draw, as the app would send it to each."""
    dossier, view, shown = screen.dossier, screen.view, screen.shown
    known = known_dossier(dossier, view.selection.asof)
    filters = filter_data(dossier, view, len(shown))
    return {
        "said": list(view.said),
        "filters": {**filters, "downloads": download_links(view)},
        "timeline": None
        if screen.is_list
        else packed_timeline(timeline_data(dossier, shown, view)),
        "list": list_of(screen) if screen.is_list else None,
        "detail": detail_data(dossier, view.event, shown, known, view.mark),
    }


def list_of(screen: Screen) -> dict[str, Any]:
    """The events in view as text, whichever way they are looked at."""
    dossier, view = screen.dossier, screen.view
    return list_data(dossier, screen.shown, view.page, view.event, lens_words(dossier, view))
