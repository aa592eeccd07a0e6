"""One file: the whole dossier as a single HTML page that asks for nothing."""
