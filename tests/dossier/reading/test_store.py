from __future__ import annotations

import os
import threading

import pytest

from dossier.reading import steady, store
from dossier.reading.steady import is_cut_off
from dossier.reading.store import CHECK_EVERY, DossierStore
from dossier.schema import read_schema

HEADER = "event_id,date,title\n"
DOCUMENTS = "document_id,title\nd,A page\n"


def events(*names):
    return HEADER + "".join(f"{name},2022,Title of {name}\n" for name in names)


class Clock:
    """A clock that a test moves, and a pause during which something may happen."""

    def __init__(self):
        self.now = 100.0
        self.during_pause = None

    def __call__(self):
        return self.now

    def pause(self, seconds):
        self.now += seconds
        if self.during_pause:
            self.during_pause()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "events.csv").write_text(events("a"))
    return tmp_path


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def look(folder, clock):
    held = DossierStore(clock, clock.pause)

    def look():
        clock.now += CHECK_EVERY
        return held.reading(folder)

    look()
    return look


def names(reading):
    return reading.dossier.events["event_id"].tolist()


def test_a_dossier_is_read_once(look):
    assert look().dossier is look().dossier
    assert look().notice is None


def test_a_changed_table_is_read_again(look, folder):
    first = look()
    (folder / "events.csv").write_text(events("a", "b"))
    second = look()
    assert names(second) == ["a", "b"]
    assert names(first) == ["a"]
    assert second.edition == first.edition + 1
    assert second.notice is None


def test_a_table_that_comes_or_goes_is_noticed(look, folder):
    (folder / "documents.csv").write_text(DOCUMENTS)
    assert len(look().dossier.documents) == 1
    (folder / "documents.csv").unlink()
    assert look().dossier.documents.empty
    assert look().notice is None


def test_the_folder_is_not_looked_at_more_often_than_needed(folder, clock, monkeypatch):
    held = DossierStore(clock, clock.pause)
    held.reading(folder)
    looks = []
    monkeypatch.setattr(store, "folder_signature", lambda folder: looks.append(1) or ())
    clock.now += CHECK_EVERY * 0.9
    held.reading(folder)
    assert looks == []


def write(text):
    return lambda path: path.write_text(text)


def turn_into_pipe(path):
    path.unlink()
    os.mkfifo(path)


def turn_into_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (write(""), "events.csv is empty"),
        (write("\n \n"), "events.csv is empty"),
        (write(events("a", "b") + "c,20"), "events.csv breaks off in its last row"),
        (write(HEADER + 'a,2022,"half a tit'), "events.csv breaks off in its last row"),
        (write(HEADER), "no event that can be used"),
        (write("nonsense\nmore\n"), "no event that can be used"),
        (lambda path: path.unlink(), "events.csv can't be read"),
        (turn_into_pipe, "events.csv can't be read"),
        (turn_into_folder, "events.csv can't be read"),
    ],
)
def test_the_last_good_dossier_stays_until_the_file_is_whole_again(look, folder, spoil, said):
    good, path = look(), folder / "events.csv"
    spoil(path)
    for _ in range(2):
        kept = look()
        assert kept.dossier is good.dossier
        assert kept.edition == good.edition
        assert said in kept.notice
        assert str(folder) not in kept.notice
        assert "/" not in kept.notice
    path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    path.write_text(events("new"))
    mended = look()
    assert names(mended) == ["new"]
    assert mended.notice is None


@pytest.mark.parametrize("text", ["", DOCUMENTS.rstrip() + '\ne,"A'])
def test_another_table_that_is_half_written_is_waited_for(look, folder, text):
    (folder / "documents.csv").write_text(DOCUMENTS)
    good = look()
    (folder / "documents.csv").write_text(text)
    (folder / "events.csv").write_text(events("b"))
    kept = look()
    assert kept.dossier is good.dossier
    assert "documents.csv" in kept.notice


def test_what_was_refused_is_not_read_again_until_it_changes(look, folder, monkeypatch):
    (folder / "events.csv").write_text("")
    look()
    monkeypatch.setattr(store, "read_steadily", lambda *_: pytest.fail("read again"))
    assert "empty" in look().notice


def test_a_bad_start_is_shown_with_its_problems_and_then_mended(tmp_path, clock):
    held = DossierStore(clock, clock.pause)
    reading = held.reading(tmp_path)
    assert reading.dossier.events.empty
    assert reading.dossier.problems
    (tmp_path / "events.csv").write_text(events("a"))
    clock.now += CHECK_EVERY
    assert names(held.reading(tmp_path)) == ["a"]


def test_tables_saved_one_after_another_are_read_together(look, folder, clock):
    def save_the_rest():
        clock.during_pause = None
        (folder / "documents.csv").write_text(DOCUMENTS)

    (folder / "events.csv").write_text(events("b"))
    clock.during_pause = save_the_rest
    reading = look()
    assert names(reading) == ["b"]
    assert len(reading.dossier.documents) == 1


