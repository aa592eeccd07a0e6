"""`new FOLDER`: a commented starter dossier that passes the check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dossier.checking.check import check_dossier
from dossier.checking.receipts import read_documents
from dossier.checking.recording import write_receipts
from dossier.checking.starter import starter_files
from dossier.problems import printable
from dossier.reading.read import read_dossier


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "new", help="write a starter dossier", description="Write a small dossier to start from."
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder that is empty or not yet there")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the starter dossier and give the exit code; nothing that exists is overwritten."""
    folder = Path(options.folder)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            print(f"error: {printable(str(folder))} is not an empty folder", file=sys.stderr)
            return 1
        write_starter(folder)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable name"
        print(f"error: {printable(str(folder))} can't be written: {reason}", file=sys.stderr)
        return 1
    print(f"Wrote a starter dossier. Read {printable(str(folder / 'README.md'))} first, then run")
    print(f"python -m dossier check {printable(str(folder))}")
    return 0


def write_starter(folder: Path) -> None:
    """Write the files of the starter dossier and the receipts of its excerpts."""
    for name, data in starter_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    dossier = read_dossier(folder)
    texts = read_documents(folder / "documents")
    write_receipts(folder, dossier, check_dossier(dossier, texts), texts)
