"""Store: the one dossier that a process shows, read once, read again when its files change."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dossier.model import Dossier
from dossier.reading.read import folder_title, read_tables
from dossier.reading.steady import Files, Signature, find_fault, folder_signature, read_steadily
from dossier.reading.uncollected import uncollected
from dossier.schema import DATA
from dossier.selecting.select import prepare_selection

CHECK_EVERY = 0.5  # seconds between two looks at the folder
QUIET = 0.2  # seconds for which a changed folder must lie still before it is read

LAST_GOOD = "This is the last complete version; it gives way as soon as the files are whole again."
CHANGING = f"The files of this dossier are being changed. {LAST_GOOD}"
NOT_READ = f"The files of this dossier were changed and can't be read. {LAST_GOOD}"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader is shown: a dossier, and what should be said about its files.

    ``edition`` rises by one with every dossier read, so that what was prepared for one isn't
    shown for the next.
    """

    dossier: Dossier
    notice: str | None
    edition: int
    folder: Path
    signature: Signature
    refused: Signature | None = None


class DossierStore:
    """Holds one reading and looks at its folder from time to time; safe to share by threads.

    A reading is replaced as a whole or not at all. While one thread reads changed files, the
    others are given the reading before.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._lock = threading.Lock()
        self._held: Reading | None = None
        self._looked = 0.0

    def reading(self, folder: Path) -> Reading:
        """The reading of a folder, at most ``CHECK_EVERY`` seconds and one reading behind it."""
        held = self._held
        if held is None or held.folder != folder:
            return self._first(folder)
        if self._clock() - self._looked < CHECK_EVERY or not self._lock.acquire(blocking=False):
            return held
        try:
            self._held = held = self._again(self._held or held)
            self._looked = self._clock()
        finally:
            self._lock.release()
        return held

    def _first(self, folder: Path) -> Reading:
        """Read a folder for the first time; others wait, since there is nothing to show yet."""
        with self._lock:
            held = self._held
            if held is None or held.folder != folder:
                begun = self._clock()
                files, steady = read_steadily(folder, 0, self._pause)
                held = _reading(folder, files, held.edition + 1 if held else 1)
                _tell("read", held, self._clock() - begun)
                if not steady:
                    held = replace(held, notice=CHANGING, signature=())
                self._held, self._looked = held, self._clock()
            return held

    def _again(self, held: Reading) -> Reading:
        """The reading after a look at the folder: the same, or one of its new state."""
        now = folder_signature(held.folder)
        if now == held.signature:
            return replace(held, notice=None, refused=None) if held.notice else held
        if now == held.refused:
            return held
        try:
            return self._changed(held)
        except Exception:
            log.exception("the changed dossier could not be read")
            return replace(held, notice=NOT_READ, refused=now)

    def _changed(self, held: Reading) -> Reading:
        begun = self._clock()
        files, steady = read_steadily(held.folder, QUIET, self._pause)
        if not steady:
            if held.notice != CHANGING:
                log.warning("the files of the dossier are being changed; the last whole ones stay")
            return replace(held, notice=CHANGING, refused=None)
        fault = find_fault(files, held.dossier)
        if not fault:
            read = _reading(held.folder, files, held.edition + 1)
            if len(read.dossier.events) or held.dossier.events.empty:
                _tell("read again", read, self._clock() - begun)
                return read
            fault = "events.csv holds no event that can be used"
        log.warning("the changed files were refused: %s", fault)
        notice = f"The files of this dossier were changed, and {fault}. {LAST_GOOD}"
        return replace(held, notice=notice, refused=files.signature)


def _reading(folder: Path, files: Files, edition: int) -> Reading:
    dossier = read_tables(files.files, folder_title(folder), files.problems)
    files.files.clear()  # hundreds of megabytes perhaps, and no longer needed
    _prepare(dossier)
    return Reading(dossier, None, edition, folder, files.signature)


def _tell(what: str, reading: Reading, seconds: float) -> None:
    """Log what was read, in numbers; a table's name and row belong to the check, not here."""
    dossier = reading.dossier
    tables = ", ".join(f"{len(rows)} {name}" for name, rows in dossier.tables.items() if len(rows))
    problems = len(dossier.problems)
    log.info("dossier %s: %s; %d problems; %.2f s", what, tables, problems, seconds)


def _prepare(dossier: Dossier) -> None:
    """Make what a dossier makes when first asked, so that no reader waits for it."""
    with uncollected():
        prepare_selection(dossier)
        dossier.event("")
        dossier.figures_of("")
        dossier.comparisons_of("")


_store = DossierStore()


def dossier_folder() -> Path:
    """The folder of the dossier that is shown: DOSSIER names it, else it is the one shipped."""
    return _folder(os.environ.get("DOSSIER", "").strip())


@lru_cache(maxsize=8)
def _folder(named: str) -> Path:
    # Every run asks some times, and a path takes longer to make than the rest of the answer.
    return Path(os.path.expanduser(named)) if named else DATA


def current_reading() -> Reading:
    """The dossier with its notice and edition, all of one state."""
    return _store.reading(dossier_folder())


def current_dossier() -> Dossier:
    """The dossier as its files last were whole; cheap, and the same object until they change."""
    return current_reading().dossier


def dossier_notice() -> str | None:
    """What a reader should know about the dossier's files, in words without any path, or None."""
    return current_reading().notice
