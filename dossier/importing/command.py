"""`python -m dossier import FILE -o FOLDER`: the command line of importing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dossier.importing.fields import OTHER_TARGETS
from dossier.importing.formats import import_file
from dossier.importing.imported import ImportRefusedError
from dossier.importing.loss import loss_lines
from dossier.importing.writing import REPORT, check_folder, write_dossier
from dossier.importing.written_dates import DayOrder
from dossier.problems import printable

_EXIT_REFUSED = 2


def add_import_command(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `import` to a command line; parsed arguments carry `run_import` as `run`."""
    parser = subparsers.add_parser(
        "import",
        help="make a dossier from a TimelineJS sheet or JSON, a CSV or a JSON list",
        description="Make a dossier from another format and say what had no place in it.",
    )
    parser.add_argument("file", metavar="FILE", help="the CSV or JSON file")
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True, help="the new dossier")
    parser.add_argument(
        "--map",
        metavar="PLACE=FIELD",
        action="append",
        default=[],
        help="which field of the file is meant, as in --map date=When; places are the columns of"
        f" events.csv and {', '.join(OTHER_TARGETS)}",
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", help="read 03/04/2022 as 3 April")
    order.add_argument("--month-first", action="store_true", help="read 03/04/2022 as 4 March")
    parser.add_argument("--force", action="store_true", help="replace a dossier that is there")
    parser.set_defaults(run=run_import)


add_arguments = add_import_command  # the name by which `python -m dossier` asks for a command


def run_import(args: argparse.Namespace) -> int:
    """Import as asked and print the loss report; give 0, or 2 if nothing was written."""
    source, folder = Path(args.file), Path(args.output)
    order: DayOrder = "day" if args.day_first else "month" if args.month_first else ""
    try:
        mapping = _mapping(args.map)
        check_folder(folder, force=args.force)
    except ImportRefusedError as error:
        return _refuse(args.output, error)
    try:
        imported = import_file(source, mapping, order=order)
    except ImportRefusedError as error:
        return _refuse(args.file, error)
    try:
        write_dossier(imported, folder, force=args.force)
    except ImportRefusedError as error:
        return _refuse(args.output, error)
    for line in loss_lines(imported.loss):
        _say(line)
    _say("")
    _say(f"Written to {printable(args.output)}; this report is in its {REPORT}.")
    _say(f"Next: python -m dossier check {printable(args.output)}")
    return 0


def _mapping(pairs: list[str]) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for pair in pairs:
        place, equals, name = (piece.strip() for piece in pair.partition("="))
        if not (place and equals and name):
            raise ImportRefusedError(f"--map {pair}: write it as --map date=When")
        if mapping.setdefault(place, name) != name:
            raise ImportRefusedError(f"--map {place}: given twice, with different fields")
    return mapping


def _refuse(what: str, error: ImportRefusedError) -> int:
    _say(f"{printable(what)}: {printable(str(error))}", to_error=True)
    return _EXIT_REFUSED


def _say(line: str, *, to_error: bool = False) -> None:
    """Print a line, whatever characters the terminal can't show."""
    stream = sys.stderr if to_error else sys.stdout
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding, "replace"), file=stream)
