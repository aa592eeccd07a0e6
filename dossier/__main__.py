"""The command line: `python -m dossier check FOLDER`, `new FOLDER`, `import FILE -o FOLDER` …"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

# Where each command is declared. Only the one that is asked for is imported: checking a small
# dossier is quick, and what the others need is not.
COMMANDS = {
    "check": "dossier.commands.check",
    "report": "dossier.commands.report",
    "diff": "dossier.commands.diff",
    "new": "dossier.commands.new",
    "import": "dossier.importing.command",
    "export": "dossier.exporting.command",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code. Never shows a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        parser = _parser(given[0] if given else "")
    except ModuleNotFoundError as missing:
        # Another Python than the one that `make` prepared: say so, since no command can run.
        words = f"error: {missing.name} is not installed for this Python; run `make run` or `make"
        print(f"{words} test` once, then use .venv/bin/python", file=sys.stderr)
        return 2
    options = parser.parse_args(given)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the output went away, as `head` does: nothing is wrong with the dossier.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        kind = type(error).__name__
        print(
            f"error: the program failed ({kind}); this is a fault of the program", file=sys.stderr
        )
        return 1
    return code


def _parser(command: str) -> argparse.ArgumentParser:
    """Declare the command that is asked for, or all of them where none is."""
    parser = argparse.ArgumentParser(
        prog="python -m dossier", description="Check a dossier, begin one, import or export one."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in [command] if command in COMMANDS else COMMANDS:
        import_module(COMMANDS[name]).add_arguments(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
