"""An event to cite."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from dossier.model import Dossier
from dossier.views.citations import citations
from dossier.views.passage import passage_data
from tests.dossier.exporting.samples import EVERY, default, harmful

ADDRESS = "http://example.org/?event=x"


def texts(dossier: Dossier, event_id: str) -> dict[str, str]:
    event = dossier.event(event_id)
    assert event is not None
    passages = dossier.excerpts_of(event_id)
    receipts = [passage_data(dossier, each)["receiptWords"] for each in passages]
    made = citations(dossier, event, passages, receipts)
    address = {"csl": json.dumps(ADDRESS)}
    return {each["key"]: address.get(each["key"], ADDRESS).join(each["parts"]) for each in made}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "bibtex", "csl"])
def test_each_text_says_what_who_where_when_and_how_checked(kind: str) -> None:
    text = texts(default(), "libe-hearing")[kind]
    for words in (
        "13 January 2022",
        "before the LIBE committee",
        "Claimed by Volt",
        "Rwanda is not a solution",
        "40-minute hearing",
        "23 November 2022 or later",
        "Receipt: ",
        ADDRESS,
    ):
        assert words in text


@pytest.mark.parametrize("name", EVERY)
def test_every_event_has_six_texts_and_csl_is_json(name: str) -> None:
    dossier = EVERY[name]()
    for event_id in dossier.events["event_id"]:
        made = texts(dossier, event_id)
        assert len(made) == 6
        items = json.loads(made["csl"])
        assert items[0]["URL"] == ADDRESS
        assert made["bibtex"].count(f"url = {{{ADDRESS}}}") == 1
        assert made["frame"].count(ADDRESS) == 2


HARMLESS = {"p", "b", "blockquote", "cite", "a", "iframe"}


def test_harmful_words_stay_words_in_html() -> None:
    for event_id in harmful().events["event_id"]:
        for kind in ("html", "frame"):
            tags = Tags()
            tags.feed(texts(harmful(), event_id)[kind])
            ours = {"frame": ["script"], "html": []}[kind]
            assert [tag for tag, _ in tags.seen if tag not in HARMLESS] == ours
            links = [given for tag, given in tags.seen if tag == "a"]
            assert [given["href"] for given in links] == [ADDRESS]


def test_a_word_like_a_place_for_the_address_is_a_word() -> None:
    from dossier.reading.read import read_tables

    title = b'a,2022,"x href=""./"" ""URL"": """""\n'
    dossier = read_tables({"events.csv": b"event_id,date,title\n" + title}, 'href="./"')
    made = texts(dossier, "a")
    assert json.loads(made["csl"])[0]["title"] == 'x href="./" "URL": ""'
    assert made["html"].count(ADDRESS) == 1
    assert made["frame"].count(ADDRESS) == 2
