"""Importing: other formats of events to the tables of a dossier, with a report of what was lost."""

from dossier.importing.formats import import_bytes, import_file
from dossier.importing.imported import Imported, ImportRefusedError
from dossier.importing.loss import LeftOut, Loss, LossReport, loss_lines

__all__ = [
    "ImportRefusedError",
    "Imported",
    "LeftOut",
    "Loss",
    "LossReport",
    "import_bytes",
    "import_file",
    "loss_lines",
]
