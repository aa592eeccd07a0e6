"""A claim never leaves without who claims it."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest

from dossier.exporting.formats import FORMATS, export_dossier
from dossier.exporting.linked import linked
from dossier.exporting.voices import attribution
from tests.dossier.exporting.samples import EVERY, default, harmful, small


def claims(dossier) -> list[str]:
    """The events whose status is claimed, and those that rest on a party's document alone."""
    found = []
    for event in dossier.each("events"):
        excerpts = dossier.excerpts_of(event.event_id)
        kinds = {dossier.document(each.document_id).kind for each in excerpts}
        if excerpts and (event.status == "claimed" or kinds == {"party"}):
            found.append(event.event_id)
    assert found
    return found


def told(dossier, format: str) -> dict[str, str]:
    """What a file says of each event, by its id."""
    text = export_dossier(dossier, format).data.decode()
    if format in ("csv", "timelinejs-csv"):
        named = csv.DictReader(io.StringIO(text, newline=""))
        return {row["event_id"]: " ".join(filter(None, row.values())) for row in named}
    if format in ("json", "timelinejs"):
        key = "event_id" if format == "json" else "unique_id"
        return {
            each[key]: json.dumps(each, ensure_ascii=False) for each in json.loads(text)["events"]
        }
    if format == "ics":
        plain = text.replace("\r\n ", "")
        return {
            re.search("UID:(.*)@", entry)[1]: entry for entry in plain.split("BEGIN:VEVENT\r\n")[1:]
        }
    pieces = re.split(r"^### ", text.split("\n## Where")[0].split("\n## Documents")[0], flags=re.M)
    return dict(zip(dossier.events["event_id"], pieces[1:], strict=True))


@pytest.mark.parametrize(
    "format", ["csv", "json", "timelinejs", "timelinejs-csv", "ics", "markdown"]
)
@pytest.mark.parametrize("name", ["default", "small"])
def test_every_claim_says_whose_it_is(name, format):
    dossier = EVERY[name]()
    said = told(dossier, format)
    for event_id in claims(dossier):
        if event_id in said or format != "ics":
            text = unescape(said[event_id])
            speakers = {each.speaker for each in dossier.excerpts_of(event_id)}
            assert "laimed by" in text
            for speaker in speakers:
                assert speaker in text.replace("\\,", ",").replace("\\", "")


@pytest.mark.parametrize("name", EVERY)
def test_every_annotation_says_whose_words_it_holds(name):
    dossier = EVERY[name]()
    made = json.loads(export_dossier(dossier, "annotations").data)
    for item in made["first"]["items"]:
        excerpt = dossier.excerpt(item["dossier:excerpt_id"])
        assert excerpt.speaker in item["body"][0]["value"]
        if dossier.document(excerpt.document_id).kind == "party":
            assert item["body"][0]["value"].startswith("Claimed by ")


def test_every_figure_has_its_qualifier_and_speaker():
    rows = list(csv.DictReader(io.StringIO(export_dossier(default(), "figures-csv").data.decode())))
    assert len(rows) == len(default().figures)
    for row in rows:
        assert row["speaker"]
        assert row["attribution"]
        if row["qualifier"] == "up to" and row["value"]:
            assert row["figure_words"].startswith("up to ")


def test_the_words_name_each_document_once_and_its_speakers():
    said = attribution(small(), small().event("ships-1997"))
    assert said == (
        "Claimed by Harbour Office of Kråkøy, in “Report on the lighthouse, 14 March 1998” "
        "(Harbour Office of Kråkøy, government); claimed by Abbé René Faÿe, in "
        "“Lighthouse “dead by 2000”, says parish” (The Kråkøy Messenger, news)"
    )


@pytest.mark.parametrize("dossier", [default(), small()])
def test_links_are_those_of_the_dossier(dossier):
    for event_id in dossier.events["event_id"]:
        rows = linked(dossier)
        assert rows.excerpts_of(event_id) == dossier.excerpts_of(event_id)
        assert rows.figures_of(event_id) == dossier.figures_of(event_id)
        assert rows.comparisons_of(event_id) == dossier.comparisons_of(event_id)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", EVERY)
def test_every_format_is_the_same_each_time_and_reports(name, format):
    first, second = (export_dossier(EVERY[name](), format) for _ in range(2))
    assert first == second
    assert first.loss.events == len(EVERY[name]().events)
    assert first.name.isascii()


def test_markdown_shows_text_as_typed():
    text = export_dossier(harmful(), "markdown").data.decode()
    assert not re.search(r"(?<!\\)!?\[", text)
    assert not re.search(r"(?<!\\)<", text)
    assert not re.search(r"(?<!\\):(blue|material)", text)
