"""What an import gives, and how it says no."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.importing.loss import LossReport

Row = dict[str, str]

MAX_BYTES = 50 * 2**20
MAX_ROWS = 200_000
LONGEST_CELL = 100_000  # characters; the reader of tables takes 131,072


class ImportRefusedError(Exception):
    """A file can't be imported; the message says why and what to do, in plain words."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The tables of a dossier made from another format, and what was lost on the way.

    `tables` maps the name of a table to its rows; a row holds text by column and leaves out empty
    cells. `columns` gives the columns of each table in order: all declared ones, then those that
    only this file has. `title` and `description` are the dossier's own.
    """

    title: str
    description: str
    tables: dict[str, list[Row]]
    columns: dict[str, tuple[str, ...]]
    loss: LossReport
