"""Every case of the corpus by name: rejected, warned of or inert, and no good row lost."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.commands import check
from dossier.model import Dossier
from dossier.problems import problem_line
from dossier.reading.read import read_dossier
from dossier.schema import read_schema
from tests.hostile.cases import ALL, DATA, Case
from tests.hostile.corpus import CASES
from tests.hostile.watchdog import watchdog

GENEROUS = 60
STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
EXITS = {"rejected": 1, "warned": 0, "accepted": 0, "inert": 0}
WORST = {
    "rejected": {"error"},
    "warned": {"warning"},
    "accepted": {"note"},
    "inert": {"error", "warning", "note"},
}


@pytest.fixture(scope="module")
def whole() -> dict[str, Counter[tuple[str, ...]]]:
    return {name: keys(read_dossier(DATA), name) for name in read_schema().tables}


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "hostile"
    shutil.copytree(DATA, made)
    return made


def keys(dossier: Dossier, table: str) -> Counter[tuple[str, ...]]:
    """Count the rows of a table by key."""
    frame = dossier.tables[table]
    names = list(read_schema().table(table).primary_key) or list(frame.columns)
    return Counter(tuple(map(str, row)) for row in frame[names].itertuples(index=False))


def lost_keys(case: Case, whole: dict[str, Counter[tuple[str, ...]]]) -> dict[str, set[str]]:
    """Give the ids that may be gone, by table."""
    if case.exit == 2:
        return {name: {key[0] for key in rows} for name, rows in whole.items()}
    table = case.lost_in or case.table
    every = {key[0] for key in whole.get(table, ())}
    return {table: every if case.lost == ALL else set(case.lost)}


def findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict]]:
    """Run the check as at the command line; give its exit code and findings."""
    code = main(["check", str(folder), "--json"])
    said = capsys.readouterr()
    assert said.err == ""
    return code, json.loads(said.out)


def matches(case: Case, found: dict) -> bool:
    said = found["message"] + " " + found["hint"]
    return (
        found["severity"] in WORST[case.expect]
        and found["code"] in (case.code, found["code"] if not case.code else case.code)
        and (found["table"] == case.table or case.exit == 2)
        and case.row in (None, found["row"])
        and case.column in ("", found["column"])
        and case.says in said
    )


def check_findings(case: Case, found: list[dict]) -> None:
    shown = "\n".join(str({**each, "value": str(each["value"])[:80]}) for each in found[:12])
    severities = {each["severity"] for each in found}
    due = case.expect != "inert"
    assert not due or any(matches(case, each) for each in found), f"no such finding in\n{shown}"
    if case.expect in ("warned", "accepted", "inert") and not case.exit:
        assert "error" not in severities, shown
    if case.expect == "accepted":
        assert "warning" not in severities, shown
    for each in found:
        assert each["message"], each
        assert str(Path.cwd()) not in json.dumps(each), each


def check_rows(case: Case, dossier: Dossier, whole: dict[str, Counter[tuple[str, ...]]]) -> None:
    lost = lost_keys(case, whole)
    for table, rows in whole.items():
        gone = {key[0] for key in rows - keys(dossier, table)}
        assert gone == lost.get(table, set()), table
    rejected = dossier.rejected.get(case.lost_in or case.table, ())
    if case.lost != ALL or case.rejected:
        assert len(rejected) == case.rejected, [(row.row, row.reason) for row in rejected]
    errors = {(each.table, each.row) for each in dossier.problems if each.severity == "error"}
    whole_table = any(table == case.table and (row or 1) == 1 for table, row in errors)
    assert whole_table or {(case.lost_in or case.table, row.row) for row in rejected} <= errors


def check_text(case: Case, dossier: Dossier) -> None:
    """Hold the cells of the table against the text, letter by letter."""
    if case.text:
        frame = dossier.tables[case.table]
        cells = {cell for column in frame for cell in frame[column].tolist() if cell == case.text}
        assert cells == {case.text}


def is_harmless(line: str) -> bool:
    """Whether a line holds nothing that steers a terminal, breaks it or turns the text around."""
    return not any(unicodedata.category(char) in STEERING for char in line)


def check_printed(dossier: Dossier) -> None:
    """Look at each line of the report: bounded, and harmless on a terminal."""
    for problem in dossier.problems:
        line = problem_line(problem)
        assert is_harmless(line), line
        assert len(line) < 2_000, line[:200]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.name}")
def test_hostile_case(case, folder, whole, capsys, monkeypatch):
    case.make(folder)
    if "may not be read" in case.says and os.access(folder / "events.csv", os.R_OK):
        pytest.skip("this user may read everything")
    seen: list[Dossier] = []
    monkeypatch.setattr(
        check, "read_dossier", lambda path: seen.append(read_dossier(path)) or seen[0]
    )
    with watchdog(GENEROUS):
        code, found = findings(folder, capsys)
    dossier = seen[0]
    check_findings(case, found)
    check_rows(case, dossier, whole)
    check_text(case, dossier)
    check_printed(dossier)
    assert code == (EXITS[case.expect] if case.exit is None else case.exit)


def test_the_report_in_words_shows_no_traceback(tmp_path, capsys):
    for number, case in enumerate(CASES[:: len(CASES) // 20]):
        hostile = shutil.copytree(DATA, tmp_path / f"{number}")
        case.make(hostile)
        main(["check", str(hostile), "--strict"])
        said = capsys.readouterr()
        assert said.err == "", case.name
        assert "Traceback" not in said.out
        assert all(map(is_harmless, said.out.split("\n"))), case.name


def test_the_corpus_is_large_and_each_case_has_a_name_of_its_own():
    names = [(case.kind, case.name) for case in CASES]
    assert len(names) >= 160
    assert len(set(names)) == len(names)


def test_nothing_is_accepted_in_silence():
    silent = [
        case.name for case in CASES if case.expect != "inert" and not (case.code or case.says)
    ]
    assert all(case.exit == 2 or case.expect == "rejected" for case in CASES if case.name in silent)
