"""Export: a briefing as a tagged PDF on A4 or US Letter, set by Typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from dossier.exporting.briefing.told import Asked
from dossier.exporting.exported import ExportRefusedError, LossLog
from dossier.exporting.handout.data import handout_data
from dossier.exporting.progress import Watch, unwatched
from dossier.model import Dossier

TEMPLATE = Path(__file__).with_name("handout.typ")
STANDARD: Final = "ua-1"  # PDF for universal access, ISO 14289-1
UNTESTED = "some signs have no letter in the type, so the file isn't held against PDF/UA"


def export_handout(dossier: Dossier, asked: Asked, log: LossLog, watch: Watch = unwatched) -> bytes:
    """Give a briefing as a PDF: a summary with the timeline, every event, and all sources.

    It has headings, page numbers and an outline, is tagged, and conforms to PDF/UA-1 wherever the
    type has all signs. No text from the dossier is ever read as markup: it goes in as JSON. The
    same briefing gives the same bytes. Raises ExportRefusedError where Typst is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        wanted = "a handout needs typst, which is not installed"
        raise ExportRefusedError(f"{wanted}: pip install -r requirements.txt") from None
    watch("passages, part", 0, 2)
    inputs = {"data": json.dumps(handout_data(dossier, asked), ensure_ascii=False)}
    template = TEMPLATE.read_bytes()
    watch("pages, part", 1, 2)
    try:
        made = typst.compile(template, format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD])
    except typst.TypstError:
        log.add("letters", UNTESTED)
        made = typst.compile(template, format="pdf", sys_inputs=inputs)
    if not isinstance(made, bytes):
        raise ExportRefusedError("the handout could not be set")
    return made
