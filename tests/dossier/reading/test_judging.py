"""What is judged at once is what is judged cell by cell."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.reading.values import judge_of, parse_column
from dossier.schema import Field, read_schema

FIELDS = [field for table in read_schema().tables.values() for field in table.fields]

SIGNS = "\u00ad\u115f\u3164\u2800\uffa0\u200b\u202e\ufeff\ufffd\x00\x85\u00a0\u2028\U000e0041ÃâÂ€"
STARTS = st.sampled_from(
    ["", "=", "@", "#REF!", "+1", "-SUM(", "-", "\t", "\r", " ", "_", "é", "³"]
)
WORDS = st.sampled_from(
    ["stated", "Stated", "occurred", "a;b", "a;a", ";", "2022-01-13", "2022", "2022/..", "1"]
)
ODD_WORDS = st.sampled_from(
    ["13.1.2022", "3", "4", "0.5", "007", "1e5", "https://a.b/c", "e0001", "en", "f_1", "word"]
)
PIECES = st.one_of(WORDS, ODD_WORDS, STARTS, st.sampled_from(SIGNS), st.text(max_size=4))
CELLS = st.one_of(
    WORDS,
    ODD_WORDS,
    st.lists(PIECES, max_size=4).map("".join),
    st.integers(1, 200).map(lambda count: "w" * count),
    st.integers(55, 65).map(lambda count: "w " * count),
)


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(FIELDS), st.lists(CELLS, max_size=12), st.booleans())
@example(FIELDS[4], ["\u3164", "a\u2028", "w" * 90, "w" * 91, ""], True)
def test_a_column_says_of_each_cell_what_the_cell_alone_would_say(
    field: Field, cells: list[str], odd: bool
):
    judge = judge_of(field, odd=odd)
    alone = [judge(cell) for cell in cells]
    column = parse_column(field, cells, odd=odd)
    assert repr(column.values) == repr([value for value, _ in alone])
    assert column.findings == [
        (at, finding) for at, (_, findings) in enumerate(alone) for finding in findings
    ]


def test_a_cell_that_is_fine_is_not_judged(monkeypatch):
    judged: list[str] = []

    def judge(field: Field, cell: str):
        judged.append(cell)
        return "", ()

    monkeypatch.setattr("dossier.reading.values._empty", judge)
    monkeypatch.setattr("dossier.reading.values._text", judge)
    title = read_schema().table("events").field("title")
    column = parse_column(title, ["A plan", "", "", "Another"], odd=False)
    assert column.values == ["A plan", "", "", "Another"]
    assert judged == [""]
