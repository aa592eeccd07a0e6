"""Rows taken many at a time are the rows that are read one by one."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.reading import tables
from dossier.reading.tables import RawTable, parse_table
from dossier.schema import read_schema

EVENTS = read_schema().table("events")
HEADER = "event_id,date,title\n"
ROWS = st.sampled_from(
    ["a,2022,b\n"] * 6
    + ["a,2022,b\r\n", "a,2022,b\r", 'a,2022,"b, c"\n', 'a,2022,"b\nc"\n', 'a,2022,"b\n', "\n"]
    + [" , ,\n", ",,c\n", "a,2022\n", "a,2022,b,\n", "a,2022,b,c\n", 'a,2022,b"c\n', 'a,"b"c,d\n']
    + ['"a\nb,2022,c\n', "a,2022,\x00\n", "a,2022,\x85\u2028\x0bb\n", "'=a,2022,'@b\n"]
)
FOREIGN = st.sampled_from([b"", b"", b"a,2022,\xe5\n", b'a,2022,"\xe5\n', b"\xff\n"])


def told(raw: RawTable) -> object:
    return raw.columns, [*raw.rows], raw.problems, raw.rejected, raw.odd, raw.usable


def read_one_by_one(data: bytes, *, guarded: bool) -> RawTable:
    class NoRows(tables.PlainRows):
        def runs(self, width: int):
            return iter(())

    kept, tables.PlainRows = tables.PlainRows, NoRows  # type: ignore[misc]
    try:
        return parse_table(EVENTS, data, guarded=guarded)
    finally:
        tables.PlainRows = kept  # type: ignore[misc]


def read_at_once(data: bytes, size: int, *, guarded: bool) -> RawTable:
    """Read with so few bytes at once that a made-up table takes many turns."""
    from dossier.reading import lines

    kept, lines._AT_ONCE = lines._AT_ONCE, size
    try:
        return parse_table(EVENTS, data, guarded=guarded)
    finally:
        lines._AT_ONCE = kept


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(ROWS, st.integers(1, 40)), max_size=12),
    FOREIGN,
    st.sampled_from([0, 30, 700, 1 << 18]),
    st.booleans(),
)
@example([('a,2022,"b\nc"\n', 30), ("a,2022,b\n", 30)], b"", 0, False)
def test_rows_at_once_are_the_rows_one_by_one(
    runs: list[tuple[str, int]], foreign: bytes, size: int, guarded: bool
):
    halves = ["".join(row * count for row, count in half) for half in (runs[::2], runs[1::2])]
    data = HEADER.encode() + halves[0].encode() + foreign + halves[1].encode()
    expected = read_one_by_one(data, guarded=guarded)
    assert told(read_at_once(data, size, guarded=guarded)) == told(expected)


def test_one_odd_row_leaves_the_others_to_be_read_at_once(monkeypatch):
    read: list[int] = []
    slow = tables._Reader._take_record
    monkeypatch.setattr(
        tables._Reader,
        "_take_record",
        lambda self, record, row, **more: (read.append(row), slow(self, record, row, **more))[1],
    )
    data = HEADER + "a,2022,b\n" * 5000 + "a,2022,b,c\n" + "a,2022,b\n" * 5000
    raw = parse_table(EVENTS, data.encode())
    assert len(raw.rows) == 10_000
    assert [row.row for row in raw.rejected] == [5002]
    assert len(read) < 40
