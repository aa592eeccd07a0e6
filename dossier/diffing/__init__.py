"""What changed between two versions of a dossier, and whether the log says so."""
