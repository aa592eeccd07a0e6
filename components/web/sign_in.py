"""A closed newsroom: with `[auth]` in secrets.toml, nothing is answered before someone signed in.

Streamlit's own sign-in guards its screens only. The first page, the data addresses, the exports
and the socket carry the dossier too, so all of them end here without the signed cookie that
Streamlit sets after a sign-in. Without `[auth]` this does nothing.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import (
    encode_provider_token,
    get_origin_from_redirect_uri,
    get_secrets_auth_section,
    is_authlib_installed,
    validate_auth_credentials,
)
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from components.web.answers import refusal
from components.web.door import HEALTH
from components.web.place import own_folder
from components.web.plain_page import plain_page
from dossier.markup import Markup, markup

OPEN = ("/auth/login", "/auth/logout", "/oauth2callback", *HEALTH)
CALLBACK = "/oauth2callback"
WANTED = "dossier_wanted"  # the cookie that remembers which address was asked for
LONGEST_WANTED = 2_000
POLICY_VIOLATED = 1008
DEFAULT = "default"
REQUIRED = "DOSSIER_SIGN_IN"  # set, the program does not start without [auth]
SECTION = "auth"
NO_SECRETS = "no-secrets-found"
SHORTEST_SECRET = 32
ALLOWED = "dossier_sign_in"  # the section that says who of those the provider knows may read

log = logging.getLogger(__name__)


class SignInError(Exception):
    """Sign-in is asked for, and set up so that nobody or anybody could come in."""


class SignIn:
    """Passes a call on for someone who signed in; answers all others with the way to sign in."""

    def __init__(self, app: ASGIApp, folder: str = "") -> None:
        self.app = app
        self.folder = folder
        # Settled once: secrets that go missing later must not open what was closed. What can't be
        # told is closed, too; `check_sign_in` says so and ends the start.
        try:
            self.is_closed = is_closed()
        except SignInError:
            self.is_closed = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the call on."""
        if scope["type"] not in ("http", "websocket") or not self.is_closed:
            await self.app(scope, receive, send)
            return
        path = str(scope["path"]).removeprefix(scope.get("root_path", ""))
        path = path.removeprefix(self.folder)
        if path in OPEN:
            await self.app(scope, receive, self._back(scope, path, send))
        elif may_read(HTTPConnection(scope).cookies):
            await self.app(scope, receive, private(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATED})
        else:
            await self._asked(scope, path)(scope, receive, send)

    def _asked(self, scope: Scope, path: str) -> Response:
        if "text/html" not in Headers(scope=scope).get("accept", ""):
            return refusal(401, "This dossier is for those who sign in.")
        answer = HTMLResponse(sign_in_page(path), 401, {"Cache-Control": "no-store"})
        query = scope.get("query_string", b"").decode("latin-1")
        wanted = quote(f"{path}?{query}" if query else path, safe="/?&=%")
        if len(wanted) <= LONGEST_WANTED:
            answer.set_cookie(WANTED, quote(wanted, safe=""), max_age=600, path=self.folder or "/",
                              httponly=True, samesite="lax")  # fmt: skip
        return answer

    def _back(self, scope: Scope, path: str, send: Send) -> Send:
        """Lead from a sign-in to the address that was asked for, and not to the first screen."""
        wanted = unquote(HTTPConnection(scope).cookies.get(WANTED, ""))
        if path != CALLBACK or not is_own_address(wanted):
            return send

        async def led(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                if any(is_identity(each) for each in headers.getlist("set-cookie")):
                    headers["location"] = self.folder + wanted
            await send(message)

        return led


def is_closed() -> bool:
    """Whether secrets.toml names a provider to sign in with.

    Raises SignInError where that can't be told, or is required and not so.
    """
    try:
        is_named = bool(st.secrets.to_dict().get(SECTION))
    except StreamlitSecretNotFoundError as error:
        if error.error_id != NO_SECRETS:
            raise SignInError("secrets.toml can't be read.") from error
        is_named = False
    if not is_named and os.environ.get(REQUIRED, "").strip():
        raise SignInError(f"{REQUIRED} is set, and secrets.toml has no [{SECTION}].")
    return is_named


@lru_cache(maxsize=1)
def signs_in() -> bool:
    """Whether who reads here signed in, as it was when first asked."""
    return is_closed()


def check_sign_in() -> None:
    """Raise SignInError where sign-in is asked for and can't work; called at the start."""
    if not is_closed():
        return
    if not is_authlib_installed():
        raise SignInError("Sign-in needs the packages of requirements-sign-in.txt.")
    for provider in providers():
        validate_auth_credentials(provider)
    if len(str(get_secrets_auth_section().get("cookie_secret", ""))) < SHORTEST_SECRET:
        words = f"The cookie_secret in secrets.toml needs {SHORTEST_SECRET} characters or more."
        raise SignInError(words)
    who = f"{len(allowed())} entries" if allowed() else "everyone whom the provider knows"
    log.info("sign-in is on; who may read: %s", who)


def providers() -> list[str]:
    """The names of the providers that secrets.toml sets up."""
    section = get_secrets_auth_section()
    named = [str(name) for name, value in section.items() if _is_provider(value)]
    return [*([DEFAULT] if "client_id" in section else []), *named]


def allowed() -> list[str]:
    """Whose mail addresses may read, whole or as "@example.org"; none means everyone signed in."""
    section = st.secrets.get(ALLOWED)
    listed = section.get("allowed", []) if isinstance(section, Mapping) else []
    return [str(each).strip().casefold() for each in listed]


def may_read(cookies: dict[str, str]) -> bool:
    """Whether these cookies hold an identity that Streamlit signed and that may read."""
    signed = _get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME)
    if not signed:
        return False
    try:
        person = json.loads(signed)
    except ValueError:
        return False
    if not isinstance(person, dict) or person.get("is_logged_in") is not True:
        return False
    return person.get("origin") == get_origin_from_redirect_uri() and is_allowed(person, allowed())


