"""The timeline: events on lanes, each mark as wide as what is not known of its date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

from components.timeline.marks import all_marks, extent, lane_places, lanes_by
from components.web.assets import component
from dossier.facets import FacetName
from dossier.model import Dossier

YEAR = 365
HEADLINE = 3
Positions = npt.NDArray[np.intp]

_timeline = component("dossier_timeline", "timeline")


def timeline_data(dossier: Dossier, shown: Positions, by: FacetName, selected: str) -> dict[str, Any]:
    """What the component draws: lanes, marks, the whole extent and the window to begin with."""
    marks, lanes = all_marks(dossier), lanes_by(dossier, by)
    places = lane_places(dossier, by, lanes)
    drawn = [
        {**marks[at], "lane": lane} for at in shown.tolist() for lane in places.get(at, [0])
    ]
    domain = widened(extent(dossier, shown.tolist()) or (730_000, 730_000 + YEAR))
    return {
        "lanes": [asdict(lane) for lane in lanes],
        "events": drawn,
        "domain": domain,
        "focus": focus(dossier, shown, domain),
        "selected": selected or None,
        "key": f"{by} {domain}",
    }


def focus(dossier: Dossier, shown: Positions, domain: tuple[int, int]) -> tuple[int, int]:
    """The window around the headline events; the whole extent where there are none."""
    ranks = dossier.events["importance"].to_numpy()[shown]
    headlines = shown[ranks == HEADLINE]
    reach = extent(dossier, headlines.tolist())
    if reach is None or reach[1] - reach[0] < YEAR // 12:
        return domain
    return max(domain[0], reach[0] - YEAR // 2), min(domain[1], reach[1] + YEAR // 3)


def widened(reach: tuple[int, int]) -> tuple[int, int]:
    """An extent with a little air on both sides."""
    air = max(15, (reach[1] - reach[0]) // 40)
    return reach[0] - air, reach[1] + air


def show_timeline(data: dict[str, Any], on_open: Callable[[str], None]) -> None:
    """Draw the timeline; `on_open` gets the event that was opened, "" when it was closed."""

    def opened() -> None:
        asked = st.session_state["timeline"].get("open")
        if isinstance(asked, str):
            on_open(asked)

    _timeline(key="timeline", data=data, on_open_change=opened)
