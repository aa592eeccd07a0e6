"""`python -m dossier import`: what it writes, refuses and says."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.checking.check import check_dossier
from dossier.importing import ImportRefusedError, import_bytes
from dossier.importing.command import add_import_command
from dossier.importing.writing import write_dossier
from dossier.reading.read import read_dossier

SAMPLES = Path(__file__).parent / "samples"


def run(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    add_import_command(parser.add_subparsers(required=True))
    parsed = parser.parse_args(["import", *map(str, arguments)])
    code: int = parsed.run(parsed)
    return code


def test_the_report_is_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(SAMPLES / "timelinejs_sheet.csv", "-o", tmp_path / "made") == 0
    printed = capsys.readouterr().out
    assert "Desk: 2 rows (3, 14): kept as the column “Desk”" in printed
    assert "row 12: “nineteen” is no year" in printed
    assert (tmp_path / "made" / "import-report.txt").read_text(encoding="utf-8") in printed


def test_the_descriptor_declares_what_is_there(tmp_path: Path) -> None:
    run(SAMPLES / "list.json", "-o", tmp_path / "made")
    made = json.loads((tmp_path / "made" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in made["resources"]:
        head = (tmp_path / "made" / resource["path"]).read_text(encoding="utf-8").splitlines()[0]
        assert head.split(",") == [field["name"] for field in resource["schema"]["fields"]]
    assert made["name"] == "made"


def test_a_folder_is_replaced_only_when_forced(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    assert run(SAMPLES / "timelinejs_sheet.csv", "-o", folder) == 0
    before = sorted(path.read_bytes() for path in folder.iterdir())
    assert run(SAMPLES / "list.json", "-o", folder) == 2
    assert sorted(path.read_bytes() for path in folder.iterdir()) == before
    assert run(SAMPLES / "list.json", "-o", folder, "--force") == 0
    assert len(read_dossier(folder).events) == 3
    assert os.listdir(tmp_path) == ["made"]


def test_a_folder_with_other_files_is_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert run(SAMPLES / "list.json", "-o", folder, "--force") == 2
    assert "thesis.txt" in capsys.readouterr().err
    assert (folder / "thesis.txt").exists()


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert run(SAMPLES / "list.json", "-o", tmp_path / "link", "--force") == 2


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, b"PK\x03\x04zip", b"%PDF-1.7", b"<!doctype html>", b"a", b"date,title\n"],
)
def test_what_can_not_be_imported_is_refused_in_words(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.csv").write_bytes(data)
    assert run(tmp_path / "in.csv", "-o", tmp_path / "out") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["missing.csv", "folder", "pipe", "no\x00name"])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert run(tmp_path / name, "-o", tmp_path / "out") == 2


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.importing.formats.MAX_BYTES", 100)
    (tmp_path / "in.csv").write_bytes(b"date,title\n" + b"2022,x\n" * 100)
    assert run(tmp_path / "in.csv", "-o", tmp_path / "out") == 2


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.importing.sheet.MAX_ROWS", 2)
    with pytest.raises(ImportRefusedError, match="rows"):
        import_bytes(b"date,title\n" + b"2022,x\n" * 3, {})


@pytest.mark.parametrize("mapping", ["date", "=When", "date=", "zzz=When"])
def test_a_mapping_out_of_form_is_refused(mapping: str, tmp_path: Path) -> None:
    assert run(SAMPLES / "plain.csv", "-o", tmp_path / "out", "--map", mapping) == 2


CELLS = st.text(max_size=12) | st.sampled_from(
    ["2022", "-44", "2", "31", "11:19", "<a href=x>", "&#0;", "=1+1", "\u202e", ";", "era", "title"]
)


def _checks(data: bytes, folder: Path) -> None:
    """Import what can be imported; the folder then has no error and every event."""
    try:
        imported = import_bytes(data, {}, "day")
    except ImportRefusedError:
        return
    write_dossier(imported, folder, force=True)
    dossier = read_dossier(folder)
    problems = check_dossier(dossier, None).problems
    assert [each for each in problems if each.severity == "error"] == []
    assert len(dossier.events) == imported.loss.events


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(CELLS, min_size=12, max_size=12), min_size=1, max_size=5))
def test_any_sheet_gives_a_dossier_without_errors_or_words(
    tmp_path: Path, table: list[list[str]]
) -> None:
    header = "Year,Month,Day,Time,End Year,Display Date,Headline,Text,Media,Type,Group,status\n"
    quoted = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in table
    )
    _checks((header + quoted).encode("utf-8", "replace"), tmp_path / "made")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CELLS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["start_date", "year", "month", "text", "headline", "media", "url", "group", "date",
                 "title", "sources", "actors", "events", "unique_id", "background", "x"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)  # fmt: skip


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(JSON, max_size=4), st.booleans())
def test_any_json_gives_a_dossier_without_errors_or_words(
    tmp_path: Path, items: list[object], wrapped: bool
) -> None:
    whole = [*items, {"start_date": {"year": "2022"}, "date": "2022", "title": "x", "text": {}}]
    data = {"events": whole} if wrapped else whole
    _checks(json.dumps(data).encode(), tmp_path / "made")


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for given_data in (data, b"[" + data, b"date,title\n" + data):
        with contextlib.suppress(ImportRefusedError):
            assert import_bytes(given_data, {}).tables["events"]
