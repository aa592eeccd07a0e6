from __future__ import annotations

import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.checking.check import check_dossier
from dossier.model import DAY_MAX, DAY_MIN
from dossier.problems import problem_line
from dossier.reading.read import read_dossier, read_tables
from dossier.schema import read_schema
from tests.dossier.shapes import EVENTS, SMALL, found, ids, only, read_events, small_files, spoiled

PATHS = [table.path for table in read_schema().tables.values()]


@pytest.fixture(scope="module")
def small():
    return read_dossier(SMALL)


def test_the_small_dossier_reads_without_a_problem(small):
    assert small.problems == ()
    assert len(small.events) == 12


def test_frames_hold_the_declared_columns_in_order(small):
    for name, table in read_schema().tables.items():
        assert tuple(small.tables[name].columns[: len(table.names)]) == table.names


def test_events_are_sorted_by_their_days(small):
    assert ids(small)[:3] == ["questions", "built", "electrified"]
    assert ids(small)[-1] == "interview"
    assert ids(small).index("letter-keep") + 1 == ids(small).index("letter-remove")


def test_open_ends_are_the_far_limits(small):
    days = small.events.set_index("event_id")
    assert days.loc["questions", "earliest"] == DAY_MIN
    assert days.loc["lamp-burning", "latest"] == DAY_MAX


def test_times_of_one_day_are_sorted_too():
    dossier = read_events(EVENTS + "a,2021-05-01T14:00,Late\nb,2021-05-01T09:00,Early\n")
    assert ids(dossier) == ["b", "a"]


def test_columns_have_their_types(small):
    assert small.events["importance"].dtype == np.int64
    assert small.briefings["position"].dtype == np.int64
    assert small.figures["value"].dtype == np.float64
    assert small.figures["value"].isna().tolist() == [False, False, True, False, False]
    assert small.events["actors"].iloc[0] == ("The Kråkøy Messenger",)
    assert small.events.isna().sum().sum() == 0


def test_missing_tables_are_empty_frames():
    dossier = read_events(EVENTS + "a,2021,First\n")
    assert dossier.files == {"events"}
    for name, table in read_schema().tables.items():
        assert set(table.names) <= set(dossier.tables[name].columns)
    assert dossier.events["importance"].tolist() == [1]
    assert dossier.events["actors"].tolist() == [()]


def test_the_title_comes_from_the_descriptor_else_from_the_folder(small, tmp_path):
    assert small.about.title == "The lighthouse of Kråkøy"
    assert small.about.correction_url == "https://example.org/corrections"
    (tmp_path / "my_dossier").mkdir()
    (tmp_path / "my_dossier" / "events.csv").write_text(EVENTS + "a,2021,First\n")
    assert read_dossier(tmp_path / "my_dossier").about.title == "my dossier"


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"[" * 100_000, b"\xff\xfe", b'{"title": 5}', b'{"title": "\\ud800"}'],
)
def test_a_spoiled_descriptor_costs_nothing_but_itself(data):
    files = small_files() | {"datapackage.json": data}
    dossier = read_tables(files, "small")
    assert len(dossier.events) == 12
    dossier.about.title.encode("utf-8")


def test_an_address_for_corrections_must_be_one():
    files = small_files() | {"datapackage.json": b'{"dossier:corrections": "javascript:alert(1)"}'}
    dossier = read_tables(files, "small")
    assert dossier.about.correction_url == ""
    assert only(dossier.problems, "descriptor-error").column == "dossier:corrections"


def test_a_bad_optional_cell_costs_the_cell_alone():
    dossier = spoiled("figures.csv", "exact,1997,stated", "exact,19977,stated")
    assert dossier.figure("ships_office").period is None
    assert dossier.figure("ships_office").value == 1240
    problem = only(dossier.problems, "type-error")
    assert (problem.table, problem.row, problem.column, problem.value) == (
        "figures",
        2,
        "period",
        "19977",
    )


