"""The link travels: many readers open the home page in the same second, against a bare page's rush.

`python -m benchmarks.rush` sends 100 readers at one process of ours and 100 at one of a bare
one-line page, in turn; `--small` sends 20, once. All must see events, and the 95th percentile is to
stay under the bare page's.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.serving import served_app, served_bare
from benchmarks.socket_crowd import at_once, bad, good, open_page, percentile

READERS, SMALL_READERS = 100, 20
ROUNDS, SMALL_ROUNDS = 3, 1
OURS, BARE = b"dossier_timeline", b"bare"

Served = Callable[[], AbstractContextManager[str]]


def rush(serve: Served, words: bytes, readers: int) -> tuple[list[float], list[BaseException]]:
    """Times and failures of a crowd at a fresh process that has served one reader before."""
    with serve() as base:
        asyncio.run(open_page(base, words))
        outcomes = asyncio.run(at_once(readers, lambda _: open_page(base, words)))
    return good(outcomes), bad(outcomes)


def main() -> None:
    """Measure both in turn and print the ratio of their 95th percentiles."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="a quick look")
    small = parser.parse_args().small
    readers, rounds = (SMALL_READERS, SMALL_ROUNDS) if small else (READERS, ROUNDS)
    print_machine()
    ours: list[float] = []
    bare: list[float] = []
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(rounds):
            taken, wrong = rush(served_app, OURS, readers)
            reference, wrong_bare = rush(lambda: served_bare(folder), BARE, readers)
            ours.append(percentile(taken) * 1000)
            bare.append(percentile(reference) * 1000)
            failures += len(wrong)
            print(f"{len(taken)} of {readers} saw events; of the bare page {len(reference)} did")
            for error in [*wrong[:3], *wrong_bare[:3]]:
                print(f"  {type(error).__name__}: {error}")
    print_ratios([Ratio(f"95th percentile of {readers} at once ÷ bare", ours, bare, 1.0)])
    print(f"readers who saw nothing: {failures}, goal 0")


if __name__ == "__main__":
    main()
