"""The frame of a page: its policy, its style, its script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


def shell(title: str, lang: str, body: str, *, script: str = "", form_action: str = "'none'") -> str:
    """A page whose policy allows its own style and script, told by their hashes, and forms for `form_action`."""
    style = resource("page.css")
    scripts = _hash(script) if script else "'none'"
    rules = f"default-src 'none'; style-src {_hash(style)}; script-src {scripts}; base-uri 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}; form-action {form_action}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="same-origin">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        f"{f'<script>{script}</script>' * bool(script)}\n</body>\n</html>\n"
    )


@cache
def resource(name: str) -> str:
    """A file that comes with the page, without the line end that HTML would not keep."""
    return files("jdlint.report.html").joinpath(name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
