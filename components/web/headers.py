"""What goes out with every answer: compression, and rules that a browser keeps for us."""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.web.index import WHERE
from components.web.stock import stock_page

INLINE = re.compile("<script>(.*?)</script>", re.DOTALL)


def inline_hash(script: str) -> str:
    """The source by which a policy lets one inline script run, and no other."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


SCRIPTS = " ".join(map(inline_hash, [*INLINE.findall(stock_page()), WHERE]))
POLICY = (
    f"default-src 'self'; script-src 'self' {SCRIPTS} 'wasm-unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss: data: blob:; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'"
)
RULES = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}


class RuleHeaders:
    """Adds the headers of `RULES` to every HTTP answer that has not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, with the rules put into the start of the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_rules(message: Message) -> None:
            if message["type"] == "http.response.start":
                set_already = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((name, value) for name, value in RULES.items() if name not in set_already),
                ]
            await send(message)

        await self.app(scope, receive, send_with_rules)


RULED = Middleware(RuleHeaders)  # outermost, so that refusals are ruled too
HEADERS = [Middleware(GZipMiddleware, minimum_size=1024)]
