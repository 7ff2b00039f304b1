"""Lets in nobody but the page that this program has opened itself.

Any page of the internet can make a browser call a server on this computer. So a call has to name this computer as its
host (a page that rebinds its own name to this address does not), must not come from another page, and has to know the
token, which is made anew at each start and stands in the address that the program opens.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jdlint.record import record
from jdlint.web.refusal import Refusal

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_FOREIGN = Refusal(
    403,
    "Этот запрос пришёл не с нашей страницы. Откройте адрес, который напечатала программа.",
    "This request did not come from our page. Open the address that the program has printed.",
)
_UNKNOWN = Refusal(
    403,
    "Откройте адрес, который напечатала программа: он меняется при каждом запуске.",
    "Open the address that the program has printed: it changes at each start.",
)


@record
class Address:
    """Where the program listens, and the token that its own pages know."""

    port: int
    token: str

    @property
    def url(self) -> str:
        """The page that the program opens."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"

    @property
    def hosts(self) -> frozenset[str]:
        """The names that a browser on this computer may call it by."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))


def refused(address: Address, scope: Scope) -> Refusal | None:
    """Why a request is not for us to answer; None when it is."""
    headers = Headers(scope=scope)
    origins = {f"http://{host}" for host in address.hosts}
    origin = headers.get("origin")
    if headers.get("host", "").lower() not in address.hosts or len(headers.getlist("host")) != 1:
        return _FOREIGN
    if origin is not None and origin.lower() not in origins:
        return _FOREIGN
    reads = scope["method"] in ("GET", "HEAD")
    if not reads and (origin is None or headers.get("sec-fetch-site", "same-origin") != "same-origin"):
        return _FOREIGN
    told = scope["path"].split("/")[1]
    if not secrets.compare_digest(told.encode("utf-8", "surrogateescape"), address.token.encode()):
        return _UNKNOWN
    return None


class Guard:
    """Answers what is not for us with `refuse`, and sends everything with headers that keep other pages out."""

    def __init__(self, app: ASGIApp, address: Address, refuse: Callable[[Refusal, str], Response]) -> None:
        self._app, self._address, self._refuse = app, address, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        def guarded(message: Message) -> Awaitable[None]:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            return send(message)

        no = refused(self._address, scope)
        app = self._app if no is None else self._refuse(no, "")
        await app(scope, receive, guarded)
