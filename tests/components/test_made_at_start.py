"""What is made at start is not made again for the first reader."""

from __future__ import annotations

from components.first.screen import screen_of
from components.web import ready
from dossier.reading.store import current_dossier
from dossier.views import drawn_timeline as drawn


def test_the_first_chart_is_made_at_start(monkeypatch):
    ready.make_first()

    def never(*asked: object) -> None:
        raise AssertionError("made once more")

    monkeypatch.setattr(drawn, "_data", never)
    screen = screen_of(current_dossier(), {})
    assert drawn.drawn_timeline(screen.dossier, screen.shown, screen.view)
