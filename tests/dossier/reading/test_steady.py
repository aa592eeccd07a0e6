from __future__ import annotations

import pytest

from dossier.reading.read import read_tables
from dossier.reading.steady import Files, find_fault, is_utf8

TABLE = "event_id,date,title\na,2022,Søren\nb,2023,Åse\n"


def fault(before: bytes, after: bytes) -> str:
    last = read_tables({"events.csv": before})
    return find_fault(Files((), {"events.csv": after}, []), last)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_a_table_saved_in_another_encoding_does_not_take_the_place_of_a_good_one(encoding):
    after = TABLE.encode(encoding)
    assert not is_utf8(after)
    assert fault(TABLE.encode(), after) == "events.csv is no longer saved as UTF-8"


def test_a_mark_at_the_beginning_is_no_fault():
    assert fault(TABLE.encode(), TABLE.encode("utf-8-sig")) == ""


def test_a_table_that_never_was_utf_8_may_change():
    before = TABLE.encode("latin-1")
    assert fault(before, before + b"c,2024,C\n") == ""
    assert fault(before, TABLE.encode()) == ""
