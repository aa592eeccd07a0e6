"""The formats in which a briefing goes out, and the one way to make a file of any of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.exporting.briefing.told import Asked
from dossier.exporting.exported import Exported, ExportRefusedError, LossLog, LossReport
from dossier.exporting.handout import export_handout
from dossier.exporting.progress import Watch, unwatched
from dossier.exporting.slides import export_slides
from dossier.ids import slug
from dossier.model import Dossier
from dossier.views.briefings import briefing_label, briefings

PAPERS = ("a4", "us-letter")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,200}")


@dataclass(frozen=True, slots=True)
class BriefingFormat:
    """One format: how it is called, how its file ends and is served, and who makes it."""

    words: str
    ending: str
    media_type: str
    make: Callable[[Dossier, Asked, LossLog, Watch], bytes]


BRIEFING_FORMATS: Mapping[str, BriefingFormat] = {
    "pptx": BriefingFormat(
        "Slides",
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        export_slides,
    ),
    "pdf": BriefingFormat("Handout", "-handout.pdf", "application/pdf", export_handout),
}


def ask_briefing(dossier: Dossier, name: str = "", base: str = "", paper: str = "a4") -> Asked:
    """Give a briefing of a dossier by its name, ready to be made a file; the only one without one.

    Raises ExportRefusedError where there is no such briefing, with the names there are, and where
    `base` is no address.
    """
    found = briefings(dossier)
    if not found:
        raise ExportRefusedError("this dossier has no briefing; add one to briefings.csv")
    if not name and len(found) == 1:
        name = next(iter(found))
    if name not in found:
        wanted = f"there is no briefing “{name}”" if name else "say which briefing"
        raise ExportRefusedError(f"{wanted}: --briefing {' or '.join(found)}")
    if base and not _ADDRESS.fullmatch(base):
        raise ExportRefusedError(f"{base} is no address: it begins with http:// or https://")
    return Asked(briefing_label(name, len(found[name])), found[name], name, base, paper)


def export_briefing(
    dossier: Dossier, format: str, asked: Asked, watch: Watch = unwatched
) -> Exported:
    """Make a file of a briefing; `format` is one of BRIEFING_FORMATS.

    `watch` is told of every part before it is made, and may stop the making by raising.

    Raises ExportRefusedError where what makes the format is not installed.
    """
    chosen, log = BRIEFING_FORMATS[format], LossLog()
    data = chosen.make(dossier, asked, log, watch)
    events = len({step.event_id for step in asked.steps if step.event_id})
    report = LossReport(chosen.words, events, len(dossier.events), log.losses())
    return Exported(briefing_file_name(dossier, format, asked), chosen.media_type, data, report)


def briefing_file_name(dossier: Dossier, format: str, asked: Asked) -> str:
    """Name the file of a briefing after the dossier and the briefing."""
    names = (slug(dossier.about.name) or "dossier", slug(asked.name) or "briefing")
    return f"{'-'.join(names)}{BRIEFING_FORMATS[format].ending}"
