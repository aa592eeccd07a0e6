"""What a dossier says of itself: the title, description and version in its descriptor."""

from __future__ import annotations

import json
import re
from typing import Any

from dossier.model import About
from dossier.problems import Problem
from dossier.schema import DESCRIPTOR

_LONGEST = {"name": 80, "title": 200, "description": 2_000, "version": 40}
_MOST_LEFT_OUT = 100
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESS = ("https://", "http://", "mailto:")


def parse_about(data: bytes | None, folder: str) -> tuple[About, list[Problem]]:
    """Read what a descriptor says; without one, a dossier is called after its folder."""
    plain = About(name=folder, title=folder.replace("_", " ").strip() or "Dossier")
    if data is None:
        return plain, []
    given = _given(data)
    if given is None:
        return plain, [_problem("", "can't be read as JSON", "correct or delete it")]
    if not isinstance(given, dict):
        return plain, [_problem("", "is no description of a data package", "correct or delete it")]
    problems: list[Problem] = []
    said = {name: _text(given, name, limit, problems) for name, limit in _LONGEST.items()}
    about = About(
        name=said["name"] or plain.name,
        title=said["title"] or plain.title,
        description=said["description"],
        version=said["version"],
        correction_url=_address(given, problems),
        licences=_text(given, "dossier:licences", 2_000, problems),
        left_out=_left_out(given, problems),
        language=_language(given, problems),
    )
    return about, problems


def is_guarded(data: bytes | None) -> bool:
    """Say whether a descriptor says that its tables carry an export's apostrophes."""
    given = _given(data or b"")
    return isinstance(given, dict) and given.get("dossier:guarded") is True


def _given(data: bytes) -> Any:
    """Read JSON; None where it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _text(given: dict[str, Any], key: str, limit: int, problems: list[Problem]) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        problems.append(_problem(key, "is not a text; left out", "write it in quotes"))
        return ""
    text = " ".join(value.encode("utf-8", errors="replace").decode("utf-8").split())
    if len(text) > limit:
        problems.append(_problem(key, f"is longer than {limit} characters; cut", "shorten it"))
    return text[:limit]


def _address(given: dict[str, Any], problems: list[Problem]) -> str:
    address = _text(given, "dossier:corrections", 500, problems)
    fits = address.lower().startswith(_ADDRESS) and address.isprintable() and " " not in address
    if address and not fits:
        hint = "write an address that begins with https:// or mailto:"
        problems.append(_problem("dossier:corrections", "is not an address; left out", hint))
        return ""
    return address


def _language(given: dict[str, Any], problems: list[Problem]) -> str:
    language = _text(given, "dossier:language", 40, problems)
    if language and not _LANGUAGE.fullmatch(language):
        hint = "write it as in documents.csv: en, da, en-GB"
        problems.append(_problem("dossier:language", "is not a language; left out", hint))
        return "en"
    return language or "en"


def _left_out(given: dict[str, Any], problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    listed = given.get("dossier:leftOut", [])
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        hint = "write a list of objects with what and why"
        problems.append(_problem("dossier:leftOut", "is not such a list; left out", hint))
        return ()
    kept = listed[:_MOST_LEFT_OUT]
    return tuple(
        (_text(item, "what", 500, problems), _text(item, "why", 1_000, problems)) for item in kept
    )


def _problem(key: str, message: str, hint: str) -> Problem:
    return Problem("warning", "descriptor-error", DESCRIPTOR, None, key, "", message, hint)
