"""The frame of a page: its policy, its style, its script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


def shell(title: str, lang: str, body: str, *, script: str, policy: str = "") -> str:
    """A page whose policy allows its own style and script, told by their hashes, and what `policy` adds to that."""
    style, code = resource("page.css"), resource(script)
    rules = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(code)}; base-uri 'none'; "
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}{policy or "form-action &#39;none&#39;"}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="same-origin">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n<script>{code}</script>\n</body>\n"
        "</html>\n"
    )


@cache
def resource(name: str) -> str:
    """A file that comes with the page, without the line end that HTML would not keep."""
    return files("jdlint.report.html").joinpath(name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
