"""What the site has that the tree has not: English pages of rules, our two English papers, and links that lead on.

MkDocs calls the functions (`hooks` in mkdocs.yml).
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import make_rules
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from jdlint.rulebook import load_rulebook, rules_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
PAPERS = {"contributing.en.md": "CONTRIBUTING.md", "changelog.md": "CHANGELOG.md"}
LINK = re.compile(r"(?P<text>\[[^\]\n]*\])\((?P<target>[^)\s#:]+)(?P<fragment>#[^)\s]*)?\)")


@lru_cache
def made() -> dict[str, str]:
    """Pages by their address below docs/."""
    rulebook = load_rulebook([rules_folder()])
    pages = {f"rules/{code}.en.md": make_rules.page(rule, rulebook, "en") for code, rule in rulebook.rules.items()}
    pages["rules/index.en.md"] = make_rules.index(rulebook, "en")
    for name, paper in PAPERS.items():
        pages[name] = LINK.sub(_from_docs, (ROOT / paper).read_text(encoding="utf-8"))
    return pages


@event_priority(50)  # before the plugin of languages sorts the pages
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made."""
    for name in made():
        files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text of a page that is made."""
    return made().get(page.file.src_uri)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links to files beside docs/ to the repository; without its address they are words only."""

    def lead(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page.file.src_uri), found["target"]))
        if target.startswith("docs/"):
            return found[0]
        if not config.repo_url:
            return found["text"][1:-1]
        return f"{found['text']}({config.repo_url.rstrip('/')}/blob/HEAD/{target})"

    return LINK.sub(lead, markdown)


def _from_docs(found: re.Match[str]) -> str:
    """A link of a paper beside docs/ as it is written in docs/."""
    target = posixpath.relpath(found["target"], "docs")
    return f"{found['text']}({target}{found['fragment'] or ''})"
