"""The report's counts equal what is counted here from the CSV files themselves."""

from __future__ import annotations

import csv
import json
import shutil

import pytest

from dossier.__main__ import main
from dossier.reading.read import read_dossier
from dossier.reporting.report import report_lines
from dossier.schema import DATA
from tests.dossier.built import build_dossier


def rows(name):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counted():
    events, excerpts, documents = rows("events"), rows("excerpts"), rows("documents")
    figures, checks, comparisons = rows("figures"), rows("checks"), rows("comparisons")
    documents_of = {
        event["event_id"]: {
            each["document_id"]
            for each in excerpts
            if event["event_id"] in each["event_ids"].split(";")
        }
        for event in events
    }
    speaker = {each["excerpt_id"]: each["speaker"] for each in excerpts}
    answered = set()
    for comparison in comparisons:
        voices = comparison["excerpt_ids"].split(";")
        if comparison["relation"] != "agree" and len({speaker[each] for each in voices}) > 1:
            answered |= set(voices)
    met = {
        event_id
        for each in excerpts
        if each["excerpt_id"] in answered
        for event_id in each["event_ids"].split(";")
    }
    hashed = {each["document_id"] for each in documents if each["sha256"]}
    return {
        "no-source": {name for name, of in documents_of.items() if not of},
        "single-source": {name for name, of in documents_of.items() if len(of) == 1},
        "unanswered-claims": {
            each["event_id"]
            for each in events
            if each["status"] == "claimed" and each["event_id"] not in met
        },
        "inferred-dates": {e["event_id"] for e in events if e["date_basis"] == "inferred"},
        "unverified-excerpts": {
            each["excerpt_id"]
            for each in excerpts
            if not each["start"] or each["document_id"] not in hashed
        },
        "no-speaker": {each["excerpt_id"] for each in excerpts if not each["speaker"]},
        "undated-documents": {
            each["document_id"]
            for each in documents
            if not each["published"] or each["published_basis"] in ("derived", "inferred")
        },
        "translated": {e["document_id"] for e in documents if e["kind"] == "translated press"},
        "words-only": {each["figure_id"] for each in figures if not each["value"]},
        "shares-without-whole": {
            # "halved" is the one share whose counts, 1,155 and 550, the same passage's check has.
            each["figure_id"]
            for each in figures
            if each["unit"] in ("%", "share") and each["excerpt_id"] != "df-halved"
        },
        # No figure of the default dossier differs from its passage; test_doubts alters some.
        "differing-figures": set(),
        "stale-sentences": set(),
        "wrong-sums": {"lowest-from-2022", "fall-since-2015"},
        "open-sums": {e["check_id"] for e in checks if not e["claimed"] or not e["formula"]},
    }


def test_every_count_is_what_the_csv_files_hold():
    found = {
        line.key: {row.row_id for row in line.rows} for line in report_lines(read_dossier(DATA))
    }
    assert found == counted()


def test_each_row_counts_once_and_opens_somewhere():
    for line in report_lines(read_dossier(DATA)):
        assert line.count == len({row.row_id for row in line.rows}) <= line.of
        assert all(row.event_id or row.document_id for row in line.rows)


def test_zero_is_said_as_zero_for_a_dossier_of_one_bare_event():
    dossier = build_dossier(events=[{"event_id": "a", "date": "2022", "title": "A"}])
    counts = {line.key: line.count for line in report_lines(dossier)}
    assert counts.pop("no-source") == 1
    assert set(counts.values()) == {0}


def test_the_command_prints_the_same_counts(capsys):
    assert main(["report", str(DATA), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {line["key"]: line["count"] for line in record["lines"]} == {
        key: len(ids) for key, ids in counted().items()
    }
    assert main(["report", str(DATA)]) == 0
    said = capsys.readouterr().out
    assert f"0 of {len(rows('excerpts'))}  Excerpts without a speaker." in said
    assert all(ids <= set(said.replace(":", " ").split()) for ids in counted().values())


def test_with_documents_at_hand_a_changed_word_is_unverified(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("DOSSIER_DOCUMENTS", raising=False)
    small, texts = DATA.parent / "tests" / "small", DATA.parent / "tests" / "small_documents"
    shutil.copytree(texts, tmp_path / "texts")
    report = tmp_path / "texts" / "harbour-report.txt"
    before = unverified(small, texts, capsys)
    report.write_text(report.read_text("utf-8").replace("e", "3"), "utf-8")
    assert unverified(small, tmp_path / "texts", capsys) > before


def unverified(folder, texts, capsys):
    main(["report", str(folder), "--documents", str(texts), "--json"])
    lines = json.loads(capsys.readouterr().out)["lines"]
    return next(line["count"] for line in lines if line["key"] == "unverified-excerpts")


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_an_empty_folder_has_nothing_to_report_on(tmp_path, capsys, options):
    assert main(["report", str(tmp_path), *options]) == 2
    assert "Nothing to report on." in capsys.readouterr().err
