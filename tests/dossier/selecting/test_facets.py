from __future__ import annotations

import gc
import weakref

from dossier.kept import kept_with_dossier
from dossier.selecting.facets import facets, read_facet
from dossier.selecting.links import excerpt_links, positions_of
from tests.dossier.built import build_dossier


def test_the_same_value_twice_in_one_event_counts_once():
    dossier = build_dossier(
        events=[{"event_id": "a", "date": "2022", "title": "x", "actors": "Volt;Volt;UNHCR"}]
    )
    assert facets(dossier)["actor"].counts() == {"UNHCR": 1, "Volt": 1}


def test_values_stand_as_declared_then_by_frequency_then_by_name():
    facet = read_facet(
        [0, 1, 2, 3, 4, 5], ["Ö", "rare", "often", "often", "z", "declared"], 6, ["declared", "no"]
    )
    assert facet.values == ("declared", "often", "Ö", "rare", "z")
    assert facet.totals.tolist() == [1, 2, 1, 1, 1]


def test_an_empty_value_is_no_value():
    dossier = build_dossier(events=[{"event_id": "a", "date": "2022", "title": "x"}])
    assert all(facet.values == () for facet in facets(dossier).values())


def test_documents_are_found_through_the_excerpts():
    dossier = build_dossier(
        events=[{"event_id": name, "date": "2022", "title": name} for name in "ab"],
        documents=[{"document_id": "d2"}, {"document_id": "d1"}, {"document_id": "unused"}],
        excerpts=[
            {"excerpt_id": "x", "document_id": "d1", "event_ids": "a;b"},
            {"excerpt_id": "y", "document_id": "d1", "event_ids": "a"},
            {"excerpt_id": "z", "document_id": "d2", "event_ids": "nowhere;b"},
        ],
    )
    facet = facets(dossier)["document"]
    assert facet.counts() == {"d2": 1, "d1": 2}
    assert facet.having(["d2"]).tolist() == [False, True]


def test_a_value_is_found_without_case_and_accents_unless_it_is_there_as_typed():
    facet = read_facet([0, 1, 2], ["Zoë", "volt", "Volt"], 3)
    assert facet.find("zoe") == "Zoë"
    assert facet.find("Volt") == "Volt"
    assert facet.find("nobody") is None


def test_statuses_stand_in_the_order_of_their_declaration():
    rows = [("a", "background"), ("b", "background"), ("c", "claimed"), ("d", "occurred")]
    dossier = build_dossier(
        events=[{"event_id": i, "date": "2022", "title": i, "status": s} for i, s in rows]
    )
    assert facets(dossier)["status"].values == ("occurred", "claimed", "background")


def test_links_leave_out_events_that_are_not_there_and_repeated_ones():
    dossier = build_dossier(
        events=[{"event_id": "a", "date": "2022", "title": "x"}],
        excerpts=[{"excerpt_id": "x", "event_ids": "a;a;gone"}, {"excerpt_id": "y"}],
    )
    links = excerpt_links(dossier)
    assert (links.event.tolist(), links.excerpt.tolist()) == ([0], [0])


def test_of_a_repeated_id_the_first_is_meant():
    dossier = build_dossier(themes=[{"theme": "a"}, {"theme": "b"}, {"theme": "a"}])
    assert positions_of(dossier.themes["theme"], ["a", "b", "c"]).tolist() == [0, 1, -1]


def test_what_is_made_for_a_dossier_is_made_once_and_goes_with_it():
    made = []

    @kept_with_dossier
    def index(dossier):
        made.append(1)
        return len(dossier.events)

    dossier = build_dossier()
    assert (index(dossier), index(dossier), len(made)) == (0, 0, 1)
    gone = weakref.ref(dossier)
    facets(dossier)
    del dossier
    gc.collect()
    assert gone() is None
