from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.cells import CellError, cell_text, read_cells, write_cells

CELL = st.text(st.sampled_from('ab",\r\n 1é'), max_size=6)


def texts(text):
    return [[cell_text(text, span) for span in record] for record in read_cells(text)]


@given(
    st.lists(st.lists(CELL, min_size=2, max_size=3), max_size=4), st.sampled_from(["\n", "\r\n"])
)
def test_cells_are_those_that_the_csv_module_wrote(rows, end):
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    assert texts(text.getvalue()) == rows


def test_blank_lines_are_records_and_a_last_line_needs_no_end():
    assert texts("a,b\n\nc,") == [["a", "b"], [""], ["c", ""]]


@pytest.mark.parametrize("text", ['a,"b', 'a,"b"c\n', 'a\n"b\n'])
def test_a_stray_quote_is_refused(text):
    with pytest.raises(CellError):
        list(read_cells(text))


def test_only_the_changed_cells_change():
    text = 'id,n,"m"\r\n"a",,"1"\rb,2,"x ""y"""\n'
    (_, first, second) = read_cells(text)
    changed = write_cells(text, {first[1]: "7", first[2]: "8", second[1]: ""})
    assert changed == 'id,n,"m"\r\n"a",7,"8"\rb,,"x ""y"""\n'
