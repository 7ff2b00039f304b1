"""Runs the application on this computer alone."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from jdlint.errors import UsageError, reason_of
from jdlint.settings import Settings
from jdlint.web.app import LONGEST, Site
from jdlint.web.guard import Address

LOOPBACK = "127.0.0.1"


def serve(settings: Settings, port: int, ready: Callable[[str], None], complain: Callable[[str], None]) -> None:
    """Serve until interrupted. `ready` is told the address once it can be opened; port 0 is any that is free.

    UsageError when the port is taken.
    """
    with listening(port) as listener:
        address = Address(listener.getsockname()[1], secrets.token_urlsafe(24))
        ready(address.url)
        server(settings, address, complain).run(sockets=[listener])


def listening(port: int) -> socket.socket:
    """A socket that nobody can reach but from this computer."""
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        why = reason_of(error)
        raise UsageError(
            f"не занять порт {port}: {why.ru}; назовите другой: --port",
            f"cannot use port {port}: {why.en}; name another",
        ) from error


def server(
    settings: Settings, address: Address, complain: Callable[[str], None], *, longest: float = LONGEST
) -> uvicorn.Server:
    """The server for that address, which tells of nothing by itself. A check may last `longest` seconds."""
    app = Site(settings, address, complain, longest=longest).app
    return uvicorn.Server(
        uvicorn.Config(
            app, log_config=None, access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=2
        )
    )
