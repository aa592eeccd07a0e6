"""A dossier of a few rows with every case the Documents screen has to show."""

from __future__ import annotations

from dossier.model import Dossier
from dossier.reading.read import read_tables

TABLES = {
    "events.csv": """event_id,date,date_basis,date_note,title,summary,theme,actors,status,importance
pact,2021-04,stated,,Two states sign a pact,They sign.,plan,A;B,occurred,3
office,2022,stated,,An office is announced,It is to open.,plan,A,announced,2
count,2020,stated,,A count of cases,,numbers,A,occurred,1
lonely,1999,stated,,Nobody is quoted on this,,numbers,A,background,1
""",
    "documents.csv": """document_id,title,publisher,kind,published,published_basis,\
published_note,interest
late,A late article,The Paper,news,2023-05-24,stated,,Wants readers
early,A statement,The Ministry,government,[2021-04..2022],inferred,Argued,Wants approval
party,"A party's page,",The Party,party,,,,Opposes
""",
    "excerpts.csv": """excerpt_id,document_id,exact,start,end,speaker,event_ids
e-pact,early,The two states signed two pacts in April 2021,0,45,Ministry,pact
p-pact,party,The two states signed one pact in April 2021,,,Party,pact
l-pact,late,Nothing here resembles that: 550 persons,5,40,Paper,pact
e-office,early,An office will open,50,69,Ministry,office
l-office,late,An office is to be opened in 2022,,,Minister,office
e-count,early,1155 cases <b>&amp;</b> [x](http://example.org),80,90,Ministry,count
""",
    "comparisons.csv": """comparison_id,topic,excerpt_ids,relation,note
office-agrees,The office,e-office;l-office,agree,Both say so.
how-many,How many pacts,e-pact;p-pact;l-pact,contradict,Two or one.
within,Two on one page,e-pact;e-count,different framing,
dangling,Nothing found,missing;gone,agree,
""",
    "themes.csv": "theme,label\nplan,The plan\nnumbers,Numbers\n",
}


def small_dossier(**changed: str) -> Dossier:
    """The dossier of `TABLES`, with tables replaced by `events="…"` and the like."""
    tables = {**TABLES, **{f"{name}.csv": text for name, text in changed.items()}}
    return read_tables({name: text.encode() for name, text in tables.items() if text})
