"""What is asked for as of a day says so in every row, and holds nothing that came out later."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter

import numpy as np
import pytest

from components.address import view_of
from components.web.index import first_page
from dossier.__main__ import main
from dossier.exporting.formats import FORMATS
from dossier.knowing.asof import known_dossier
from dossier.reading.store import current_dossier
from dossier.schema import DATA
from dossier.selecting.select import Selection
from dossier.views.event_view import event_data
from dossier.views.filter_view import download_links
from dossier.views.known_view import known_data
from pages.contents import CONTENTS
from tests.components.test_api import get
from tests.components.test_index import tags


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
    links = download_links(view_of(current_dossier(), {"asof": ["2022-12-31"]}))
    assert all("asof=2022-12-31" in each["href"] for each in links)


def test_without_a_day_there_is_no_such_column():
    assert "known" not in rows(get("/export/events.csv").body)[0]


def test_what_is_no_day_is_said_and_left_out():
    got = get("/api/events.json", "asof=tomorrow&limit=1").json
    assert got["selection"] == {}
    assert "tomorrow" in got["notices"][0]


def test_each_figure_says_so_too():
    found = rows(get("/export/figures.csv", "asof=2022-12-31").body)
    assert {row["known_as_of"] for row in found} == {"2022-12-31"}
    assert {row["known"] for row in found} == {"certain", "possible"}
    records = get("/api/figures.json", "asof=2022-12-31").json["figures"]
    assert [(row["figure_id"], row["known"]) for row in records] == [
        (row["figure_id"], row["known"]) for row in found
    ]
    assert "known" not in rows(get("/export/figures.csv").body)[0]


def test_one_event_is_that_of_the_day():
    name = "kigali-office-announced"
    whole = get(f"/api/events/{name}.json").json
    then = get(f"/api/events/{name}.json", "asof=2022-03").json
    assert {each["document_id"] for each in then["excerpts"]} == {"joint-statement"}
    assert len(whole["excerpts"]) > len(then["excerpts"])
    assert then["more"] == {"known": "possible", "known_as_of": "2022-03"}
    assert all(each["known"] == "possible" for each in then["excerpts"])
    assert get(f"/api/events/{name}.json", "asof=soon").json == whole


def test_the_one_file_says_so_of_each_event():
    page = get("/export/dossier.html", "asof=2022-12-31").body.decode()
    assert page.count("Known as of 31 December 2022: ") >= 122
    assert "About 550 Asylum Seekers" not in page
    assert "Known as of" not in get("/export/dossier.html", "theme=returns").body.decode()


def test_the_head_of_a_page_is_that_of_the_day():
    asked = {"event": ["kigali-office-announced"], "asof": ["2022-03"]}
    page = first_page(CONTENTS[0], "https://example.org/", asked)
    assert "Known as of March 2022: possible." in page
    assert "Danish government to open office" not in page.partition("<script")[0]
    assert 'content="https://example.org/?event=kigali-office-announced&amp;asof=2022-03"' in page
    plain = first_page(CONTENTS[0], "https://example.org/", {"asof": ["2022-03"]})
    assert 'content="Known as of March 2022: ' in plain
    for hostile in ("soon", "<script>", "9" * 5000):
        page = first_page(CONTENTS[0], "https://example.org/", {"asof": [hostile]})
        assert tags(page) == tags(first_page(CONTENTS[0], "https://example.org/"))


def test_what_is_copied_of_an_event_says_so():
    dossier = current_dossier()
    event = dossier.event("kigali-office-announced")
    panel = event_data(dossier, event, np.arange(1), known_dossier(dossier, "2022-03"))
    for each in panel["citations"]:
        if each["key"] != "frame":
            assert "Known as of March 2022: possible" in "".join(each["parts"]), each["key"]
    (said,) = [words for term, words in panel["facts"] if term == "Known"]
    assert said.startswith("possible as of March 2022: “Joint Statement")
    assert "Came out later: “Danish government to open office" in said


WORDS = ("known_as_of", "Known as of 31 December 2022", "31 December 2022")


def texts(data: bytes) -> list[str]:
    """The text of a file, or of each file in an archive, as it reads unpacked."""
    if not data.startswith(b"PK"):
        return [data.decode("utf-8").replace("\r\n ", "")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode("utf-8") for name in archive.namelist()]


@pytest.mark.parametrize("format_name", FORMATS)
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
    whole = "\n".join(texts(target.read_bytes()))
    assert "deportation-figures" not in whole
    assert "About 550" not in whole
    assert "nearly 550 asylum seekers" not in whole
    assert any(words in whole for words in WORDS)
    assert "Written to" in capsys.readouterr().out


def test_every_table_of_the_package_says_so_in_each_row():
    body = get("/export/dossier.zip", "asof=2022-12-31").body
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for name in ("events", "documents", "excerpts", "figures", "comparisons", "checks"):
            found = rows(archive.read(f"{name}.csv"))
            assert {row["known_as_of"] for row in found} == {"2022-12-31"}, name
            assert {row["known"] for row in found} <= {"certain", "possible"}, name
        assert rows(archive.read("briefings.csv")) == []
