"""One run computes at a time, in the order in which they came, and nobody waits without end."""

from __future__ import annotations

import threading
import time

import pytest

from components.web.turns import Turns, in_turn

PATIENCE = 20  # seconds after which a test is stuck


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def waiting(turns: Turns, count: int) -> None:
    """Wait until so many threads wait for their turn."""
    until = time.monotonic() + PATIENCE
    while len(turns._waiting) != count:
        assert time.monotonic() < until
        time.sleep(0.001)


def started(run) -> threading.Thread:
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def test_those_who_came_first_go_first_and_never_two_at_a_time():
    turns, order, inside, most = Turns(longest=PATIENCE), [], [], []

    def run(name):
        with turns.taken():
            inside.append(name)
            most.append(len(inside))
            time.sleep(0.001)
            order.append(name)
            inside.remove(name)

    threads = []
    with turns.taken():
        for name in range(8):
            threads.append(started(lambda name=name: run(name)))
            waiting(turns, name + 1)
        assert order == []
    for thread in threads:
        thread.join(PATIENCE)
    assert order == list(range(8))
    assert max(most) == 1


def test_who_has_a_turn_needs_no_other():
    turns = Turns(longest=PATIENCE)
    with turns.taken(), turns.taken():
        pass
    assert turns._now is None


def test_a_turn_that_lasts_too_long_lets_the_next_in_beside_it():
    clock = Clock()
    turns, done = Turns(longest=0.005, clock=clock), threading.Event()

    def run():
        with turns.taken():
            done.set()

    with turns.taken():
        thread = started(run)
        waiting(turns, 1)
        assert not done.wait(0.05)  # the turn is not over yet
        clock.now = 1.0
        assert done.wait(PATIENCE)
    thread.join(PATIENCE)
    assert turns._now is None


def test_a_turn_that_was_over_ends_no_others():
    clock = Clock()
    turns, came, go = Turns(longest=0.005, clock=clock), threading.Event(), threading.Event()

    def run():
        with turns.taken():
            came.set()
            assert go.wait(PATIENCE)

    with turns.taken():
        thread = started(run)
        waiting(turns, 1)
        clock.now = 1.0
        assert came.wait(PATIENCE)
    assert turns._now is not None  # the other's
    go.set()
    thread.join(PATIENCE)
    assert turns._now is None


def test_a_turn_ends_with_a_failure_too():
    turns = Turns(longest=PATIENCE)
    with pytest.raises(ZeroDivisionError), turns.taken():
        1 / 0  # noqa: B018
    assert turns._now is None
    with turns.taken():
        pass


def test_a_stuck_one_does_not_stop_the_others():
    turns, stuck, go = Turns(longest=0.005), threading.Event(), threading.Event()
    done = []

    def hold():
        with turns.taken():
            stuck.set()
            assert go.wait(PATIENCE)

    def run():
        with turns.taken():
            done.append(True)

    holder = started(hold)
    assert stuck.wait(PATIENCE)
    for thread in [started(run) for _ in range(20)]:
        thread.join(PATIENCE)
    assert len(done) == 20
    go.set()
    holder.join(PATIENCE)


def test_a_function_can_be_told_to_run_in_its_turn():
    @in_turn()
    def answer() -> int:
        """Kept words."""
        return 42

    assert (answer(), answer()) == (42, 42)
    assert answer.__doc__ == "Kept words."
