"""Encodings: marks, other encodings, broken bytes and files that are no text."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile

from tests.hostile.cases import ALL, LAST, Case, Make, octets

KIND = "encoding"


def _saved_as(encoding: str, mark: bytes = b"") -> Make:
    return octets(
        "events", lambda data: mark + data.decode("utf-8").encode(encoding, errors="replace")
    )


def _with_word(word: bytes) -> Make:
    """Put bytes into the title of a row of their own."""
    row = b"new,2022,stated,,Title " + word + b" end,,syria,,occurred,1\n"
    return octets("events", lambda data: data + row)


def _zipped(data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("events.csv", data)
    return held.getvalue()


def _case(name, make, expect, code="encoding-error", **more):
    return Case(name, KIND, make, expect, code, **more)


CASES = (
    _case("UTF-8 with a mark", octets("events", lambda data: codecs.BOM_UTF8 + data), "accepted"),
    _case(
        "UTF-8 with two marks",
        octets("events", lambda data: codecs.BOM_UTF8 * 2 + data),
        "warned",
        "incorrect-label",
    ),
    _case("UTF-16 LE", _saved_as("utf-16-le", codecs.BOM_UTF16_LE), "warned"),
    _case("UTF-16 BE", _saved_as("utf-16-be", codecs.BOM_UTF16_BE), "warned"),
    _case("UTF-16 LE without a mark", _saved_as("utf-16-le"), "warned"),
    _case("UTF-16 BE without a mark", _saved_as("utf-16-be"), "warned"),
    _case("UTF-32", _saved_as("utf-32"), "warned"),
    _case(
        "UTF-16 cut in a character",
        octets("events", lambda data: data.decode().rstrip("\n").encode("utf-16")[:-1]),
        "rejected",
        "type-error",
        row=LAST,
    ),
    _case(
        "Latin-1",
        _with_word("Åkesson".encode("latin-1")),
        "warned",
        row=LAST + 1,
        text="Title Åkesson end",
    ),
    _case(
        "Windows-1252 quotes",
        _with_word("“said”".encode("cp1252")),
        "warned",
        row=LAST + 1,
        text="Title “said” end",
    ),
    _case(
        "UTF-8 and Latin-1 mixed",
        octets(
            "events",
            lambda data: (
                data
                + "new,2022,stated,,Åse,,syria,,occurred,1\n".encode()
                + "other,2022,stated,,Åsa,,syria,,occurred,1\n".encode("latin-1")
            ),
        ),
        "warned",
        row=LAST + 2,
        text="Åse",
    ),
    _case("UTF-8 taken for Latin-1", _with_word("Ã…kesson".encode()), "warned", row=LAST + 1),
    _case("UTF-8 cut in a character", _with_word(b"caf\xc3"), "warned", row=LAST + 1),
    _case("overlong UTF-8", _with_word(b"\xc0\xaf"), "warned", row=LAST + 1),
    _case("half of a pair as UTF-8", _with_word(b"\xed\xa0\x80"), "warned", row=LAST + 1),
    _case("a NUL byte", _with_word(b"a\x00b"), "warned", "odd-character", row=LAST + 1),
    _case("control bytes", _with_word(b"\x1b[2J\x07\x08"), "warned", "odd-character", row=LAST + 1),
    _case(
        "a control-Z at the end",
        octets("events", lambda data: data + b"\x1a"),
        "rejected",
        "constraint-error",
        row=LAST + 1,
        rejected=1,
    ),
    _case(
        "nothing but NUL bytes",
        octets("events", lambda data: bytes(5000)),
        "rejected",
        "missing-label",
        lost=ALL,
    ),
    _case(
        "random bytes",
        octets("events", lambda data: bytes(n * n * 31 % 251 for n in range(20_000))),
        "rejected",
        "missing-label",
        lost=ALL,
    ),
    _case(
        "a zip file", octets("events", _zipped), "rejected", "format-error", lost=ALL, says="zip"
    ),
    _case(
        "a compressed table", octets("events", gzip.compress), "rejected", "format-error", lost=ALL
    ),
    _case(
        "a picture",
        octets("events", lambda data: b"\x89PNG\r\n\x1a\n" + data),
        "rejected",
        "format-error",
        lost=ALL,
    ),
    _case(
        "a web page",
        octets("events", lambda data: b"<!doctype html><p>Not found"),
        "rejected",
        "format-error",
        lost=ALL,
        says="web page",
    ),
    _case(
        "JSON",
        octets("events", lambda data: b'[{"event_id": "a", "date": "2022", "title": "A"}]'),
        "rejected",
        "missing-label",
        lost=ALL,
    ),
)
