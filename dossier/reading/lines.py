"""Bytes to lines of text: encodings found out, what is odd about them kept for the findings."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from dossier.problems import Problem

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "a zip file or a workbook"),
    (b"\xd0\xcf\x11\xe0", "an old workbook"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format", "a database"),
)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype|html|head|\?xml)", re.IGNORECASE)
# Control characters, characters that can't be seen or turn the text around, the replacement
# character, and UTF-8 that was read as Windows-1252 and saved again.
_ODD = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f\xad]|\xe2\x80[\x8b-\x8f\xa8-\xae]"
    rb"|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf|\xef\xbf\xbd|\xc3\x83[\xc2\xc5\xc6\xcb\xe2]|\xc3\xa2\xe2\x82\xac|\xe2\xa0\x80"
    rb"|\xe3\x85\xa4|\xef\xbe\xa0|\xe1\x85[\x9f\xa0]|\xf3\xa0"
)

_SEEN = bytes({*range(0x20, 0x7F), *b"\t\n\r"})  # the signs of ASCII that show as they are

_AT_ONCE = 1 << 18  # bytes that are turned into lines together
RECORD_LIMIT = 1_000_000  # characters after which a record is given no further line
SAVE_AS_UTF8 = "save the file as “CSV UTF-8”"


class Lines:
    """The lines of a table, with their ends, one at a time.

    Iterating gives text. `taken` holds the lines given since `mark`; `push_back` gives some of
    them again. `foreign` counts the lines since `mark` that are no UTF-8, `size` their characters;
    a record may take a million before csv.Error ends it. Otherwise reading never fails.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._foreign_until = 0
        self._again: list[str] = []
        self.taken: list[str] = []
        self.foreign = 0
        self.size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.size > RECORD_LIMIT:
            raise csv.Error("the record is too long")
        line = self._again.pop() if self._again else self._decoded(self._piece())
        self.size += len(line)
        self.taken.append(line)
        return line

    def mark(self) -> None:
        """Forget the lines that were taken."""
        self.taken.clear()
        self.foreign = 0
        self.size = 0

    def push_back(self, lines: list[str]) -> None:
        """Put lines back, to be given again next."""
        self._again.extend(reversed(lines))

    def some(self, count: int) -> list[str]:
        """Give up to so many of the next lines; none at the end, or where some are no UTF-8.

        They are not among the `taken`.
        """
        if not self._again:
            self.push_back(self._slab())
        lines = self._again[-count:]
        del self._again[-count:]
        lines.reverse()
        return lines

    def _piece(self) -> bytes:
        match = _LINE.match(self._data, self._at)
        if match is None:
            raise StopIteration
        self._at = match.end()
        return match.group()

    def _slab(self) -> list[str]:
        """The whole lines of a part of the data, if that is UTF-8."""
        if self._at < self._foreign_until:
            return []
        found = (self._data.find(end, self._at + _AT_ONCE) + 1 for end in (b"\n", b"\r"))
        end = next(filter(None, found), len(self._data))
        try:
            text = self._data[self._at : end].decode("utf-8")
        except UnicodeDecodeError:
            self._foreign_until = end
            return []
        self._at = end
        return io.StringIO(text, newline="").readlines()

    def _decoded(self, piece: bytes) -> str:
        try:
            return piece.decode("utf-8")
        except UnicodeDecodeError:
            self.foreign += 1
        try:
            return piece.decode("cp1252")
        except UnicodeDecodeError:
            return piece.decode("latin-1")


def plain_bytes(data: bytes, table: str) -> tuple[bytes, list[Problem]]:
    """Turn what was saved in another Unicode encoding into UTF-8 without a mark at its beginning.

    Other encodings are left for `Lines`, which decides line by line.
    """
    encoding = _wide_encoding(data)
    if encoding:
        text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        return text.encode("utf-8", errors="replace"), [
            _finding("warning", table, f"is saved as {name}; read as such", SAVE_AS_UTF8)
        ]
    if data.startswith(codecs.BOM_UTF8):
        message = "begins with a byte order mark; left out"
        return data[len(codecs.BOM_UTF8) :], [_finding("note", table, message, "")]
    return data, []


def other_kind(data: bytes) -> str:
    """Say what a file is that is plainly no table of text; "" if it may be one."""
    for start, kind in _OTHER_FILES:
        if data.startswith(start):
            return kind
    return "a web page" if _WEB_PAGE.match(data) else ""


def is_odd(data: bytes) -> bool:
    """Say whether some cell may hold characters that a reader doesn't see as they are."""
    # What is odd is so without any sign of ASCII that shows, so it is looked for among the rest
    # first; only there may two characters have become neighbours.
    return _ODD.search(data.translate(None, _SEEN)) is not None and _ODD.search(data) is not None


def _wide_encoding(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    if len(sample) >= 8 and sample[0::2].count(0) * 3 > len(sample):
        return "utf-16-be"
    if len(sample) >= 8 and sample[1::2].count(0) * 3 > len(sample):
        return "utf-16-le"
    return ""


def _finding(severity: str, table: str, message: str, hint: str) -> Problem:
    kind = "note" if severity == "note" else "warning"
    return Problem(kind, "encoding-error", table, None, "", "", message, hint)  # type: ignore[arg-type]
