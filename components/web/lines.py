"""The log: what happened, one line each, and nothing about who reads what.

A message that failed may quote what a reader typed, so of a failure only its kind and place are
written. The level is in DOSSIER_LOG: debug, info (as it comes), warning or error.
"""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any

OURS = ("dossier", "components", "pages")
LEVELS = ("debug", "info", "warning", "error")
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
DATE = "%Y-%m-%dT%H:%M:%SZ"
MOST_PLACES = 6  # of a failure, the innermost ones


class Line(logging.LogRecord):
    """One line of the log, whatever it was made from."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.failure = failure(self.exc_info[1]) if self.exc_info else ""
        self.exc_info, self.exc_text, self.stack_info = None, None, None

    def getMessage(self) -> str:  # noqa: N802 - logging's own name
        """The message without line ends, and after it where it failed."""
        said = " ".join(super().getMessage().split())
        return f"{said} [{self.failure}]" if self.failure else said


def failure(error: BaseException | None) -> str:
    """The kind of a failure and where it came from; never its words."""
    if error is None:
        return ""
    places = traceback.extract_tb(error.__traceback__)[-MOST_PLACES:]
    where = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in reversed(places))
    return f"{type(error).__name__} at {where}" if where else type(error).__name__


def write_lines() -> None:
    """Write the log to standard error, in lines; Streamlit's and the server's own too."""
    logging.setLogRecordFactory(Line)
    form = logging.Formatter(FORMAT, DATE)
    form.converter = time.gmtime
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(form)
    for name in OURS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level().upper())
        logger.propagate = False


def level() -> str:
    """The level that DOSSIER_LOG asks for; info where it asks for none that there is."""
    asked = os.environ.get("DOSSIER_LOG", "").strip().lower()
    return asked if asked in LEVELS else "info"
