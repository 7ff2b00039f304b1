"""What is fuzzed: each target takes any bytes and returns; only a JdlintError may stop it, which is a sentence."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import mutate

from jdlint.errors import JdlintError
from jdlint.facts.citation import citations
from jdlint.installed import rules_folder
from jdlint.linter import Linter
from jdlint.load.docx.compose import compose
from jdlint.load.docx.package import Package
from jdlint.load.docx.reader import read
from jdlint.load.markdown import load as load_markdown
from jdlint.load.markdown import parse
from jdlint.model.document import Document, Source
from jdlint.model.limits import Limits
from jdlint.model.outline import Outline
from jdlint.model.rule import Rulebook
from jdlint.model.span import Span
from jdlint.rulebook import load_rulebook, parse_rule
from jdlint.rulebook.phrase import PhraseError, parse_phrase
from jdlint.settings import Settings, read_settings

ROOT: Final = Path(__file__).parent.parent
TODAY: Final = dt.date(2026, 12, 1)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LISTED: Final = "".join(
    f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    "<w:r><w:t>Ключи</w:t></w:r></w:p>"
    for number in range(1, 5)
    for level in (0, 1, 0, 2, 8)
)
_NUMBERED: Final = f'<w:document xmlns:w="{_WORD}"><w:body>{_LISTED}</w:body></w:document>'.encode()


@dataclass(frozen=True, slots=True)
class Target:
    """`run` takes at most `longest` bytes; `seeds` are sound inputs, of which `spoil` makes others."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    spoil: mutate.Mutation
    longest: int = 65_536


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of these parts of its main folder, related to each other by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("_rels/.rels"), _related({"document": "word/document.xml"}, "officeDocument"))
        archive.writestr(zipfile.ZipInfo("word/_rels/document.xml.rels"), _related({n: f"{n}.xml" for n in parts}))
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(f"word/{name}.xml"), content)
    return out.getvalue()


def _related(targets: dict[str, str], kind: str = "") -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind or name}" Target="{target}"/>'
        for n, (name, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def load_docx(source: Source) -> Document:
    """The stages of `jdlint.load.docx.load`, imported at the top so that their branches lead the fuzzer."""
    return compose(source.path, read(Package(source)))


def _container(data: bytes) -> None:
    _loaded(load_docx, data)


def _document(data: bytes) -> None:
    _loaded(load_docx, packed({"document": data}))


def _numbering(data: bytes) -> None:
    _loaded(load_docx, packed({"document": _NUMBERED, "numbering": data}))


def _markdown(data: bytes) -> None:
    _loaded(load_markdown, data)


def _loaded(load: Callable[[Source], Document], data: bytes) -> None:
    try:
        document = load(Source("a", data))
    except JdlintError:
        return
    for block in document.blocks:
        if not 0 <= block.span.start <= block.span.end <= len(document.text):
            raise AssertionError(block)
    if len(document.plain) != len(document.text):
        raise AssertionError(len(document.plain))


def _rule(data: bytes) -> None:
    try:
        parse_rule("rules/a.yaml", data.decode("utf-8", "replace"), _rules().acts)
    except JdlintError:
        return


def _settings(data: bytes) -> None:
    try:
        read_settings(Path(".jdlint.yaml"), data.decode("utf-8", "replace"))
    except JdlintError:
        return


def _phrase(data: bytes) -> None:
    try:
        parse_phrase(data.decode("utf-8", "replace"))
    except PhraseError:
        return


def _citation(data: bytes) -> None:
    document = parse("a.md", data.decode("utf-8", "replace").replace("\r", "\n"))
    outline = Outline(document, Span(0, len(document.text)), None, "", None, (), (), ())
    for fact in citations(outline, _rules().acts):
        if not 0 <= fact.span.start <= fact.span.end <= len(document.text):
            raise AssertionError(fact)


def _sentence(data: bytes) -> None:
    outcome = _linter().lint(Source("a.md", data))
    if outcome.fault or any(finding.code == "DOC006" for finding in outcome.findings):
        raise AssertionError(outcome.fault or "too costly")


@cache
def _linter() -> Linter:
    return Linter(_rules(), Settings(assume_job_description=True, limits=Limits(seconds=10)), TODAY)


@cache
def _rules() -> Rulebook:
    return load_rulebook([rules_folder()])


def _files(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(ROOT.glob(pattern))]


def _parts(name: str) -> list[bytes]:
    out = []
    for path in sorted(ROOT.glob("samples/docx/*.docx")):
        with zipfile.ZipFile(path) as archive:
            out += [archive.read(name)] if name in archive.namelist() else []
    return out


def _containers() -> list[bytes]:
    """Small Word files of all the parts that a sample can have."""
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Ключи</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{_WORD}">{note}</w:footnotes>'
    styles = f'<w:styles xmlns:w="{_WORD}"><w:style w:type="paragraph" w:styleId="a"/></w:styles>'
    numbering = min(_parts("word/numbering.xml"), key=len)
    out = []
    for document in sorted(_parts("word/document.xml"), key=len)[:4]:
        out.append(packed({"document": document, "numbering": numbering, "styles": styles.encode()}))
        out.append(packed({"document": _NUMBERED, "footnotes": notes.encode(), "comments": notes.encode()}))
    return out


def _phrases() -> list[bytes]:
    return sorted({p.source.encode() for rule in _rules().rules.values() for p in getattr(rule.options, "phrases", ())})


def _texts() -> list[bytes]:
    return sorted({e.text.encode() for rule in _rules().rules.values() for e in rule.examples})


def _cited() -> list[bytes]:
    return [text for text in _texts() if "ст.".encode() in text or "№".encode() in text]


def _told() -> list[bytes]:
    from jdlint.settings.template import TEMPLATES

    template = TEMPLATES["ru"]
    live = [line[2:] for line in template.splitlines() if ": " in line and line.startswith("# ") and line[2].islower()]
    return [template.encode(), *(line.encode() for line in live)]


TARGETS: Final[dict[str, Target]] = {
    "container": Target(_container, _containers, mutate.spoil_zip, 16_384),
    "document": Target(_document, lambda: _parts("word/document.xml"), mutate.spoil_nodes, 16_384),
    "numbering": Target(_numbering, lambda: _parts("word/numbering.xml"), mutate.spoil_nodes, 16_384),
    "markdown": Target(_markdown, _texts, mutate.spoil_text, 2048),
    "rule": Target(_rule, lambda: _files("rules/*/*.yaml"), mutate.spoil_text, 8192),
    "settings": Target(_settings, _told, mutate.spoil_text, 4096),
    "phrase": Target(_phrase, _phrases, mutate.spoil_bytes, 512),
    "sentence": Target(_sentence, _texts, mutate.spoil_words, 2048),
    "citation": Target(_citation, _cited, mutate.spoil_text, 1024),
}
