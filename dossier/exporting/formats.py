"""All formats by name, and the one way to make a file of any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.exporting.annotations import export_annotations
from dossier.exporting.citing import export_bibtex, export_csl_json
from dossier.exporting.datapackage import export_datapackage
from dossier.exporting.events_csv import export_events, export_figures
from dossier.exporting.exported import Exported, ExportRefusedError, LossLog, LossReport
from dossier.exporting.ics import export_ics
from dossier.exporting.json_file import export_json
from dossier.exporting.markdown import export_markdown
from dossier.exporting.one_file.export import export_html
from dossier.exporting.part import select_part
from dossier.exporting.timelinejs import export_timelinejs
from dossier.exporting.timelinejs_sheet import export_timelinejs_sheet
from dossier.ids import slug
from dossier.model import Dossier
from dossier.selecting.links import Positions


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is called, how its file ends and is served, and who makes it."""

    words: str
    ending: str
    media_type: str
    make: Callable[[Dossier, LossLog], bytes]


_CSV, _JSON = "text/csv; charset=utf-8", "application/json"

FORMATS: Mapping[str, Format] = {
    "csv": Format("CSV of events", "-events.csv", _CSV, export_events),
    "figures-csv": Format("CSV of figures", "-figures.csv", _CSV, export_figures),
    "json": Format("JSON", ".json", _JSON, export_json),
    "datapackage": Format("Data Package", ".zip", "application/zip", export_datapackage),
    "html": Format("One HTML file", ".html", "text/html; charset=utf-8", export_html),
    "timelinejs": Format("TimelineJS JSON", "-timelinejs.json", _JSON, export_timelinejs),
    "timelinejs-csv": Format("TimelineJS sheet", "-timelinejs.csv", _CSV, export_timelinejs_sheet),
    "annotations": Format(
        "W3C Web Annotations",
        "-annotations.jsonld",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        export_annotations,
    ),
    "ics": Format("Calendar", ".ics", "text/calendar; charset=utf-8", export_ics),
    "bibtex": Format("BibTeX", ".bib", "application/x-bibtex; charset=utf-8", export_bibtex),
    "csl-json": Format(
        "CSL-JSON", "-csl.json", "application/vnd.citationstyles.csl+json", export_csl_json
    ),
    "markdown": Format("Markdown", ".md", "text/markdown; charset=utf-8", export_markdown),
}


def export_dossier(dossier: Dossier, format: str, positions: Positions | None = None) -> Exported:
    """Make a file of a format from a dossier, or from its events at some positions.

    `positions` are those that `select_events` gives; with the events goes all that they rest on.
    Raises ExportRefusedError for a format that is not in FORMATS, and where nothing would be in
    the file.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        raise ExportRefusedError(f"there is no format “{format}”; there are {', '.join(FORMATS)}")
    log = LossLog()
    part = select_part(dossier, positions)
    if len(part.events) < len(dossier.events):
        log.add("selection", "only what the chosen events rest on is in the file")
    for table, rows in dossier.rejected.items():
        for row in rows:
            log.add(f"{table}.csv", "could not be read, so not in the file", f"row {row.row}")
    data = chosen.make(part, log)
    report = LossReport(chosen.words, len(part.events), len(dossier.events), log.losses())
    name = f"{slug(dossier.about.name) or 'dossier'}{chosen.ending}"
    return Exported(name, chosen.media_type, data, report)
