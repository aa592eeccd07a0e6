"""Checking: what is wrong with a dossier, and whether its excerpts stand in their documents."""
