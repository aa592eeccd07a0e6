"""Exporting: a dossier, or the events someone is looking at, as files of other formats."""
