"""The parameters of an address, bounded."""

from __future__ import annotations

from starlette.requests import Request

from components.web.answers import AnswerError

LONGEST_QUERY = 16_000  # characters

Params = dict[str, list[str]]


def read_params(request: Request) -> Params:
    """The parameters of an address with all their values; one too long is refused in words."""
    if len(request.url.query) > LONGEST_QUERY:
        message = f"The address is longer than the {LONGEST_QUERY:,} characters that are read."
        raise AnswerError(414, message)
    params: Params = {}
    for name, value in request.query_params.multi_items():
        params.setdefault(name, []).append(value)
    return params


def read_whole(params: Params, name: str, low: int, high: int) -> int:
    """A whole number between two bounds; anything else is refused in words."""
    text = (params.get(name) or [""])[-1].strip()
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 9 and low <= int(text) <= high:
        return int(text)
    raise AnswerError(400, f"{name} must be a whole number from {low:,} to {high:,}.")
