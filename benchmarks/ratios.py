"""Medians, their ratios, and how both are printed with the machine they were measured on."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Ratio:
    """One thing measured twice in the same run: ours over the reference, pair by pair."""

    what: str
    ours: Sequence[float]
    reference: Sequence[float]
    goal: float | None = None

    @property
    def value(self) -> float:
        """The ratio of the two medians."""
        return statistics.median(self.ours) / statistics.median(self.reference)

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached; True where there is none."""
        return self.goal is None or self.value <= self.goal


def print_machine(seed: int | None = None) -> None:
    """Say when, on what machine and with which seed a run was made."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    cores = os.cpu_count() or 0
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    python, streamlit = platform.python_version(), version("streamlit")
    print(f"{now} · {platform.machine()}, {cores} cores, load {load} · Python {python}, "
          f"Streamlit {streamlit}{'' if seed is None else f' · seed {seed}'}")  # fmt: skip


def print_ratios(ratios: Sequence[Ratio], unit: str = "ms") -> None:
    """Print a row a ratio: what, the ratio, its goal, whether it is met, and the medians."""
    wide = max(len(each.what) for each in ratios)
    print(f"{'what':{wide}}  ratio   goal          ours  reference  pairs")
    for each in ratios:
        ours, reference = statistics.median(each.ours), statistics.median(each.reference)
        goal = "" if each.goal is None else f"≤ {each.goal:g}"
        verdict = "" if each.goal is None else "met" if each.is_met else "missed"
        print(f"{each.what:{wide}}  {each.value:5.2f}  {goal:6} {verdict:6} {ours:7.0f}  "
              f"{reference:7.0f} {unit}  {len(each.ours):3}")  # fmt: skip