def is_allowed(person: Mapping[str, Any], listed: list[str]) -> bool:
    """Whether a person is among those listed; an address the provider doubts is nobody's."""
    if not listed:
        return True
    if person.get("email_verified") not in (True, None):
        return False
    mail = str(person.get("email", "")).strip().casefold()
    name, at, place = mail.rpartition("@")
    return bool(name and at) and (mail in listed or f"@{place}" in listed)


def is_own_address(wanted: str) -> bool:
    """Whether an address leads nowhere but to a path of this program."""
    return (
        wanted.startswith("/")
        and not wanted.startswith(("//", "/\\"))
        and wanted.isascii()
        and wanted.isprintable()
        and len(wanted) <= LONGEST_WANTED
    )


def private(send: Send) -> Send:
    """Tell every store on the way that an answer is for one reader; code is for all of them."""

    async def kept(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            said = headers.get("cache-control", "")
            if "no-store" not in said:
                shared = [each for each in said.split(", ") if each not in ("", "public")]
                headers["cache-control"] = ", ".join(["private", *shared])
            headers.add_vary_header("Cookie")
        await send(message)

    return kept


def sign_in_page(path: str) -> Markup:
    """The page that asks to sign in; it says nothing of what is behind it."""
    names = providers()
    up = "./" + "../" * max(0, path.count("/") - 1)
    links = [
        markup("li", markup("a", _words(each, names), href=up + _address(each))) for each in names
    ]
    words = "This dossier is for those who sign in. You come back to the address you asked for."
    return plain_page("Sign in", words, links)


def is_identity(cookie: str) -> bool:
    """Whether a Set-Cookie header signs someone in, and not out."""
    name, _, rest = cookie.partition("=")
    return name == USER_COOKIE_NAME and not rest.startswith(('""', ";"))


def sign_in() -> Middleware:
    """The guard of this program, wherever Streamlit is told to put it."""
    return Middleware(SignIn, folder=own_folder())


def _is_provider(value: Any) -> bool:
    return isinstance(value, Mapping) and "client_id" in value


def _words(provider: str, names: list[str]) -> str:
    return "Sign in" if names == [provider] else f"Sign in with {provider}"


def _address(provider: str) -> str:
    return f"auth/login?provider={quote(encode_provider_token(provider), safe='')}"
