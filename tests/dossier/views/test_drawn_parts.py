"""A part of the screen is made once for all who look at the same, and anew for who does not."""

from __future__ import annotations

from dataclasses import replace

from dossier.selecting.selection import Selection
from dossier.views.drawn_parts import LARGEST, drawn_part
from dossier.views.packing import squeezed
from dossier.views.view import View
from tests.dossier.built import build_dossier

VIEW = View(Selection(), event="", lanes="theme", view="chart", page=1, said=())


class Made:
    """Counts how often it was asked."""

    def __init__(self, data: object) -> None:
        self.data, self.times = data, 0

    def __call__(self) -> object:
        self.times += 1
        return self.data


def test_the_same_view_is_made_once_and_others_are_their_own():
    dossier, other = build_dossier(), build_dossier()
    made = Made({"a": 1})
    for view in (VIEW, replace(VIEW, said=("a notice",))):
        assert drawn_part(dossier, "list", view, made) == squeezed({"a": 1})
    assert made.times == 1
    for asked in (
        (dossier, "filters", VIEW),
        (dossier, "list", replace(VIEW, page=2)),
        (dossier, "list", replace(VIEW, event="e")),
        (dossier, "list", replace(VIEW, mark="3")),
        (dossier, "list", replace(VIEW, selection=Selection(query="q"))),
        (other, "list", VIEW),
    ):
        drawn_part(*asked, made)
    assert made.times == 7


def test_what_is_large_is_not_kept():
    dossier = build_dossier()
    made = Made(list(range(LARGEST)))
    drawn_part(dossier, "list", VIEW, made)
    drawn_part(dossier, "list", VIEW, made)
    assert made.times == 2
