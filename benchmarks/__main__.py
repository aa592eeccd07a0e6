"""Every measurement in one run: `python -m benchmarks`, or `make bench`.

`--small` has a quick look at each; `--write` keeps what was printed in `RESULTS.md`, with its date.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).with_name("RESULTS.md")
PARTS = {
    "cold_load": "Cold loads, and the first visit after a start",
    "acting": "Filter, search, open an event, next step",
    "one_file": "The one file against other timelines",
    "checking": "Checking a dossier",
    "rush": "Readers who come in the same second",
    "crowd": "Two hundred readers against one",
    "steady": "Readers who act for ten minutes",
    "faults": "A killed process",
}
HEAD = """# What was measured

Written by `python -m benchmarks --write` on {day}. Each figure is a ratio of medians of one run,
ours over a reference measured in turn with it; "bare" is a one-line Streamlit page with
Streamlit's own defaults. Below 1 is faster than the reference. What the machine was is in the
first line of each part.
"""


def run(part: str, small: bool) -> str:
    """Measure one part in a process of its own; print and give what it says."""
    command = [sys.executable, "-m", f"benchmarks.{part}", *(["--small"] if small else [])]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        said = ""
        for line in process.stdout or ():
            print(line, end="", flush=True)
            said += line
    if process.returncode:
        said += f"(ended with {process.returncode})\n"
    return said


def main() -> None:
    """Read the command line, measure everything, and keep it where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="a quick look")
    parser.add_argument("--write", action="store_true", help=f"keep the results in {RESULTS.name}")
    asked = parser.parse_args()
    kept = HEAD.format(day=datetime.now(UTC).strftime("%-d %B %Y"))
    for part, title in PARTS.items():
        print(f"\n{title}", flush=True)
        kept += f"\n## {title}\n\n```text\n{run(part, asked.small)}```\n"
    if asked.write:
        RESULTS.write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    main()
