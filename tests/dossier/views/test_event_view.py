from __future__ import annotations

import json

import numpy as np

from dossier.reading.read import read_tables
from dossier.views.opening import detail_data
from tests.dossier.shapes import small_files

SMALL = read_tables(small_files())
EVERY = np.arange(len(SMALL.events))


def panel(event_id: str, shown=EVERY):
    return detail_data(SMALL, event_id, shown)["event"]


def test_the_panel_says_when_why_and_in_whose_words():
    event = panel("storm")
    assert event["when"] == "winter 1962–63"
    assert event["basis"].startswith("Date stated")
    assert event["passages"][0]["exact"] == SMALL.excerpts_of("storm")[0].exact
    assert event["passages"][0]["speaker"] == SMALL.excerpts_of("storm")[0].speaker


def test_every_event_can_be_sent_to_a_browser():
    for event_id in SMALL.events["event_id"]:
        assert json.loads(json.dumps(panel(event_id)))["id"] == event_id


def test_documents_that_say_nothing_of_an_event_are_named():
    event = panel("storm")
    saying = {passage["document"] for passage in event["passages"]}
    assert saying | set(event["silent"]) == set(SMALL.documents["title"])
    assert not saying & set(event["silent"])


def test_neighbours_are_those_of_the_selection():
    ids = SMALL.events["event_id"].tolist()
    shown = np.array([ids.index("storm"), ids.index("report")])
    event = panel("storm", np.sort(shown))
    assert event["previous"] is None
    assert event["next"]["id"] == "report"
    assert event["place"] == "1 of 2"


def test_an_event_outside_the_selection_says_so():
    ids = SMALL.events["event_id"].tolist()
    event = panel("storm", np.array([ids.index("report")]))
    assert event["place"] == "outside this selection"


def test_without_an_event_the_headlines_are_offered():
    data = detail_data(SMALL, "", EVERY)
    ranks = dict(zip(SMALL.events["event_id"], SMALL.events["importance"], strict=True))
    assert data["event"] is None
    assert {item["id"] for item in data["opening"]["headlines"]} == {
        event_id for event_id, rank in ranks.items() if rank == 3
    }
