"""A sign-in provider for a test: it knows one person and lets them in at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from benchmarks.serving import free_port

CLIENT, SECRET = "dossier", "a secret of the client"


class Provider:
    """Discovery, a page that consents by itself, a token, and the key that signed it."""

    def __init__(self, mail: str) -> None:
        self.mail = mail
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
        self.nonces: dict[str, str] = {}

    def routes(self) -> list[Route]:
        return [
            Route("/.well-known/openid-configuration", self.discovery),
            Route("/authorize", self.authorize),
            Route("/token", self.token, methods=["POST"]),
            Route("/keys", self.keys),
        ]

    async def discovery(self, request: Request) -> JSONResponse:
        return JSONResponse({
            "issuer": self.base,
            "authorization_endpoint": f"{self.base}/authorize",
            "token_endpoint": f"{self.base}/token",
            "jwks_uri": f"{self.base}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        })  # fmt: skip

    async def authorize(self, request: Request) -> RedirectResponse:
        asked = request.query_params
        code = f"code{len(self.nonces)}"
        self.nonces[code] = asked.get("nonce", "")
        back = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}", 302)

    async def token(self, request: Request) -> JSONResponse:
        form = await request.form()
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.base, "sub": "a person", "aud": CLIENT, "iat": now, "exp": now + 600,
            "nonce": self.nonces[str(form["code"])], "email": self.mail, "email_verified": True,
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return JSONResponse(
            {"access_token": "token", "token_type": "Bearer", "id_token": signed, "expires_in": 600}
        )

    async def keys(self, request: Request) -> JSONResponse:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})


@contextmanager
def provider(mail: str) -> Iterator[Provider]:
    """A provider that runs beside the test, for one person."""
    one = Provider(mail)
    config = uvicorn.Config(
        Starlette(routes=one.routes()), host="127.0.0.1", port=one.port, log_level="error"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield one
    server.should_exit = True
    thread.join(timeout=10)
