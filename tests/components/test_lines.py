"""The log: one line for whatever happened, and of a failure its kind and place only."""

from __future__ import annotations

import logging

import pytest

from components.web.lines import Line, level


def line(message: str, error: BaseException | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = Line("components.web", logging.ERROR, __file__, 1, message, (), info)
    return logging.Formatter("%(message)s").format(record)


def failed() -> ValueError:
    try:
        raise ValueError("what a reader typed")
    except ValueError as error:
        return error


def test_a_failure_is_one_line_without_what_a_reader_typed():
    said = line("a page could not be drawn", failed())
    assert said.startswith("a page could not be drawn [ValueError at test_lines.py:")
    assert "typed" not in said
    assert "\n" not in said


def test_a_message_of_many_lines_becomes_one():
    assert line("one\ntwo\r\n  three") == "one two three"


@pytest.mark.parametrize(
    ("asked", "given"), [("warning", "warning"), ("DEBUG", "debug"), ("loud", "info"), ("", "info")]
)
def test_the_level_is_as_asked_or_info(monkeypatch: pytest.MonkeyPatch, asked: str, given: str):
    monkeypatch.setenv("DOSSIER_LOG", asked)
    assert level() == given
