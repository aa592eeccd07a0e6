"""One altered character in one document: exactly the excerpts that depend on it are named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.checking.receipts import document_text, find_excerpt, read_documents
from dossier.reading.read import read_dossier
from tests.hostile.cases import DATA

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parent.parent / "shared" / "documents"
DOSSIERS = {
    "small": (TESTS / "small", TESTS / "small_documents"),
    "default": (DATA, SHARED),
}
LOST = ("excerpt-not-found", "excerpt-ambiguous")


@pytest.fixture(params=DOSSIERS)
def dossier_folders(request, tmp_path) -> tuple[Path, Path]:
    folder, documents = DOSSIERS[request.param]
    if not (folder.is_dir() and documents.is_dir()):
        pytest.skip("the documents are not at hand")
    copy = tmp_path / "documents"
    copy.mkdir()
    for path in documents.glob("*.txt"):
        shutil.copy(path, copy / path.name)
    return folder, copy


def lost_excerpts(folder: Path, documents: Path, capsys) -> tuple[set[str], set[tuple[str, str]]]:
    """Run the check; give the ids of lost excerpts, and the findings on documents."""
    main(["check", str(folder), "--documents", str(documents), "--json"])
    found = json.loads(capsys.readouterr().out)
    rows = {row: name for name, row in row_numbers(folder).items()}
    lost = {rows[each["row"]] for each in found if each["code"] in LOST}
    changed = {
        (each["code"], each["value"])
        for each in found
        if each["table"] == "documents" and each["severity"] == "warning"
    }
    return lost, changed


def row_numbers(folder: Path) -> dict[str, int]:
    dossier = read_dossier(folder)
    ids = dossier.excerpts["excerpt_id"].tolist()
    return dict(zip(ids, dossier.rows["excerpts"].tolist(), strict=True))


def altered(text: str, at: int) -> str:
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def reach(text: str, excerpt) -> tuple[int, int]:
    """Bound prefix, exact words and suffix in the document, by searching word by word.

    An independent way: every word is matched with any white space between, from the recorded
    place of the exact words.
    """
    start, end = excerpt.start, excerpt.end
    for word in reversed(excerpt.prefix.split()):
        start = text.rindex(word, 0, start)
    for word in excerpt.suffix.split():
        end = text.index(word, end) + len(word)
    return start, end


def test_before_anything_is_altered_every_excerpt_is_found(dossier_folders, capsys):
    assert lost_excerpts(*dossier_folders, capsys) == (set(), set())


def test_one_altered_character_turns_exactly_the_excerpts_that_hold_it(dossier_folders, capsys):
    folder, documents = dossier_folders
    dossier = read_dossier(folder)
    excerpts = [each for each in dossier.each("excerpts") if each.start is not None]
    for chosen in excerpts[:: max(1, len(excerpts) // 6)]:
        path = documents / f"{chosen.document_id}.txt"
        whole = path.read_bytes()
        text = whole.decode("utf-8")
        at = next(n for n in range(chosen.start, chosen.end) if text[n].isalpha())
        mates = [each for each in excerpts if each.document_id == chosen.document_id]
        holding = {
            each.excerpt_id
            for each in mates
            for first, last in [reach(text, each)]
            if first <= at < last
        }
        path.write_bytes(altered(text, at).encode("utf-8"))
        lost, changed = lost_excerpts(folder, documents, capsys)
        path.write_bytes(whole)
        assert chosen.excerpt_id in lost
        assert lost == holding
        assert changed == {("hash-count", chosen.document_id)}


def test_a_character_that_no_excerpt_holds_changes_the_fingerprint_alone(dossier_folders, capsys):
    folder, documents = dossier_folders
    path = sorted(documents.glob("*.txt"))[0]
    path.write_bytes(path.read_bytes() + b".")
    assert lost_excerpts(folder, documents, capsys) == (set(), {("hash-count", path.stem)})


def test_a_look_alike_character_is_not_accepted(dossier_folders):
    folder, documents = dossier_folders
    texts = read_documents(documents)
    dossier = read_dossier(folder)
    excerpt = next(each for each in dossier.each("excerpts") if "a" in each.exact)
    text = texts[excerpt.document_id].text
    at = text.index("a", excerpt.start)
    forged = text[:at] + "\u0430" + text[at + 1 :]
    found = find_excerpt(document_text("d", forged.encode("utf-8")), excerpt)
    assert found.receipt == "not found"
