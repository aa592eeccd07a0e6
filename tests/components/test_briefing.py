from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.briefing.briefing import briefing_data, event_to_leave_for
from components.briefing.choice import (
    MOST_STEPS,
    NO_BRIEFING,
    NO_EVENT,
    NO_STEP,
    address_changes,
    read_choice,
)
from components.briefing.files import FILES, OFFERED, asked_file
from dossier.model import Dossier
from dossier.reading.read import read_dossier, read_tables
from dossier.views.briefings import briefing_label, briefings
from dossier.views.telling import telling

DATA = Path(__file__).parents[2] / "data"
LONGEST_HEADING = 70

TABLES = {
    "events.csv": """event_id,date,date_basis,title,theme,status,importance
pact,2021-04,stated,Two states sign two pacts,plan,occurred,3
office,[..2022],inferred,An office is announced,plan,announced,2
lonely,1999,stated,Nobody is quoted on this,plan,occurred,1
""",
    "documents.csv": "document_id,title,kind\nearly,A statement,government\nlate,An article,news\n",
    "excerpts.csv": """excerpt_id,document_id,exact,speaker,event_ids
e-aside,early,in the presence of guests,Ministry,pact
e-pact,early,Two states signed two pacts in April 2021,Ministry,pact
l-pact,late,the one pact that was signed <b>then</b>,Paper,pact
l-office,late,An office of 7 people will open,Paper,office
""",
    "figures.csv": """figure_id,series,label,value,unit,qualifier,period,excerpt_id
pacts,pacts,Pacts signed,2,pacts,exact,2021-04,e-pact
people,office,People in the office,7,people,about,2022,l-office
""",
    "comparisons.csv": """comparison_id,topic,excerpt_ids,relation
mood,The mood,e-pact;e-aside,agree
how-many,How many pacts,e-pact;l-pact,contradict
""",
    "themes.csv": "theme,label\nplan,The plan\n",
    "briefings.csv": """briefing,position,event_id,heading,speaker_notes
walk,2,office,An office,Say it
walk,1,pact,Two pacts,
walk,3,,Thank you,
walk,4,lonely,,
""",
}


def small(**changed: str) -> Dossier:
    tables = {**TABLES, **{f"{name}.csv": text for name, text in changed.items()}}
    return read_tables({name: text.encode() for name, text in tables.items()})


@pytest.fixture(scope="module")
def dossier():
    return small()


@pytest.fixture(scope="module")
def default():
    return read_dossier(DATA)


def steps(dossier, name="walk"):
    return briefing_data(dossier, read_choice(dossier, {"briefing": [name]}))["steps"]


def test_steps_stand_by_position_and_not_by_place_in_the_file(dossier):
    assert [step["heading"] for step in steps(dossier)][:3] == [
        "Two pacts",
        "An office",
        "Thank you",
    ]


def test_a_step_leads_with_the_passage_that_its_heading_speaks_of(dossier):
    first = steps(dossier)[0]
    assert first["passages"][0]["exact"] == "Two states signed two pacts in April 2021"
    assert first["when"] == "April 2021"


def test_the_other_side_is_the_voice_that_contradicts(dossier):
    other = steps(dossier)[0]["other"]
    assert other["relation"] == "contradict"
    assert [voice["speaker"] for voice in other["voices"]] == ["Paper"]


def test_a_number_is_large_only_if_the_heading_or_the_title_names_it(dossier):
    assert [figure["value"] for figure in steps(dossier)[0]["figures"]] == ["2 pacts"]
    assert steps(dossier)[1]["figures"] == []
    seven = telling(dossier, dossier.event("office"), "About 7 people for an office")
    assert [figure.figure_id for figure in seven.figures] == ["people"]


def test_what_a_date_and_a_title_overstate_is_said(dossier):
    assert steps(dossier)[1]["tags"] == ["announced", "date inferred"]


def test_a_step_of_words_only_and_an_event_without_passages_are_steps_too(dossier):
    words, lonely = steps(dossier)[2:]
    assert (words["when"], words["event"], words["passages"]) == ("", "", [])
    assert lonely["heading"] == "Nobody is quoted on this"
    assert lonely["passages"] == []


