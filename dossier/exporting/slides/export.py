"""Export: a briefing as a PowerPoint file (Office Open XML)."""

from __future__ import annotations

from dossier.exporting.briefing.told import Asked
from dossier.exporting.exported import ExportRefusedError, LossLog
from dossier.exporting.progress import Watch, unwatched
from dossier.model import Dossier


def export_slides(dossier: Dossier, asked: Asked, log: LossLog, watch: Watch = unwatched) -> bytes:
    """Give a briefing of N steps as N + 2 slides: the title, the steps, all sources.

    What has no room on a slide stands in its notes, and is noted. The same briefing gives the
    same bytes. Raises ExportRefusedError where python-pptx is not installed.
    """
    watch("slide", 0, len(asked.steps) + 2)
    try:
        from dossier.exporting.slides.deck import deck_bytes
    except ModuleNotFoundError as error:
        wanted = f"slides need {error.name}, which is not installed"
        raise ExportRefusedError(f"{wanted}: pip install -r requirements.txt") from None
    return deck_bytes(dossier, asked, log, watch)
