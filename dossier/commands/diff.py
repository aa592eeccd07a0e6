"""`diff OLD NEW`: what changed between two versions, and a draft of the corrections."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.dates.edtf import DateError, parse_date
from dossier.diffing.diff import Change, diff_dossiers
from dossier.diffing.logged import draft_corrections, to_be_logged
from dossier.diffing.versions import VersionError, read_version
from dossier.problems import printable

REFUSED = 2


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "diff",
        help="list what changed between two versions of a dossier",
        description="List changed cells, added and removed rows of two versions, folders or zip "
        "archives. Exit code: 0, or 2 if a version can't be read or the draft not be written.",
    )
    parser.add_argument("old", metavar="OLD", help="the version before")
    parser.add_argument("new", metavar="NEW", help="the version after")
    parser.add_argument("-o", "--output", metavar="FILE", help="draft corrections.csv rows here")
    parser.add_argument("--date", metavar="DATE", default="", help="the date to draft, YYYY-MM-DD")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, print and draft; give the exit code."""
    try:
        _check_date(options.date)
        old, new = read_version(Path(options.old)), read_version(Path(options.new))
        changes = diff_dossiers(old, new)
        for line in diff_lines(changes):
            print(line)
        if options.output:
            _write(Path(options.output), draft_corrections(changes, options.date))
            print(f"{_number(len(to_be_logged(changes)), 'row')} drafted in ", end="")
            print(f"{printable(options.output)}. Give each its reason.")
    except VersionError as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return REFUSED
    return 0


def diff_lines(changes: Sequence[Change]) -> Iterator[str]:
    """The changes in plain words, inert on a terminal, and how many there are."""
    for each in changes:
        row = f"{each.table} {printable(each.row_id)}"
        if each.kind == "changed":
            yield f"{row}, {printable(each.column)}"
            yield f"  - {printable(each.before)}"
            yield f"  + {printable(each.after)}"
        else:
            sign, words = ("+", each.after) if each.kind == "added" else ("-", each.before)
            yield f"{row}: {each.kind}"
            yield f"  {sign} {printable(words)}"
    counts = Counter(each.kind for each in changes)
    yield (
        f"{_number(counts['changed'], 'cell')} changed, {_number(counts['added'], 'row')} added, "
        f"{_number(counts['removed'], 'row')} removed."
    )


def _check_date(text: str) -> None:
    try:
        day = not text or parse_date(text).precision == "day"
    except DateError:
        day = False
    if not day:
        raise VersionError(f"{text} is not a day; write YYYY-MM-DD")


def _write(path: Path, data: bytes) -> None:
    try:
        with open(path, "xb") as file:
            file.write(data)
    except FileExistsError:
        raise VersionError(f"{path} is there already; name another file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable name"
        raise VersionError(f"{path} can't be written ({reason})") from None


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
