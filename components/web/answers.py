"""Answers over HTTP: a body with its fingerprint, "unchanged" for those who have it, and errors."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from dossier.exporting.records import json_bytes
from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.model import Dossier

JSON = "application/json"
KEPT, KEPT_BYTES = 32, 2**20  # answers kept, and the largest one of them

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer with its type; `name` makes it a file to save."""

    body: bytes
    media_type: str
    name: str = ""
    notices: tuple[str, ...] = ()
    tag: str = ""


class AnswerError(Exception):
    """An address can't be answered; the message says why in words, the status in HTTP's."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def guarded(request: Request, make: Callable[[], Answer]) -> Response:
    """Answer, or say in words why not; no failure shows what the program is made of."""
    try:
        return _response(request, make())
    except AnswerError as error:
        return refusal(error.status, error.message)
    except Exception:
        log.exception("a data address could not be answered")
        return refusal(500, "This could not be made; the fault is the program's.")


def _response(request: Request, answer: Answer) -> Response:
    tag = answer.tag or _tag(answer.body)
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if answer.notices:
        # Notices quote the address, and a header holds plain signs only.
        headers["Dossier-Notices"] = quote(" ".join(answer.notices), safe=" ,.:;'()")
    if tag in _known(request) or "*" in _known(request):
        return Response(status_code=304, headers=headers)
    if answer.name:
        headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
    return Response(answer.body, media_type=answer.media_type, headers=headers)


def _tag(body: bytes) -> str:
    # Weak, since compression on the way changes the bytes and not what they say.
    return f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'


def _known(request: Request) -> set[str]:
    """The fingerprints that the asker has already; strong and weak ones are not told apart."""
    given = request.headers.get("if-none-match", "")[:2_000].split(",")
    tags = (each.strip() for each in given)
    return {each if each.startswith(("W/", "*")) else f"W/{each}" for each in tags if each}


def refusal(status: int, message: str) -> Response:
    """Say no, in words."""
    body = json_bytes({"error": {"status": status, "message": message}})
    return Response(body, status, {"Cache-Control": "no-store"}, JSON)


class Answers:
    """The answers given last for one dossier: many ask for the same few."""

    def __init__(self) -> None:
        self._kept: KeptLast[Answer] = KeptLast(KEPT, lambda one: len(one.body) <= KEPT_BYTES)

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer for a key, made now or before."""
        return self._kept.get(key, lambda: _tagged(make()))


def _tagged(answer: Answer) -> Answer:
    return replace(answer, tag=_tag(answer.body))


@kept_with_dossier
def answers(dossier: Dossier) -> Answers:
    """The answers kept for a dossier."""
    return Answers()
