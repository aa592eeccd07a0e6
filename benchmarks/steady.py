"""A day in the newsroom: readers who each act every ten seconds, for minutes, against a bare page.

`python -m benchmarks.steady` has 100 readers act for ten minutes on one process, and as many on a
bare page beside it in the same minutes, so that whatever else the machine does falls on both;
`--readers` and `--minutes` set other numbers, `--small` is 20 for one minute. No act may
fail, memory may grow by less than 10 MB after the first minute, and the 95th percentile is to stay
under three times the bare page's.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path

from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.serving import served_app, served_bare
from benchmarks.socket_crowd import SocketReader, percentile, resident

READERS, MINUTES = 100, 10.0
SMALL_READERS, SMALL_MINUTES = 20, 1.0
APART = 10.0
WARM = 1.0  # part of the first minutes that warm up, at most a quarter of all
MOST_GROWTH = 10.0  # MB
SEED = 7
OURS, BARE = b"dossier_", b"bare"
QUERIES = (
    "", "event=libe-hearing", "theme=returns", "theme=returns&lanes=actor", "q=office",
    "view=list", "view=list&page=2", "from=2021&to=2022", "asof=2022", "clock=said",
)  # fmt: skip


class Day:
    """What came of a crowd's acts."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.errors: list[str] = []
        self.memory: list[float] = []

    @property
    def growth(self) -> float:
        """Megabytes between the end of the warm-up and the end."""
        return self.memory[-1] - self.memory[0]


async def live(base: str, words: bytes, readers: int, minutes: float) -> Day:
    """Have readers act until the time is over; memory is noted from the end of the warm-up on."""
    day = Day()
    ends = time.monotonic() + minutes * 60
    warm = time.monotonic() + min(WARM, minutes / 4) * 60

    async def act(number: int) -> None:
        chance = random.Random(SEED + number)
        await asyncio.sleep(chance.uniform(0, APART))
        try:
            async with SocketReader(base, words) as reader:
                while time.monotonic() < ends:
                    seconds = await reader.run(chance.choice(QUERIES))
                    day.taken.append(seconds)
                    await asyncio.sleep(max(0.0, APART - seconds))
        except Exception as error:
            day.errors.append(f"{type(error).__name__}: {error}")

    async def weigh() -> None:
        await asyncio.sleep(max(0.0, warm - time.monotonic()))
        while time.monotonic() < ends:
            day.memory.append(resident(base))
            await asyncio.sleep(5)
        day.memory.append(resident(base))

    await asyncio.gather(weigh(), *map(act, range(readers)))
    return day


async def side_by_side(own: str, other: str, readers: int, minutes: float) -> tuple[Day, Day]:
    """A crowd's day on our program and another crowd's on the bare page."""
    return await asyncio.gather(
        live(own, OURS, readers, minutes), live(other, BARE, readers, minutes)
    )


def main() -> None:
    """Measure ours and the bare page, and print what the goals ask."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="a quick look")
    parser.add_argument("--readers", type=int)
    parser.add_argument("--minutes", type=float)
    asked = parser.parse_args()
    readers = asked.readers or (SMALL_READERS if asked.small else READERS)
    minutes = asked.minutes or (SMALL_MINUTES if asked.small else MINUTES)
    print_machine(SEED)
    with (
        tempfile.TemporaryDirectory() as name,
        served_app() as own,
        served_bare(Path(name)) as other,
    ):
        ours, bare = asyncio.run(side_by_side(own, other, readers, minutes))
    print(f"{readers} readers for {minutes:g} minutes each: {len(ours.taken)} acts")
    print(f"errors: {len(ours.errors)}, goal 0; of the bare page {len(bare.errors)}")
    for error in ours.errors[:3]:
        print(f"  {error}")
    print(f"growth after warm-up: {ours.growth:.1f} MB, goal < {MOST_GROWTH:g}; of the bare page "
          f"{bare.growth:.1f} MB")  # fmt: skip
    first, second = percentile(ours.taken) * 1000, percentile(bare.taken) * 1000
    print_ratios([Ratio(f"95th percentile of {readers} ÷ bare", [first], [second], 3.0)])


if __name__ == "__main__":
    main()
