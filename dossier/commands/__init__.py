"""The commands of `python -m dossier`, one a file: `add_arguments` declares it, `run` runs it."""
