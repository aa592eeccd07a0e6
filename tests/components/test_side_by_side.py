from __future__ import annotations

from collections import Counter

import pytest

from components.documents.choice import Choice, documents_in_order, read_choice
from components.documents.document_cards import document_cards, receipt_words
from components.documents.documents import address_changes
from components.documents.side_by_side import side_by_side
from components.documents.topic_picker import select_topics
from dossier.views.marked_words import marked_words
from tests.components.documents_dossier import small_dossier


@pytest.fixture(scope="module")
def dossier():
    return small_dossier()


def marks(shown):
    """The marked words of each passage."""
    return [
        [text.strip() for text, differs in passage["pieces"] if differs]
        for column in shown["columns"]
        for passage in column["passages"]
    ]


def test_documents_stand_in_order_of_publication_and_undated_ones_last(dossier):
    assert documents_in_order(dossier) == ("early", "late", "party")


def test_a_card_says_when_a_document_came_out_and_on_what_that_rests(dossier):
    published = [card["published"] for card in document_cards(dossier, Choice())["cards"]]
    assert published[0].startswith("No date printed; between April 2021 and")
    assert published[0].endswith("2022, inferred")
    assert published[1:] == ["Published 24 May 2023", "No date known"]


def test_a_card_counts_excerpts_and_events(dossier):
    cards = document_cards(dossier, Choice())["cards"]
    assert [card["counts"] for card in cards] == [
        "3 excerpts, 3 events",
        "2 excerpts, 2 events",
        "1 excerpt, 1 event",
    ]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, "No excerpt to check"),
        ({"verified": 23}, "All 23 excerpts found word for word"),
        ({"verified": 1}, "The one excerpt found word for word"),
        ({"position": 4}, "Positions from the last check; the document is not at hand"),
        ({"unchecked": 4}, "Not checked: the document is not at hand"),
        (
            {"verified": 2, "ambiguous": 1, "not found": 1},
            "Of 4 excerpts 2 found word for word, 1 found more than once, 1 not found",
        ),
    ],
)
def test_the_receipt_of_a_document_in_words(counts, words):
    assert receipt_words(Counter(counts)) == words


def test_topics_come_by_relation_the_sharpest_first_without_those_that_have_no_passage(dossier):
    data = side_by_side(dossier, Choice())
    assert [group["label"] for group in data["groups"]] == [
        "Contradict",
        "Different framing",
        "Agree",
    ]
    assert [topic.comparison_id for topic in select_topics(dossier, ())] == [
        "how-many",
        "within",
        "office-agrees",
    ]


def test_the_first_topic_is_open_when_none_is_asked_for(dossier):
    shown = side_by_side(dossier, Choice())["shown"]
    assert (shown["id"], shown["previous"], shown["next"]) == ("how-many", None, "within")


def test_one_document_keeps_its_topics_and_two_keep_those_where_they_meet(dossier):
    def ids(*names):
        return [topic.comparison_id for topic in select_topics(dossier, names)]

    assert ids("late") == ["how-many", "office-agrees"]
    assert ids("early", "late") == ["how-many", "office-agrees"]
    assert ids("early", "party") == ["how-many"]


def test_passages_outside_the_chosen_documents_are_counted_not_shown(dossier):
    shown = side_by_side(dossier, Choice(documents=("early", "party")))["shown"]
    assert [column["key"] for column in shown["columns"]] == ["e-pact", "p-pact"]
    assert shown["left_out"] == "One more passage is in a document that is not chosen."


def test_two_passages_are_marked_against_each_other_by_words(dossier):
    shown = side_by_side(dossier, Choice(documents=("early", "party")))["shown"]
    assert marks(shown) == [["two pacts"], ["one pact"]]
    assert "does not have" in shown["legend"]


def test_the_measure_can_be_chosen_and_is_named(dossier):
    shown = side_by_side(dossier, Choice(topic="how-many", against="p-pact"))["shown"]
    assert [column["measure"] for column in shown["columns"]] == [False, True, False]
    assert marks(shown)[0] == ["two pacts"]


def test_passages_that_share_little_wording_have_numbers_dates_and_names_marked(dossier):
    shown = side_by_side(dossier, Choice(topic="how-many"))["shown"]
    assert marks(shown)[2] == ["550"]
    assert "only numbers, dates and names" in shown["legend"]


