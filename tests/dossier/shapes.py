"""Tables typed into the tests, and the small dossier as bytes to be spoiled."""

from __future__ import annotations

from pathlib import Path

from dossier.model import Dossier
from dossier.problems import Problem
from dossier.reading.read import read_tables

TESTS = Path(__file__).parent.parent
SMALL = TESTS / "small"
DOCUMENTS = TESTS / "small_documents"

EVENTS = "event_id,date,title\n"


def small_files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in SMALL.iterdir() if path.is_file()}


def spoiled(name: str, before: str, after: str) -> Dossier:
    """Read the small dossier with one text in one of its tables replaced."""
    files = small_files()
    text = files[name].decode("utf-8")
    assert before in text
    files[name] = text.replace(before, after).encode("utf-8")
    return read_tables(files, "small")


def read_events(text: str | bytes) -> Dossier:
    data = text.encode("utf-8") if isinstance(text, str) else text
    return read_tables({"events.csv": data}, "typed")


def found(problems: tuple[Problem, ...], code: str) -> list[Problem]:
    return [problem for problem in problems if problem.code == code]


def only(problems: tuple[Problem, ...], code: str) -> Problem:
    (problem,) = found(problems, code)
    return problem


def ids(dossier: Dossier) -> list[str]:
    return dossier.events["event_id"].tolist()
