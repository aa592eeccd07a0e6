"""`report FOLDER`: what an editor looks at before publication, counted, with the rows."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.checking.receipts import documents_folder, read_document_files
from dossier.model import Dossier
from dossier.problems import printable, problem_line, shortened
from dossier.reading.read import read_dossier
from dossier.reporting.lines import ReportLine
from dossier.reporting.report import report_lines, report_record

NOTHING = 2


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "report",
        help="count what wants a second look before publication",
        description="Count what wants a second look before publication, with the rows. "
        "Exit code: 0, or 2 if there is nothing to report on.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder that holds events.csv")
    parser.add_argument("--documents", metavar="DIR", help="the folder that holds the documents")
    parser.add_argument("--json", action="store_true", help="give the counts and rows as JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Report on the folder and give the exit code."""
    dossier = read_dossier(Path(options.folder))
    if not dossier.files:
        for problem in dossier.problems:
            print(problem_line(problem), file=sys.stderr)
        print("Nothing to report on.", file=sys.stderr)
        return NOTHING
    named = Path(options.documents) if options.documents else documents_folder()
    texts, unread = read_document_files(named) if named else ({}, [])
    for problem in unread:
        print(problem_line(problem), file=sys.stderr)
    lines = report_lines(dossier, texts)
    if options.json:
        print(json.dumps(report_record(dossier, lines), indent=1))
        return 0
    for line in report_text(dossier, lines):
        print(line)
    return 0


def report_text(dossier: Dossier, lines: Iterable[ReportLine]) -> Iterator[str]:
    """The report in plain words, inert on a terminal."""
    yield f"{printable(dossier.about.title)}, before publication"
    for line in lines:
        yield ""
        yield f"{line.count:,} of {line.of:,}  {line.title}. {line.rule}"
        for row in line.rows:
            yield f"    {printable(row.row_id)}: {shortened(row.words, 90)}"
