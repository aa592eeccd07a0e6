"""Slides: a briefing as a presentation with native text, tables and charts."""

from dossier.exporting.slides.export import export_slides

__all__ = ["export_slides"]