def test_pieces_put_together_are_the_passage_as_it_was(dossier):
    shown = side_by_side(dossier, Choice(topic="within"))["shown"]
    for column, excerpt_id in zip(shown["columns"], ("e-pact", "e-count"), strict=True):
        text = "".join(text for text, _ in column["passages"][0]["pieces"])
        assert text == dossier.excerpt(excerpt_id).exact


def test_every_differing_word_is_marked_when_asked_for(dossier):
    shown = side_by_side(dossier, Choice(topic="how-many", every_word=True))["shown"]
    assert "Nothing here resembles" in " ".join(marks(shown)[2])
    assert shown["every"] is True


def test_a_name_is_marked_where_the_other_passage_lacks_it_but_not_a_sentence_start():
    sides = [["Cases go to the Refugee Board"], ["Nobody asked Denmark’s UNHCR"]]
    pieces, by_words = marked_words(sides)
    marked = [[piece.text for piece in side[0] if piece.kind == "differs"] for side in pieces]
    assert marked == [["Refugee Board"], ["Denmark’s UNHCR"]]
    assert not by_words


def test_a_single_passage_is_not_marked():
    assert [piece.kind for piece in marked_words([["one two"]])[0][0][0]] == ["same"]


def test_passages_of_one_document_on_an_event_are_not_marked_against_each_other():
    excerpts = "excerpt_id,document_id,exact,event_ids\na,early,One two,pact\nb,early,Six,pact\n"
    shown = side_by_side(small_dossier(excerpts=excerpts), Choice(event="pact"))["shown"]
    assert marks(shown) == [[], []]
    assert shown["legend"] == ""


def test_a_silent_document_that_differs_on_a_topic_stands_aside_with_that_topic():
    comparisons = "comparison_id,topic,excerpt_ids,relation\nt,T,e-count;l-office,contradict\n"
    shown = side_by_side(small_dossier(comparisons=comparisons), Choice(event="count"))["shown"]
    assert [(column["key"], column["aside"]) for column in shown["columns"]] == [
        ("early", False),
        ("late", True),
    ]
    assert shown["columns"][1]["passages"][0]["topic"]["title"] == "T"
    assert "A late article" in shown["silent"]


def test_an_event_has_a_column_for_each_document_and_names_the_silent(dossier):
    shown = side_by_side(dossier, Choice(event="office"))["shown"]
    assert [column["key"] for column in shown["columns"]] == ["early", "late"]
    assert shown["silent"] == ["A party's page"]
    assert [topic["id"] for topic in shown["related"]] == ["office-agrees"]


def test_an_event_without_a_passage_says_so(dossier):
    shown = side_by_side(dossier, Choice(event="lonely"))["shown"]
    assert shown["columns"] == []
    assert shown["empty"]


def test_what_the_address_names_wrongly_falls_back_and_is_said(dossier):
    choice = read_choice(
        dossier, {"topic": ["no"], "compare": ["no"], "document": ["no"], "page": ["-1"]}
    )
    assert (choice.topic, choice.event, choice.documents, choice.page) == ("", "", (), 1)
    assert len(choice.said) == 3


def test_an_event_in_the_address_stands_before_a_topic(dossier):
    choice = read_choice(dossier, {"topic": ["how-many"], "compare": ["pact"]})
    assert (choice.topic, choice.event) == ("", "pact")


def test_a_dossier_of_events_alone_has_words_for_what_is_missing():
    bare = small_dossier(documents="", excerpts="", comparisons="", themes="")
    assert document_cards(bare, Choice())["cards"] == []
    assert side_by_side(bare, Choice())["shown"] is None
    assert side_by_side(bare, Choice())["empty"]


def test_excerpts_of_a_document_that_no_table_describes_are_still_shown():
    bare = small_dossier(documents="")
    assert [card["title"] for card in document_cards(bare, Choice())["cards"]] == [
        "early",
        "party",
        "late",
    ]
    assert side_by_side(bare, Choice())["shown"]["columns"]


def test_only_parameters_of_this_screen_pass_from_the_browser():
    asked = {"topic": "a", "document": ["b", 7], "evil": "x", "page": 3}
    assert address_changes(asked) == {"topic": "a", "document": ["b"]}
