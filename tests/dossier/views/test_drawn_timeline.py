from __future__ import annotations

import gzip
import json
from dataclasses import replace
from itertools import accumulate

import pytest

from benchmarks.made import write_dossier
from components.address import view_of
from dossier.reading.read import read_dossier
from dossier.selecting.select import select_events
from dossier.views.drawn_timeline import (
    drawn_timeline,
    fetched_timeline,
    named_timeline,
    whole_of,
)
from dossier.views.timeline_view import timeline_data

MOST_FOR_A_FILTER = 20_000


@pytest.fixture(scope="module", params=[400, 2_900])
def dossier(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    write_dossier(request.param, folder)
    return read_dossier(folder)


def read(sent: bytes):
    return json.loads(gzip.decompress(sent))


ASKED = [
    {"theme": ["harbour"]},
    {"theme": ["council", "press", "roads"], "status": ["occurred", "claimed"]},
    {"q": ["bridge"]},
    {"from": ["2001"], "to": ["2019"]},
    {"theme": ["water", "works"], "clock": ["published"]},
    {"actor": ["Aalvik council"], "lens": ["single"]},
]


@pytest.mark.parametrize("params", ASKED)
def test_places_among_what_is_at_hand_are_the_marks_that_would_be_sent(dossier, params):
    view = view_of(dossier, params)
    shown = select_events(dossier, view.selection)
    base = replace(view, selection=whole_of(view.selection))
    every = select_events(dossier, base.selection)
    whole = read(drawn_timeline(dossier, every, base))
    sent = fetched_timeline(dossier, shown, view, ["other", whole["tag"]])
    data = read(sent)
    assert data["marks"]["base"] == whole["tag"]
    at = [place - 1 for place in accumulate(data["marks"]["steps"])]
    all_marks = timeline_data(dossier, every, base)["events"]
    lanes = {lane["id"]: at for at, lane in enumerate(data["lanes"])}
    found = [
        {**all_marks[i], "lane": lanes[whole["lanes"][all_marks[i]["lane"]]["id"]]} for i in at
    ]
    assert found == timeline_data(dossier, shown, view)["events"]
    assert len(found) > 3
    assert len(sent) <= MOST_FOR_A_FILTER


def test_without_the_whole_at_hand_all_is_sent_and_named(dossier):
    view = view_of(dossier, {"theme": ["harbour"]})
    shown = select_events(dossier, view.selection)
    sent = drawn_timeline(dossier, shown, view)
    assert fetched_timeline(dossier, shown, view, ["other"]) == sent
    assert fetched_timeline(dossier, shown, view, []) == sent
    name = read(named_timeline(dossier, shown, view))
    assert name == {"tag": read(sent)["tag"], "at": read(sent)["name"]}
    assert name["at"] == "theme=harbour&lanes=theme&clock=happened"


def test_a_part_of_very_many_that_would_not_fit_is_counted(tmp_path):
    write_dossier(6_000, tmp_path)
    dossier = read_dossier(tmp_path)
    for params in ASKED:
        view = view_of(dossier, params)
        shown = select_events(dossier, view.selection)
        assert len(drawn_timeline(dossier, shown, view)) <= MOST_FOR_A_FILTER
