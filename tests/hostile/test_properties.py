"""Any bytes as any table, and ten thousand mutations of the default ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.checking.check import check_dossier
from dossier.model import Dossier
from dossier.problems import problem_line, problem_record
from dossier.reading.read import read_tables
from dossier.reading.typed import TypedTable, read_table
from dossier.schema import Table, read_schema
from tests.hostile.cases import DATA
from tests.hostile.texts import HOSTILE_TEXTS
from tests.hostile.watchdog import watchdog

SEED = 20220113
MUTATIONS = 10_000
ROWS = 6  # rows of a table that the mutations work on
PATHS = [table.path for table in read_schema().tables.values()]
WORDS = ["event_id", "date", "title", "2022", "2022/2021", "[..2022]", "a", "=1", "NaN", "1,155"]
PIECES = st.sampled_from([*WORDS, "é", '""', "\r\n", *',;\t"\n\r\x00\ufeff\u202e |'])
HEADERS = st.sampled_from([",".join(t.names) + "\n" for t in read_schema().tables.values()])
TABLE_BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(HEADERS, st.lists(PIECES, max_size=60)).map(
        lambda parts: (parts[0] + "".join(parts[1])).encode("utf-8")
    ),
    st.tuples(HEADERS, st.binary(max_size=300)).map(lambda parts: parts[0].encode() + parts[1]),
    st.lists(PIECES, max_size=60).map(lambda parts: "".join(parts).encode("utf-16")),
)


def assert_well_said(dossier: Dossier) -> None:
    """Every finding can be written as a line and as a record."""
    for problem in check_dossier(dossier).problems:
        assert problem.message
        assert problem.severity in ("error", "warning", "note")
        assert "\n" not in problem_line(problem)
        assert problem_record(problem)["code"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*PATHS, "datapackage.json"]), TABLE_BYTES, max_size=4))
def test_any_bytes_as_any_table_give_findings_and_never_an_exception(files: Mapping[str, bytes]):
    dossier = read_tables(files)
    assert_well_said(dossier)
    if not len(dossier.events):
        assert any(problem.severity == "error" for problem in dossier.problems)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_in_a_summary_is_kept_letter_by_letter(text: str):
    cell = '"' + text.replace('"', '""') + '"'
    table = f"event_id,date,title,summary\na,2022,A,{cell}\nb,2023,B,plain\n"
    dossier = read_tables({"events.csv": table.encode("utf-8")})
    assert dossier.events["summary"].tolist() == [text, "plain"]


Mutate = Callable[[random.Random, bytes], bytes]


def _flipped(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _deleted(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 1, 2, 5, 40)) :]


def _inserted(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    piece = chance.choice((b'"', b",", b";", b"\n", b"\r", b"\x00", b"\xff", b'",', b"\xe2\x80"))
    return data[:at] + piece + data[at:]


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def _line_moved(chance: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"".join(lines)


def _line_twice(chance: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    lines.insert(chance.randrange(1, len(lines) + 1), chance.choice(lines))
    return b"".join(lines)


def _hostile(chance: random.Random, data: bytes) -> bytes:
    at = chance.choice([at for at, each in enumerate(data) if each == 0x2C])
    return data[:at] + b"," + chance.choice(HOSTILE_TEXTS).text.encode() + data[at:]


def _swapped(chance: random.Random, data: bytes) -> bytes:
    old, new = chance.sample((b",", b";", b'"', b"-", b"2", b"e", b"\n", b" "), 2)
    return data.replace(old, new, chance.choice((1, 3, -1)))


MUTATE: tuple[Mutate, ...] = (
    _flipped,
    _deleted,
    _inserted,
    _cut,
    _line_moved,
    _line_twice,
    _hostile,
    _swapped,
)


def first_rows(path: str) -> bytes:
    lines = (DATA / path).read_bytes().splitlines(keepends=True)
    return b"".join(lines[: ROWS + 1])


def originals(table: Table, data: bytes) -> dict[bytes, str]:
    """Map the lines of a default table, each one record, to their ids."""
    lines = data.splitlines()[1:]
    width = len(table.primary_key)
    return {line: ",".join(line.decode("utf-8").split(",")[:width]) for line in lines}


def lost_in_silence(typed: TypedTable, data: bytes, lines: Mapping[bytes, str]) -> set[str]:
    """Give the ids of rows that stand in the file untouched and are neither kept nor listed.

    What a row is depends on the header; where that was changed, the finding on it says so.
    """
    if typed.table.names != tuple(_labels(data)) or any(
        each.severity == "error" and each.row is None for each in typed.problems
    ):
        return set()
    content = [line for line in data.splitlines() if line.strip(b",;|\t ")]
    there = {lines[line] for line in content[1:] if line in lines}
    columns = [typed.columns.get(name, ()) for name in typed.table.primary_key]
    kept = {",".join(map(_shown, key)) for key in zip(*columns, strict=False)}
    rejected = [",".join(row.cells) for row in typed.rejected]
    listed = "\n".join(rejected)
    return {name for name in there - kept if name not in listed}


def _labels(data: bytes) -> list[str]:
    content = (line for line in data.splitlines() if line.strip(b",;|\t "))
    return next(content, b"").decode("utf-8", "replace").split(",")


def _shown(value: str | float) -> str:
    return f"{value:g}" if isinstance(value, float) else value


def mutation(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        if data.count(b",") > 2:
            data = chance.choice(MUTATE)(chance, data)
    return data


def test_ten_thousand_mutations_neither_crash_nor_lose_a_row_in_silence():
    chance = random.Random(SEED)
    tables = [each for each in read_schema().tables.values() if each.name != "corrections"]
    whole = {each.name: first_rows(each.path) for each in tables}
    lines = {each.name: originals(each, whole[each.name]) for each in tables}
    with watchdog(600):
        for number in range(MUTATIONS):
            table = tables[number % len(tables)]
            data = mutation(chance, whole[table.name])
            typed = read_table(table, data)
            assert lost_in_silence(typed, data, lines[table.name]) == set(), (number, data)
            assert all(map(problem_line, typed.problems))
            if number % 50 == 0:
                files = {each.path: whole[each.name] for each in tables} | {table.path: data}
                assert_well_said(read_tables(files))
