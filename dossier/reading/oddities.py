"""Characters that a reader doesn't see as they are, and what spreadsheets leave behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dossier.problems import Severity
from dossier.schema import Field

# Words of a document are kept as they are, so its soft hyphens and zero-width spaces are no news.
_VERBATIM = {"exact", "prefix", "suffix"}

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u115f\u1160\u200b\u2060-\u2065\u2800\u3164\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# What Windows-1252 has between 0x80 and 0x9f, quotes aside: those may well follow a word in Ã.
_GARBLED = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ]|â€[\u0080-\u2fff]?")
_ALL_UNSEEN = (_CONTROL, _TURNING, _INVISIBLE, _GARBLED, re.compile("\ufffd"))
UNSEEN = re.compile("|".join(each.pattern for each in _ALL_UNSEEN))
_ERROR_VALUE = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|#{4,}")
_FORMULA = re.compile(r"[=@\t\r]|[+-](?:[A-Z]{2,}\(|[A-Za-z]+\|)")
_BLANK_CATEGORIES = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Cn"))
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")

Odd = tuple[Severity, str, str, str]


def odd_findings(field: Field, cell: str, *, odd: bool) -> Iterator[Odd]:
    """Give severity, code, message and hint for each oddity of a cell.

    `odd` is False where the file is known to hold no character that can't be seen.
    """
    if _ERROR_VALUE.fullmatch(cell.strip()):
        hint = "repair the formula in the spreadsheet, or empty the cell"
        yield "warning", "spreadsheet-error", "a spreadsheet's error in place of a value", hint
    if field.kind != "number" and field.name not in _VERBATIM and _FORMULA.match(cell):
        message = "begins like a formula; a spreadsheet that opens the table may run it"
        yield "warning", "formula-like", message, "begin with a letter"
    if odd:
        yield from _unseen(field, cell)


def reads_empty(cell: str) -> bool:
    """Say whether a reader would see nothing in a cell."""
    return all(
        char.isspace() or char in _BLANK_LETTERS or unicodedata.category(char) in _BLANK_CATEGORIES
        for char in cell
    )


def _unseen(field: Field, cell: str) -> Iterator[Odd]:
    if _CONTROL.search(cell):
        hint = "delete it: retype the cell"
        yield "warning", "odd-character", "holds a control character", hint
    if _TURNING.search(cell):
        message = "holds a character that turns the direction of the text"
        yield "warning", "odd-character", message, "delete it: retype the cell"
    if "\ufffd" in cell:
        message = "holds the sign for a character that was lost (�)"
        yield "warning", "encoding-error", message, "retype the character"
    if field.name in _VERBATIM:
        return
    if _INVISIBLE.search(cell):
        yield "note", "odd-character", "holds a character that can't be seen", ""
    if _GARBLED.search(cell):
        message = "looks like UTF-8 that was read as Windows-1252"
        yield "warning", "encoding-error", message, "retype the garbled characters"
