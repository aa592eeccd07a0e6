"""`check FOLDER`: what is in a dossier, what is wrong with it and how to mend it."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.checking.check import Report, check_dossier
from dossier.checking.receipts import DocumentText, documents_folder, read_document_files
from dossier.checking.recording import RecordingError, write_receipts
from dossier.model import Dossier
from dossier.problems import Problem, count_problems, printable, problem_line, problem_record
from dossier.reading.read import read_dossier
from dossier.schema import read_schema

NOTHING = 2


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "check",
        help="check a dossier",
        description="Check a dossier. Exit code: 0 without errors, 1 with, 2 if nothing is there.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder that holds events.csv")
    parser.add_argument("--documents", metavar="DIR", help="the folder that holds the documents")
    parser.add_argument("--json", action="store_true", help="give the findings as JSON records")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--receipts", action="store_true", help="list the receipt of each excerpt")
    parser.add_argument(
        "--write", action="store_true", help="record fingerprints and places in the tables"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the folder, print what was found and give the exit code."""
    named = Path(options.documents) if options.documents else documents_folder()
    if options.write and named is None:
        print("error: --write needs --documents DIR", file=sys.stderr)
        return NOTHING
    dossier = read_dossier(Path(options.folder))
    texts, unread = read_document_files(named) if named else (None, [])
    report = check_dossier(dossier, texts)
    problems = (*unread, *report.problems)
    if options.json:
        print(json.dumps([problem_record(each) for each in problems], indent=1))
    else:
        for line in report_lines(dossier, report, problems, texts, each=options.receipts):
            print(line)
    code = exit_code(dossier, problems, strict=options.strict)
    if options.write and texts is not None and code != NOTHING:
        return max(code, _write(Path(options.folder), dossier, report, texts, options.json))
    return code


def exit_code(dossier: Dossier, problems: tuple[Problem, ...], *, strict: bool) -> int:
    """Give 0 without errors, 1 with, 2 where there is no table at all; strict counts warnings."""
    counts = count_problems(problems)
    unreadable = any(p.code == "source-error" and p.table for p in problems)
    if not dossier.files and not unreadable:
        return NOTHING
    return 1 if counts["error"] or (strict and counts["warning"]) else 0


def report_lines(
    dossier: Dossier,
    report: Report,
    problems: tuple[Problem, ...],
    texts: Mapping[str, DocumentText] | None,
    *,
    each: bool,
) -> Iterator[str]:
    """Write a report: the findings, the counts of rows, the receipts and the verdict."""
    for problem in problems:
        yield problem_line(problem)
    if problems:
        yield ""
    if exit_code(dossier, problems, strict=False) == NOTHING:
        yield "Nothing to check."
        return
    title = printable(dossier.about.title)
    version = f", version {printable(dossier.about.version)}" if dossier.about.version else ""
    yield f"{title}{version}"
    yield from _row_lines(dossier)
    yield from _receipt_lines(dossier, report, texts, each=each)
    yield _verdict(problems)


def _row_lines(dossier: Dossier) -> Iterator[str]:
    for name, table in read_schema().tables.items():
        if name not in dossier.files:
            continue
        count, rejected = len(dossier.tables[name]), len(dossier.rejected.get(name, ()))
        left = f", {rejected} left out" if rejected else ""
        yield f"  {table.path:<16} {count:>6,} {'row' if count == 1 else 'rows'}{left}"


def _receipt_lines(
    dossier: Dossier, report: Report, texts: Mapping[str, DocumentText] | None, *, each: bool
) -> Iterator[str]:
    total, counts = len(report.found), report.receipts
    if not total:
        return
    if texts is None:
        yield f"  {_excerpts(total)} unchecked: no documents at hand (--documents DIR)"
        return
    by_document = dict(
        zip(
            dossier.excerpts["excerpt_id"].tolist(),
            dossier.excerpts["document_id"].tolist(),
            strict=True,
        )
    )
    for document_id in dict.fromkeys(by_document.values()):
        yield "  " + _document_line(document_id, report, by_document, texts)
    if each:
        for excerpt_id, found in report.found.items():
            place = "" if found.start is None else f" {found.start}–{found.end}"
            document = printable(by_document[excerpt_id])
            yield f"    {found.receipt:<10} {printable(excerpt_id)} in {document}{place}"
    yield f"  {counts['verified']} of {_excerpts(total)} found exactly once"


def _document_line(
    document_id: str,
    report: Report,
    by_document: Mapping[str, str],
    texts: Mapping[str, DocumentText],
) -> str:
    receipts = Counter(
        found.receipt for name, found in report.found.items() if by_document[name] == document_id
    )
    said = ", ".join(f"{count} {receipt}" for receipt, count in receipts.items())
    absent = "" if document_id in texts else " (the document is not at hand)"
    return f"{printable(document_id) or 'no document'}: {said}{absent}"


def _excerpts(count: int) -> str:
    return "1 excerpt" if count == 1 else f"{count:,} excerpts"


def _verdict(problems: tuple[Problem, ...]) -> str:
    counts = count_problems(problems)
    said = [
        f"{count} {kind}" if count == 1 else f"{count} {kind}s"
        for kind, count in counts.items()
        if count
    ]
    if counts["error"] or counts["warning"]:
        return f"Found {', '.join(said)}."
    return f"No problem found ({', '.join(said)})." if said else "No problem found."


def _write(
    folder: Path,
    dossier: Dossier,
    report: Report,
    texts: Mapping[str, DocumentText],
    quiet: bool,
) -> int:
    try:
        said = write_receipts(folder, dossier, report, texts)
    except RecordingError as error:
        print(f"error: not recorded: {printable(str(error))}", file=sys.stderr)
        return 1
    for line in [] if quiet else said:
        print(f"Recorded in {line}.")
    return 0