@pytest.mark.parametrize("line", ["x,2021-02-31,Bad", "x,,None", ",2021,None", "x,2021, ", "x,y,z"])
def test_a_row_without_id_date_or_title_is_left_out_and_listed(line):
    dossier = read_events(EVENTS + line + "\ngood,2022,Good\n")
    assert ids(dossier) == ["good"]
    (rejected,) = dossier.rejected["events"]
    assert rejected.row == 2
    assert rejected.cells == tuple(line.split(","))
    assert any(p.row == 2 and p.severity == "error" for p in dossier.problems)


def test_of_two_rows_with_one_id_the_first_good_one_is_kept():
    dossier = read_events(EVENTS + "a,bad,Zero\na,2021,One\na,2022,Two\n")
    assert dossier.events["title"].tolist() == ["One"]
    assert only(dossier.problems, "primary-key").row == 4


def test_a_briefing_may_repeat_a_position_only_in_another_briefing():
    dossier = spoiled("briefings.csv", "walk,3", "walk,1")
    assert only(dossier.problems, "primary-key").value == "walk, 1"
    assert not spoiled("briefings.csv", "walk,3", "talk,1").problems


def test_a_dangling_reference_is_cut_listed_and_the_nearest_id_named():
    dossier = spoiled("excerpts.csv", "electrified;lamp-burning", "electrifed;lamp-burning")
    assert dossier.excerpt("hr-lamp").event_ids == ("lamp-burning",)
    problem = only(dossier.problems, "foreign-key")
    assert (problem.value, problem.hint) == ("electrifed", "write “electrified”")


def test_a_reference_to_a_rejected_row_names_that_row():
    dossier = spoiled("events.csv", "storm,1962-24", "storm,1962-30-40")
    problem = only(dossier.problems, "foreign-key")
    assert "row 5 of events.csv" in problem.message


def test_a_list_separated_by_commas_is_recognised():
    dossier = spoiled("excerpts.csv", "storm;repair", '"storm,repair"')
    assert "storm;repair" in only(dossier.problems, "foreign-key").hint


def test_references_to_a_missing_table_are_kept_and_said_once():
    files = small_files()
    del files["themes.csv"]
    dossier = read_tables(files, "small")
    assert dossier.event("built").theme == "building"
    assert only(dossier.problems, "foreign-key").severity == "note"


def test_a_comparison_of_one_excerpt_is_an_error():
    dossier = spoiled("comparisons.csv", "hr-ships;ms-ships", "hr-ships")
    assert only(dossier.problems, "constraint-error").column == "excerpt_ids"


def test_a_missing_folder_gives_an_empty_dossier_and_a_reason(tmp_path):
    dossier = read_dossier(tmp_path / "nowhere")
    assert len(dossier.events) == 0
    assert only(dossier.problems, "source-error").severity == "error"


def test_a_table_that_can_not_be_opened_costs_no_other(tmp_path):
    for name, data in small_files().items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "figures.csv").unlink()
    os.mkfifo(tmp_path / "figures.csv")
    dossier = read_dossier(tmp_path)
    assert len(dossier.events) == 12
    assert "named pipe" in only(dossier.problems, "source-error").message


def test_a_misnamed_table_is_pointed_at(tmp_path):
    (tmp_path / "event.csv").write_text(EVENTS + "a,2021,First\n")
    dossier = read_dossier(tmp_path)
    assert "events.csv" in only(dossier.problems, "extra-table").hint
    assert found(dossier.problems, "table-missing")


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(PATHS), data=st.binary(max_size=300))
def test_any_bytes_as_any_table_give_findings_and_never_an_exception(path, data):
    report = check_dossier(read_tables(small_files() | {path: data}, "small"))
    assert all("\n" not in problem_line(problem) for problem in report.problems)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_title_is_kept_letter_by_letter_or_its_row_is_listed(title):
    quoted = '"' + title.replace('"', '""') + '"'
    dossier = read_events(EVENTS + f"a,2021,{quoted}\nb,2022,Other\n")
    kept = dict(zip(ids(dossier), dossier.events["title"].tolist(), strict=True))
    assert kept["b"] == "Other"
    assert kept["a"] == title if "a" in kept else dossier.rejected["events"][0].row == 2