def test_text_stays_text(dossier):
    assert "<b>then</b>" in steps(dossier)[0]["other"]["voices"][0]["exact"]


def test_the_data_do_not_depend_on_the_step(dossier):
    sent = [
        briefing_data(dossier, read_choice(dossier, {"briefing": ["walk"], "step": [step]}))
        for step in ("1", "3")
    ]
    assert json.dumps(sent[0]) == json.dumps(sent[1])


def test_without_a_briefing_all_are_offered(dossier):
    data = briefing_data(dossier, read_choice(dossier, {}))
    assert [card["label"] for card in data["briefings"]] == ["The walk in four steps"]


@pytest.mark.parametrize("step", ["0", "5", "-1", "x", "1e3", "٣", "99999999"])
def test_an_unknown_step_is_said(dossier, step):
    assert read_choice(dossier, {"briefing": ["walk"], "step": [step]}).said == (NO_STEP,)


def test_an_unknown_briefing_is_said_and_leaves_the_choice(dossier):
    choice = read_choice(dossier, {"briefing": ["nope"], "step": ["2"]})
    assert choice.said == (NO_BRIEFING,)
    assert briefing_data(dossier, choice)["view"] == "start"


def test_a_briefing_may_live_in_the_address(dossier):
    picks = ["office|My heading", "pact||Notes | with a bar", "gone|Lost"]
    choice = read_choice(dossier, {"pick": picks, "step": ["2"]})
    assert [(step.event_id, step.heading) for step in choice.steps] == [
        ("office", "My heading"),
        ("pact", "Two states sign two pacts"),
    ]
    assert choice.steps[1].speaker_notes == "Notes | with a bar"
    assert choice.said == (NO_EVENT,)


def test_the_form_offers_every_event(dossier):
    data = briefing_data(dossier, read_choice(dossier, {"make": ["1"]}))
    assert {event["id"] for event in data["events"]} == {"pact", "office", "lonely"}


def test_an_empty_dossier_offers_nothing_and_does_not_fail():
    empty = read_tables({})
    assert briefing_data(empty, read_choice(empty, {}))["briefings"] == []
    assert read_choice(empty, {"briefing": ["plan"]}).said == (NO_BRIEFING,)


@pytest.mark.parametrize(
    ("name", "count", "label"),
    [
        ("plan", 10, "The plan in ten steps"),
        ("numbers", 8, "The numbers in eight steps"),
        ("who-said_what", 1, "Who said what in one step"),
        ("2022", 40, "2022 in 40 steps"),
    ],
)
def test_a_label_comes_from_the_name(name, count, label):
    assert briefing_label(name, count) == label


def test_files_are_offered_before_a_briefing_and_not_while_it_is_on(dossier):
    assert [each["file"] for each in OFFERED] == list(FILES)
    for params in ({}, {"make": ["1"]}):
        assert briefing_data(dossier, read_choice(dossier, params))["files"] == OFFERED
    assert "files" not in briefing_data(dossier, read_choice(dossier, {"briefing": ["walk"]}))


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_asked_for_is_made_part_by_part(dossier, file):
    told = []
    for of in ({"briefing": "walk"}, {"pick": ["office|My heading", "pact"]}):
        words, make = asked_file(dossier, {"take": file, **of})
        assert words == FILES[file][0]
        assert make(lambda *part: told.append(part)).data[:4] in (b"PK\x03\x04", b"%PDF")
    assert all(done < parts for _, done, parts in told)
    assert told[0][1] == 0


