"""Handout: a briefing as a PDF to read and to keep."""

from dossier.exporting.handout.export import export_handout

__all__ = ["export_handout"]
