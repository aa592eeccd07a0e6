from __future__ import annotations

import json

from dossier.exporting.formats import export_dossier
from tests.dossier.exporting.samples import default, small


def test_each_excerpt_is_found_by_quotation_and_position():
    made = json.loads(export_dossier(default(), "annotations").data)
    assert made["type"] == "AnnotationCollection"
    assert made["total"] == len(made["first"]["items"]) == len(default().excerpts)
    for item in made["first"]["items"]:
        excerpt = default().excerpt(item["dossier:excerpt_id"])
        words, place = item["target"]["selector"]
        assert (words["type"], words["exact"]) == ("TextQuoteSelector", excerpt.exact)
        assert place == {
            "type": "TextPositionSelector", "start": excerpt.start, "end": excerpt.end
        }  # fmt: skip


def test_a_document_goes_by_its_address_or_else_by_its_fingerprint():
    made = json.loads(export_dossier(small(), "annotations").data)
    sources = {
        item["dossier:document_id"]: item["target"]["source"]["id"]
        for item in made["first"]["items"]
    }
    assert sources["harbour-report"] == "https://example.org/reports/1998"
    assert sources["messenger"].startswith("ni:///sha-256;")


def test_ids_are_given_once():
    made = json.loads(export_dossier(default(), "annotations").data)
    ids = [item["id"] for item in made["first"]["items"]]
    assert len(set(ids)) == len(ids)