def test_files_that_never_lie_still_keep_the_last_good_dossier(look, folder, clock):
    good, count = look(), [0]

    def go_on_writing():
        count[0] += 1
        (folder / "events.csv").write_text(events(*"abcdefgh"[: count[0]], "x"))

    clock.during_pause = go_on_writing
    go_on_writing()
    kept = look()
    assert kept.dossier is good.dossier
    assert "are being changed" in kept.notice
    clock.during_pause = None
    assert names(look())[-1] == "x"


def test_a_table_that_changes_while_it_is_read_is_read_again(look, folder, monkeypatch):
    read, reads = steady.read_folder, []

    def torn(folder):
        files = read(folder)
        if not reads:
            (folder / "events.csv").write_text(events("late", "later"))
        reads.append(1)
        return files

    monkeypatch.setattr(steady, "read_folder", torn)
    (folder / "events.csv").write_text(events("early"))
    assert names(look()) == ["late", "later"]
    assert len(reads) == 2


def test_a_torn_first_reading_is_made_good_at_the_next_look(folder, clock, monkeypatch):
    read, reads = steady.read_folder, []

    def torn(folder):
        files = read(folder)
        if len(reads) < steady.TRIES:
            (folder / "events.csv").write_text(events(*"abcdefgh"[: len(reads) + 1]))
        reads.append(1)
        return files

    monkeypatch.setattr(steady, "read_folder", torn)
    held = DossierStore(clock, clock.pause)
    assert "are being changed" in held.reading(folder).notice
    clock.now += CHECK_EVERY
    mended = held.reading(folder)
    assert (names(mended), mended.notice) == (["a", "b", "c", "d"], None)


def test_a_fault_of_the_program_keeps_the_last_good_dossier(look, folder, monkeypatch):
    good = look()

    def fail(*_):
        raise RuntimeError("/secret/path")

    monkeypatch.setattr(store, "read_tables", fail)
    (folder / "events.csv").write_text(events("b"))
    kept = look()
    assert kept.dossier is good.dossier
    assert "secret" not in kept.notice


def test_while_one_thread_reads_the_others_are_given_the_last_dossier(folder, clock, monkeypatch):
    held = DossierStore(clock, clock.pause)
    good = held.reading(folder)
    read, reading, go_on = store.read_tables, threading.Event(), threading.Event()

    def slow(*given):
        reading.set()
        assert go_on.wait(10)
        return read(*given)

    monkeypatch.setattr(store, "read_tables", slow)
    (folder / "events.csv").write_text(events("b"))
    clock.now += CHECK_EVERY
    thread = threading.Thread(target=held.reading, args=(folder,))
    thread.start()
    assert reading.wait(10)
    assert held.reading(folder).dossier is good.dossier
    go_on.set()
    thread.join()
    assert names(held.reading(folder)) == ["b"]


def test_threads_never_see_two_states_mixed(folder):
    def save(state):
        for name, text in (
            ("events.csv", events(f"e{state}") + "\n" * state),
            ("documents.csv", f"document_id,title\nd{state},A page\n" + "\n" * state),
        ):
            (folder / f"{name}.new").write_text(text)
        for name in ("events.csv", "documents.csv"):
            os.replace(folder / f"{name}.new", folder / name)

    save(0)
    clock = Clock()
    held, seen, done = DossierStore(clock, lambda seconds: None), set(), threading.Event()

    def read():
        while not done.is_set():
            clock.now += CHECK_EVERY
            dossier = held.reading(folder).dossier
            seen.add((dossier.events["event_id"].iat[0], dossier.documents["document_id"].iat[0]))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for state in range(1, 12):
        save(state)
    done.set()
    for thread in threads:
        thread.join()
    # Two files can't be replaced at once, so events may be one state ahead; anything else was
    # never in the folder at any one moment.
    assert all(0 <= int(event[1:]) - int(document[1:]) <= 1 for event, document in seen)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("event_id,date,title\na,2022,x", False),
        ("event_id,date,title\na,2022,x\n", False),
        ("event_id,date,title\na,20", True),
        ("event_id,date,title\na,20\n", False),
        ('event_id,date,title\na,2022,"x\ny', True),
        ('event_id,date,title\na,2022,"x\ny"', False),
        ("event_id;date;title\na;2022;x", False),
        ("event_id;date;title\na;2022", True),
        ("event_id,date", False),
        ("\ufeffevent_id,date,title\r\na,2022,x", False),
    ],
)
def test_a_table_is_cut_off_when_its_last_row_breaks_off(text, cut):
    assert is_cut_off(text.encode(), read_schema().table("events")) is cut


def test_the_dossier_is_the_one_that_is_named(folder, monkeypatch):
    monkeypatch.setenv("DOSSIER", str(folder))
    assert store.dossier_folder() == folder
    assert store.current_dossier().events["event_id"].tolist() == ["a"]
    assert store.dossier_notice() is None
    monkeypatch.delenv("DOSSIER")
    assert store.dossier_folder() == store.DATA
