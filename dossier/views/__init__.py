"""Views: what a screen or a file shows of a dossier, as plain data; it knows no screen."""
