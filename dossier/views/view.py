"""What the home screen is asked to show."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.selecting.facets import FacetName
from dossier.selecting.selection import Selection
from dossier.views.clocks import Clock


@dataclass(frozen=True, slots=True)
class View:
    """What the home screen is asked to show; `said` are notices on what could not be given.

    `mark` is that of the version on which the address was made.
    """

    selection: Selection
    event: str
    lanes: FacetName
    view: str
    page: int
    said: tuple[str, ...]
    clock: Clock = "happened"
    lens: str = ""
    mark: str = ""
