"""`python -m dossier export FOLDER --format FORMAT -o FILE`: the command line of exporting."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from dossier.exporting.briefing.formats import (
    BRIEFING_FORMATS,
    PAPERS,
    ask_briefing,
    export_briefing,
)
from dossier.exporting.exported import Exported, ExportRefusedError, loss_lines
from dossier.exporting.formats import FORMATS, export_dossier
from dossier.knowing.asof import known_dossier
from dossier.model import Dossier
from dossier.problems import printable
from dossier.reading.read import read_dossier
from dossier.schema import DESCRIPTOR, read_schema
from dossier.selecting.links import Positions
from dossier.selecting.select import Selection, parse_selection, select_events

_EXIT_REFUSED = 2
_FACETS = ("theme", "actor", "document", "status")


def add_export_command(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `export` to a command line; parsed arguments carry `run_export` as `run`."""
    parser = subparsers.add_parser(
        "export",
        help="write a dossier, or some of its events, in another format",
        description="Write a dossier in another format and say what that has no place for.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder that holds events.csv")
    parser.add_argument(
        "--format", required=True, choices=[*FORMATS, *BRIEFING_FORMATS], help="the format"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="the file to write; - for the screen"
    )
    for name in _FACETS:
        said = f"only events of this {name}; may be repeated"
        parser.add_argument(f"--{name}", metavar=name.upper(), action="append", help=said)
    parser.add_argument(
        "--from", metavar="DATE", help="only events from this day, month or year on"
    )
    parser.add_argument("--to", metavar="DATE", help="only events up to this day, month or year")
    parser.add_argument("-q", "--query", metavar="WORDS", help="only events with all these words")
    parser.add_argument(
        "--asof",
        metavar="DATE",
        help="only what may have been published by this day, month or year",
    )
    _add_briefing_arguments(parser)
    parser.set_defaults(run=run_export)


def _add_briefing_arguments(parser: argparse.ArgumentParser) -> None:
    of_briefing = " or ".join(BRIEFING_FORMATS)
    parser.add_argument("--briefing", metavar="ID", help=f"the briefing to write ({of_briefing})")
    parser.add_argument("--base", metavar="URL", help="what the links in it begin with")
    parser.add_argument("--paper", choices=PAPERS, help="the paper of a pdf (a4 unless given)")


add_arguments = add_export_command  # the name by which `python -m dossier` asks for a command


def run_export(args: argparse.Namespace) -> int:
    """Export as asked and print the loss report; give 0, or 2 if nothing was written."""
    try:
        _check_output(args)
        dossier = read_dossier(Path(args.folder))
        if not len(dossier.events):
            raise ExportRefusedError(f"there is no event to export in {args.folder}")
        exported = _exported(dossier, args)
        _write(args.output, exported)
    except ExportRefusedError as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return _EXIT_REFUSED
    _report(args.output, exported)
    return 0


def _exported(dossier: Dossier, args: argparse.Namespace) -> Exported:
    """Make the file asked for: a briefing whole, or the events that a selection leaves."""
    if args.format not in BRIEFING_FORMATS:
        if args.briefing or args.base or args.paper:
            raise ExportRefusedError(f"--briefing, --base and --paper are not for {args.format}")
        positions = _positions(dossier, args)
        return export_dossier(known_dossier(dossier, args.asof or ""), args.format, positions)
    # Its headings and notes know all that the dossier knows, so no day can be set back.
    if any(vars(args)[name] for name in (*_FACETS, "from", "to", "query", "asof")):
        raise ExportRefusedError("a briefing is written whole: leave out what chooses events")
    asked = ask_briefing(dossier, args.briefing or "", args.base or "", args.paper or PAPERS[0])
    return export_briefing(dossier, args.format, asked)


def _positions(dossier: Dossier, args: argparse.Namespace) -> Positions | None:
    """Give the positions of the events asked for; what can't be followed is refused."""
    given = vars(args)
    params = {name: given[name] or [] for name in _FACETS}
    params |= {"from": [given["from"] or ""], "to": [args.to or ""], "q": [args.query or ""]}
    params["asof"] = [args.asof or ""]
    selection, notices = parse_selection(params, dossier)
    if notices:
        raise ExportRefusedError(" ".join(notices) + " Nothing was written.")
    if selection == Selection():
        return None
    positions = select_events(dossier, selection)
    if not len(positions):
        raise ExportRefusedError("no event fits all that was asked for; nothing was written")
    return positions


def _check_output(args: argparse.Namespace) -> None:
    """Refuse to write over the dossier itself, or over what is no file."""
    if args.output == "-":
        return
    target, folder = Path(args.output), Path(args.folder)
    own = {table.path for table in read_schema().tables.values()} | {DESCRIPTOR}
    try:
        if target.name in own and target.resolve().parent == folder.resolve():
            raise ExportRefusedError(f"{args.output} is part of the dossier; name another file")
        if target.exists() and not target.is_file():
            raise ExportRefusedError(f"{args.output} is not a file; name another one")
    except (OSError, ValueError, RuntimeError):
        raise ExportRefusedError(f"{args.output} is not a usable name") from None


def _write(output: str, exported: Exported) -> None:
    """Write all of the file or nothing of it."""
    if output == "-":
        sys.stdout.buffer.write(exported.data)
        return
    target = Path(output)
    fresh = ""
    try:
        handle, fresh = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(exported.data)
        mask = os.umask(0o022)
        os.umask(mask)
        os.chmod(fresh, 0o666 & ~mask)
        os.replace(fresh, target)
    except (OSError, ValueError) as error:
        if fresh:
            Path(fresh).unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or "not a usable name"
        raise ExportRefusedError(f"{output} can't be written ({reason})") from None


def _report(output: str, exported: Exported) -> None:
    stream = sys.stderr if output == "-" else sys.stdout
    for line in loss_lines(exported.loss):
        print(line, file=stream)
    if output != "-":
        print(f"Written to {printable(output)}, {len(exported.data):,} bytes.", file=stream)
