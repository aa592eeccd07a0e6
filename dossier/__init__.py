"""What a dossier is: read, check, date, select, compare, export, import. Knows no screen."""
