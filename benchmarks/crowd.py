"""Two hundred readers against one: the 95th percentile of a run, and memory, at 100,000 events.

`python -m benchmarks.crowd` connects 200 readers to one process; each asks for a run about every
ten seconds, as people do: five to fifteen, by chance. `--small` takes 30 readers and 1,000 events.
The same runs with a single reader, before, are the reference; it only thinks for a shorter while.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path

from benchmarks.made import SEED, write_dossier
from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.serving import BARE_WORDS, served_app, served_bare
from benchmarks.socket_crowd import SocketReader, computed, percentile, resident

READERS, SMALL_READERS = 200, 30
EVENTS, SMALL_EVENTS = 100_000, 1_000
RUNS, SMALL_RUNS = 6, 2  # of each reader in the crowd
ALONE, SMALL_ALONE = 150, 40  # runs of the single reader
APART = 10.0  # seconds between two acts of one reader, half as long to half as long again
APART_ALONE = 0.3  # the single reader has nobody to wait for
OURS = b"dossier_"
QUERIES = ("theme=council", "theme=harbour", "q=ferry", "lanes=actor", "view=list", "")


async def alone(base: str, runs: int) -> list[float]:
    """One reader's runs, after those that make what is then kept."""
    async with SocketReader(base, OURS) as reader:
        for query in QUERIES:
            await reader.run(query)
        taken = []
        for each in range(runs):
            taken.append(await reader.run(QUERIES[each % len(QUERIES)]))
            await asyncio.sleep(APART_ALONE)
        return taken


async def together(base: str, readers: int, runs: int) -> tuple[list[float], float]:
    """The runs of a crowd, and the memory while all are connected."""
    chance = random.Random(SEED)
    crowd = [SocketReader(base, OURS) for _ in range(readers)]
    for each in crowd:  # one after the other: the rush is another measurement
        await each.__aenter__()
        await each.run()

    async def act(reader: SocketReader, first: float) -> list[float]:
        taken = []
        await asyncio.sleep(first)
        for each in range(runs):
            seconds = await reader.run(QUERIES[each % len(QUERIES)])
            taken.append(seconds)
            await asyncio.sleep(max(0.0, APART * chance.uniform(0.5, 1.5) - seconds))
        return taken

    begun, spent = time.perf_counter(), computed(base)
    firsts = [chance.uniform(0, APART) for _ in crowd]
    taken = await asyncio.gather(*map(act, crowd, firsts))
    spent, lasted = computed(base) - spent, time.perf_counter() - begun
    acts = readers * runs
    print(f"a run among {readers} readers takes {spent / acts * 1000:.0f} ms of a processor, and "
          f"{acts / lasted:.0f} runs a second keep one busy for {spent / lasted:.0%}")  # fmt: skip
    memory = resident(base)
    for each in crowd:
        await each.__aexit__(None, None, None)
    return [seconds for each in taken for seconds in each], memory


async def sessions(base: str, words: bytes, readers: int) -> float:
    """Megabytes that each of a number of readers adds, once a first one has been there."""
    async with SocketReader(base, words) as first:
        await first.run()
        before = resident(base)
        crowd = [SocketReader(base, words) for _ in range(readers)]
        for each in crowd:
            await each.__aenter__()
            await each.run()
        grown = resident(base) - before
        for each in crowd:
            await each.__aexit__(None, None, None)
    return grown / readers


def main() -> None:
    """Measure one reader, then the crowd, on one process, and print both ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="a quick look")
    small = parser.parse_args().small
    readers, events, runs, single = (
        (SMALL_READERS, SMALL_EVENTS, SMALL_RUNS, SMALL_ALONE)
        if small
        else (READERS, EVENTS, RUNS, ALONE)
    )
    print_machine(SEED)
    with tempfile.TemporaryDirectory() as name:
        write_dossier(events, Path(name))
        with served_app() as base, served_bare(Path(name)) as bare:
            own = asyncio.run(sessions(base, OURS, readers))
            other = asyncio.run(sessions(bare, BARE_WORDS.encode(), readers))
        with served_app(DOSSIER=name) as base:
            one = asyncio.run(alone(base, single))
            memory = resident(base)
            many, memory_of_many = asyncio.run(together(base, readers, runs))
    print(f"{len(many)} runs of {readers} readers at {events:,} events, none failed")
    first, second = percentile(one) * 1000, percentile(many) * 1000
    print_ratios([Ratio(f"95th percentile, {readers} readers ÷ one", [second], [first], 3.0)])
    print_ratios([Ratio(f"memory, {readers} readers ÷ one", [memory_of_many], [memory], 1.5)], "MB")
    per_session = Ratio("memory of a session ÷ bare, default dossier", [own * 1024], [other * 1024])
    print_ratios([per_session], "KB")


if __name__ == "__main__":
    main()
