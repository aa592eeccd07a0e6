"""The command line: `python -m dossier check FOLDER`, `new FOLDER` and what others add."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from dossier.commands import check, new

COMMANDS = (check, new)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code. Never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="python -m dossier", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_arguments(commands)
    options = parser.parse_args(arguments)
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


if __name__ == "__main__":
    sys.exit(main())
