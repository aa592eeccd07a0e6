"""What is asked for as of a day says so in every row, and holds nothing that came out later."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

from dossier.__main__ import main
from dossier.reading.store import current_dossier
from dossier.schema import DATA
from dossier.selecting.select import Selection
from dossier.views.filter_view import download_links
from dossier.views.known_view import known_data
from tests.components.test_api import get


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8"))))


def test_the_csv_says_so_in_each_row_and_the_counts_are_those_on_the_screen():
    found = rows(get("/export/events.csv", "asof=2022-12-31").body)
    assert {row["known_as_of"] for row in found} == {"2022-12-31"}
    counts = Counter(row["known"] for row in found)
    assert set(counts) == {"certain", "possible"}
    total = len(current_dossier().events)
    left = total - len(found)
    said = known_data(current_dossier(), Selection(asof="2022-12-31"))["counts"]
    assert said == (
        f"Known as of 31 December 2022: {counts['certain']} certain, "
        f"{counts['possible']} possible (paler), {left} not yet (left out)"
    )


def test_no_row_quotes_what_came_out_later():
    found = rows(get("/export/events.csv", "asof=2022-12-31").body)
    assert not any("deportation-figures" in row["documents"] for row in found)
    figures = rows(get("/export/figures.csv", "asof=2022-12-31").body)
    assert figures
    assert not any(row["document_id"] == "deportation-figures" for row in figures)


def test_json_carries_the_day_in_the_selection_the_next_page_and_each_event():
    got = get("/api/events.json", "asof=2022&limit=2").json
    assert got["selection"] == {"asof": ["2022"]}
    assert "asof=2022" in got["next"]
    assert all(each["more"]["known_as_of"] == "2022" for each in got["events"])


def test_the_downloads_of_the_screen_carry_the_day():
    links = download_links(Selection(asof="2022-12-31"))
    assert all("asof=2022-12-31" in each["href"] for each in links)


def test_without_a_day_there_is_no_such_column():
    assert "known" not in rows(get("/export/events.csv").body)[0]


def test_what_is_no_day_is_said_and_left_out():
    got = get("/api/events.json", "asof=tomorrow&limit=1").json
    assert got["selection"] == {}
    assert "tomorrow" in got["notices"][0]


@pytest.mark.parametrize("format_name", ["csv", "json", "datapackage", "markdown", "ics"])
def test_the_command_exports_what_was_known(tmp_path, format_name, capsys):
    target = tmp_path / "out"
    asked = [
        "export",
        str(DATA),
        "--format",
        format_name,
        "-o",
        str(target),
        "--asof",
        "2022-12-31",
    ]
    assert main(asked) == 0
    assert b"deportation-figures" not in target.read_bytes()
    assert "Written to" in capsys.readouterr().out