def test_a_file_is_stopped_between_two_parts(dossier):
    class Stopped(BaseException):
        pass

    def stop(doing, done, of):
        told.append(done)
        if done == 2:
            raise Stopped

    told: list[int] = []
    _, make = asked_file(dossier, {"take": "slides", "briefing": "walk"})
    with pytest.raises(Stopped):
        make(stop)
    assert told == [0, 1, 2]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"take": 3, "briefing": "walk"},
        {"take": "exe", "briefing": "walk"},
        {"take": "slides"},
        {"take": "slides", "briefing": "nope"},
        {"take": "slides", "briefing": ["walk"]},
        {"take": "slides", "pick": "office"},
        {"take": "slides", "pick": [1, "gone"]},
    ],
)
def test_what_is_no_file_of_a_briefing_is_not_made(dossier, asked):
    assert asked_file(dossier, asked)[1] is None


def test_leaving_for_an_event_is_all_that_a_browser_can_ask_besides():
    assert event_to_leave_for({"leave": "libe-hearing"}) == "libe-hearing"
    assert event_to_leave_for({"leave": ["x"]}) == ""


def test_a_step_draws_its_numbers_as_sure_as_they_are_said(default):
    bars = {
        (step["event"], figure["value"]): figure["bar"]["manner"]
        for step in steps(default, "numbers")
        for figure in step["figures"]
        if "bar" in figure
    }
    assert bars == {
        ("deportation-figures-published", "nearly 550 people"): "about",
        ("deportation-figures-published", "about 550 people"): "about",
        ("awaiting-halved", "1,155 people"): "exact",
        ("awaiting-halved", "about 550 people"): "about",
        ("syrians-44000", "estimated 44,000 people"): "about",
        ("syrians-44000", "estimated 35,000 people"): "about",
        ("siri-misuse", "up to 3,300 people"): "up to",
    }


def test_a_step_draws_no_number_that_only_a_sum_implies(default):
    quoted = set(default.figures["label"])
    for name in ("plan", "numbers"):
        for step in steps(default, name):
            assert {figure["label"] for figure in step["figures"]} <= quoted


def test_a_step_with_a_figure_says_how_its_sum_comes_out(default):
    said = {step["event"]: step["sums"] for step in steps(default, "numbers")}
    (halved,) = said["awaiting-halved"]
    assert halved["verdict"] == "About"
    assert halved["numbers"] == "(1,155 − about 550) ÷ 1,155 × 100"
    assert "claimed is 50" in halved["reason"]
    assert [each["verdict"] for each in said["lowest-number-claim"]] == ["Does not add up", "About"]
    assert "implied, not reported" in said["applications-fall-2020"][0]["reason"]
    assert said["low-influx-attributed"] == []


def test_only_known_parameters_come_back_from_a_browser():
    asked = {"step": "3", "briefing": 7, "theme": "x", "pick": ["a", 1] + ["b"] * 500}
    changes = address_changes(asked)
    assert set(changes) == {"step", "pick"}
    assert len(changes["pick"]) == MOST_STEPS


def test_the_default_dossier_has_two_briefings_with_short_headings_and_notes(default):
    found = briefings(default)
    assert {name: len(rows) for name, rows in found.items()} == {"plan": 10, "numbers": 8}
    for rows in found.values():
        assert all(0 < len(step.heading) <= LONGEST_HEADING for step in rows)
        assert all(step.speaker_notes for step in rows)


@pytest.mark.parametrize("name", ["plan", "numbers"])
def test_every_default_step_quotes_few_enough_words_to_read_in_a_room(default, name):
    for step in steps(default, name):
        assert step["passages"]
        assert all(len(one["exact"].split()) <= 60 for one in step["passages"])


@pytest.mark.parametrize("name", ["plan", "numbers"])
def test_every_large_number_of_the_default_stands_beside_its_own_words(default, name):
    for step in read_choice(default, {"briefing": [name]}).steps:
        shown = telling(default, default.event(step.event_id), step.heading)
        ids = {each.excerpt_id for each in (*shown.passages, *shown.voices)}
        assert all(figure.excerpt_id in ids for figure in shown.figures)


@pytest.mark.parametrize("name", ["plan", "numbers"])
def test_the_notes_of_the_default_name_a_document(default, name):
    titles = [title.rstrip(",") for title in default.documents["title"]]
    for step in read_choice(default, {"briefing": [name]}).steps:
        assert any(title in step.speaker_notes for title in titles)
