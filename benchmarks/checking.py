"""How long checking takes, as ratios against references measured in the same run.

Run by `make bench`. Tests never assert a duration; this prints what this machine does.
"""

from __future__ import annotations

import csv
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5
SEED = 20_221_113
SIZES = (12_500, 25_000, 50_000, 100_000)


def seconds(command: list[str]) -> float:
    """The median wall time of a command over some runs."""
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def write_events(path: Path, rows: int) -> None:
    """A table of made-up events with dates, notes and summaries of the usual lengths."""
    chance = random.Random(SEED)
    header = ("event_id", "date", "date_basis", "title", "summary", "theme", "actors", "status")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for at in range(rows):
            year, month, date = (chance.randint(*ends) for ends in ((1990, 2023), (1, 12), (1, 28)))
            day = f"{year}-{month:02d}-{date:02d}"
            words = " ".join(chance.choice(WORDS) for _ in range(30))
            row = (f"e{at}", day, "stated", f"Event {at}", words, "", "One;Two", "occurred")
            writer.writerow(row)


WORDS = [
    "minister",
    "asylum",
    "plan",
    "office",
    "statement",
    "hearing",
    "figure",
    "council",
    "board",
    "article",
    "letter",
]
MEASURE = """
import resource, sys, time
from pathlib import Path
from dossier.reading.read import read_dossier
from dossier.checking.check import check_dossier
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begun = time.process_time()
check_dossier(read_dossier(Path(sys.argv[1])))
print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def measured(folder: Path) -> tuple[float, float]:
    """CPU seconds and additional KiB that checking a folder takes, in a process of its own."""
    said = subprocess.run(
        [sys.executable, "-c", MEASURE, str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    return float(said[0]), float(said[1])


def show_default() -> None:
    """Checking the default dossier against importing pandas: the goal is under 2."""
    imports = seconds([sys.executable, "-c", "import pandas"])
    checks = seconds([sys.executable, "-m", "dossier", "check", "data"])
    print(f"check of the default dossier ÷ import of pandas   {checks / imports:5.2f}   goal < 2")


def show_large() -> None:
    """Time a row and memory a byte as tables grow: the goals, at 100,000 rows, are ≤ 1 and < 10."""
    print("rows       CPU a row ÷ that of the smallest   memory ÷ file   goal ≈ 1, < 10")
    first = 0.0
    for rows in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "events.csv"
            write_events(path, rows)
            taken, kib = measured(Path(folder))
            first = first or taken / rows
            size = path.stat().st_size / 1024
            print(f"{rows:>7,}    {taken / rows / first:>10.2f} {kib / size:>32.1f}")


if __name__ == "__main__":
    print(f"seed {SEED}, Python {sys.version.split()[0]}, page size {resource.getpagesize()}")
    show_default()
    show_large()
