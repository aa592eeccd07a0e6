from __future__ import annotations

import numpy as np

from dossier.exporting.part import select_part
from dossier.selecting.select import Selection, select_events
from tests.dossier.exporting.samples import default, small


def positions(dossier, *ids: str) -> np.ndarray:
    return np.array([dossier.position("events", each) for each in ids], dtype=np.intp)


def test_the_whole_is_the_dossier_itself():
    assert select_part(small(), None) is small()


def test_a_part_has_what_its_events_rest_on():
    part = select_part(small(), positions(small(), "electrified"))
    assert part.excerpts["excerpt_id"].tolist() == ["hr-lamp"]
    assert part.excerpts["event_ids"].tolist() == [("electrified",)]
    assert part.documents["document_id"].tolist() == ["harbour-report"]
    assert part.themes["theme"].tolist() == ["building"]
    assert len(part.figures) == len(part.comparisons) == len(part.checks) == 0


def test_what_contradicts_a_claim_comes_along():
    part = select_part(small(), positions(small(), "lamp-out"))
    assert part.comparisons["comparison_id"].tolist() == ["its-fate"]
    assert set(part.excerpts["excerpt_id"]) == {"ms-dead", "hr-kept", "ms-kept"}
    assert set(part.documents["document_id"]) == {"harbour-report", "messenger"}


def test_every_reference_of_a_part_finds_its_row():
    chosen = select_events(default(), Selection(themes=frozenset({"returns"})))
    part = select_part(default(), chosen)
    events, excerpts = set(part.events["event_id"]), set(part.excerpts["excerpt_id"])
    assert {each for ids in part.excerpts["event_ids"] for each in ids} <= events
    assert {each for ids in part.comparisons["excerpt_ids"] for each in ids} <= excerpts
    assert set(part.figures["excerpt_id"]) <= excerpts
    assert set(part.checks["excerpt_id"]) - {""} <= excerpts
    assert set(part.excerpts["document_id"]) <= set(part.documents["document_id"])
    assert len(part.checks) > 0
