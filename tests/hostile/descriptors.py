"""Descriptors: a datapackage.json that is broken, hostile or beyond measure."""

from __future__ import annotations

import json
from pathlib import Path

from tests.hostile.cases import Case

KIND = "descriptor"
NAME = "datapackage.json"


def _holding(data: str | bytes):
    held = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return lambda folder: (folder / NAME).write_bytes(held) and None


def _saying(**values: object):
    def make(folder: Path) -> None:
        path = folder / NAME
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values), "utf-8")

    return make


def _case(name, make, expect="warned", code="descriptor-error", **more):
    return Case(f"descriptor: {name}", KIND, make, expect, code, table=NAME, **more)


CASES = (
    _case("empty", _holding("")),
    _case("broken", _holding('{"title": "A')),
    _case("a list", _holding("[]")),
    _case("a number", _holding("7")),
    _case("null", _holding("null")),
    _case("NaN", _holding('{"title": NaN}')),
    _case("a hundred thousand brackets", _holding("[" * 100_000)),
    _case("deep objects", _holding('{"a":' * 50_000 + "1" + "}" * 50_000)),
    _case("a number of a million digits", _holding('{"title": ' + "9" * 900_000 + "}")),
    _case("no UTF-8", _holding(b'{"title": "\xff\xfe"}')),
    _case("UTF-16", _holding('{"title": "A"}'.encode("utf-16"))),
    _case("a web page", _holding("<!doctype html>")),
    _case("a title of a list", _saying(title=["a"])),
    _case("a title of an object", _saying(title={"en": "A"})),
    _case("a title of ten thousand characters", _saying(title="x" * 10_000)),
    _case("a correction address of a script", _saying(**{"dossier:corrections": "javascript:1"})),
    _case("a correction address of a number", _saying(**{"dossier:corrections": 7})),
    _case("left-out things of texts", _saying(**{"dossier:leftOut": ["a", "b"]})),
    _case("left-out things of numbers", _saying(**{"dossier:leftOut": [{"what": 1, "why": []}]})),
    _case(
        "two megabytes", _holding('{"title": "' + "x" * 2**21 + '"}'), "rejected", "source-error"
    ),
    _case("markup in the title", _saying(title="<img src=x onerror=alert(1)>"), "inert", ""),
    _case("half a pair in the title", _holding('{"title": "\\ud800 \\udc00"}'), "inert", ""),
    _case(
        "tables of its own",
        _saying(resources=[{"name": "events", "path": "/etc/passwd"}]),
        "inert",
        "",
    ),
    _case("tables that are no list", _saying(resources="x"), "inert", ""),
)
