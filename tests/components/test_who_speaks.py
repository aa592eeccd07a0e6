"""Speaker, document, kind and interest travel with every claim, on screen and in files."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from components.documents.choice import Choice
from components.documents.document_cards import document_cards
from components.figures.figure_cards import passage
from dossier.exporting.events_csv import events_csv, figures_csv
from dossier.exporting.records import event_record
from dossier.reading.read import read_dossier
from dossier.schema import DATA
from dossier.views.document_words import document_words, kind_words
from dossier.views.event_view import comparison_data, event_data
from dossier.views.passage import passage_data
from tests.components.test_api import get
from tests.dossier.built import build_dossier

TRANSLATED = "translated press, translated by The Syrian Observer, original not held"


@pytest.fixture(scope="module")
def dossier():
    return read_dossier(DATA)


def rows(body):
    return list(csv.DictReader(io.StringIO(body.decode("utf-8"))))


def test_every_passage_on_screen_has_speaker_document_kind_and_interest(dossier):
    for excerpt in dossier.each("excerpts"):
        shown = passage_data(dossier, excerpt)
        assert all(shown[name] for name in ("speaker", "document", "kind", "interest"))


def test_the_other_voices_of_an_event_have_speaker_document_and_kind(dossier):
    for comparison in dossier.each("comparisons"):
        for other in comparison_data(dossier, comparison, ())["others"]:
            assert other["speaker"]
            assert other["document"].endswith(")")


def test_every_number_on_screen_has_them_too(dossier):
    for figure in dossier.each("figures"):
        excerpt = dossier.excerpt(figure.excerpt_id)
        document = dossier.document(excerpt.document_id)
        said = str(passage(excerpt, document, ()))
        assert "<b" in said
        assert "<cite" in said
        assert kind_words(document) in said
        assert "Who is behind it" in said


def test_every_row_of_the_files_has_them(dossier):
    for row in rows(events_csv(dossier, dossier.each("events"))):
        assert all(row[name] for name in ("attribution", "speakers", "documents", "interests"))
    for row in rows(figures_csv(dossier, dossier.each("figures"))):
        assert all(row[name] for name in ("attribution", "speaker", "document", "kind", "interest"))


def test_the_json_of_an_event_has_them_with_each_excerpt(dossier):
    record = event_record(dossier, dossier.event("siri-misuse"))
    for each in record["excerpts"]:
        assert all(each[name] for name in ("speaker", "document", "kind", "interest"))
    assert get("/api/events/siri-misuse.json").json["excerpts"][0]["interest"]


def test_a_translation_says_by_whom_and_that_the_original_is_not_held(dossier):
    assert document_words(dossier, "syrian-observer")["kind"] == TRANSLATED
    event = dossier.event("apps-2020")
    panel = event_data(dossier, event, np.arange(len(dossier.events)))
    assert {each["kind"] for each in panel["passages"]} >= {TRANSLATED}
    record = event_record(dossier, event)
    assert "original not held" in record["attribution"]


def test_the_cards_of_the_documents_say_so(dossier):
    cards = document_cards(dossier, Choice())["cards"]
    assert [card["id"] for card in cards if card["kind"] == TRANSLATED] == ["syrian-observer"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"kind": "news"}, "news"),
        ({"kind": "translated press"}, "translated press, translated by someone who is not named, "
         "original not held"),
        ({"kind": "web", "translated_by": "Ada", "original": "held"},
         "web, translated by Ada, original held"),
        ({}, ""),
    ],
)  # fmt: skip
def test_kinds_in_words(row, words):
    dossier = build_dossier(documents=[{"document_id": "d", **row}])
    assert kind_words(dossier.document("d")) == words
