"""Reading: bytes to a typed dossier, every good row kept, every fault listed."""
