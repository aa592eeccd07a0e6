"""The years that documents speak of, counted by hand."""

from __future__ import annotations

from components.documents.choice import read_choice
from components.documents.years_chart import MOST_ROWS, document_years, years_chart
from dossier.reading.read import read_tables

EVENTS = b"event_id,date,title\na,2020-05,A\nb,2020,B\nc,../2015,C\nd,2022-01-13,D\n"
EXCERPTS = b"""excerpt_id,document_id,exact,event_ids
1,later,one,a;b
2,later,two,b;c
3,early,three,d
"""
DOCUMENTS = b"document_id,title,published\nlater,Later,2022\nearly,Early,2021\nmute,Mute,2020\n"


def dossier():
    tables = {"events.csv": EVENTS, "excerpts.csv": EXCERPTS, "documents.csv": DOCUMENTS}
    return read_tables(tables, "Years")


def rows(asked):
    made = dossier()
    return document_years(made, read_choice(made, asked)).values.tolist()


def test_an_event_counts_once_a_document_in_order_of_publication():
    assert rows({}) == [["Early", 2022, 1], ["Later", 2015, 1], ["Later", 2020, 2]]


def test_only_the_chosen_documents_are_drawn():
    assert rows({"document": ["early"]}) == [["Early", 2022, 1]]
    assert rows({"document": ["mute"]}) == []


def test_many_documents_are_cut_and_rows_keep_their_order():
    names = [f"d{at:02d}" for at in range(20)]
    documents = "document_id,title,published\n" + "".join(
        f"{name},Title {name},{2000 + at}\n" for at, name in enumerate(names)
    )
    excerpts = "excerpt_id,document_id,exact,event_ids\n" + "".join(
        f"{at},{name},words,a\n" for at, name in enumerate(names)
    )
    tables = {
        "events.csv": EVENTS,
        "excerpts.csv": excerpts.encode(),
        "documents.csv": documents.encode(),
    }
    made = read_tables(tables, "Many")
    years = document_years(made, read_choice(made, {}))
    assert years["document"].tolist() == [f"Title {name}" for name in names[:MOST_ROWS]]
    drawn = years_chart(years).to_dict()
    assert drawn["encoding"]["y"]["sort"] == years["document"].tolist()
