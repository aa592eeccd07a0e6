"""JSON read as text: numbers stay as typed, and what is given twice is known."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from dossier.importing.imported import ImportRefusedError


class Digits(str):
    """A number as it was typed."""

    __slots__ = ()


class Members(dict[str, Any]):
    """The members of an object; `again` names those that were given more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.again: tuple[str, ...] = ()
        if len(pairs) != len(self):
            counted = Counter(name for name, _ in pairs)
            self.again = tuple(name for name, count in counted.items() if count > 1)


def read_json(text: str) -> Any:
    """Parse JSON; objects are Members and numbers Digits. Raises ImportRefusedError."""
    try:
        return json.loads(
            text, object_pairs_hook=Members, parse_int=Digits, parse_float=Digits,
            parse_constant=Digits,
        )  # fmt: skip
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ImportRefusedError(f"it is no valid JSON: {error.msg.lower()} at {where}") from None
    except RecursionError:
        raise ImportRefusedError("its JSON is nested too deeply") from None


def as_text(value: Any) -> str:
    """Write a value as a person would: lists with "; ", objects as JSON, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "; ".join(value)
    try:
        return json.dumps(value, ensure_ascii=False) if value else ""
    except (RecursionError, ValueError):
        return "(nested too deeply)"
