"""Export: the whole dossier as one HTML file."""

from __future__ import annotations

from dossier.exporting.exported import LossLog
from dossier.exporting.one_file.page import page_html
from dossier.exporting.progress import Watch, unwatched
from dossier.model import Dossier


def export_one_file(dossier: Dossier, watch: Watch = unwatched) -> bytes:
    """Give the dossier as one HTML page, UTF-8, that asks for nothing when it is opened.

    It holds the app's own timeline, filters, search and event panel over embedded data, and reads
    as a document without a script. The same dossier gives the same bytes.
    """
    return page_html(dossier, watch).encode("utf-8", "replace")


def export_html(part: Dossier, log: LossLog) -> bytes:
    """Give a part of a dossier as one file, and note what the page has no place for."""
    if len(part.excerpts):
        log.add("excerpts.csv", "the words before and after each passage are left out")
    return export_one_file(part)
