"""Compares our reading of Word files with that of LibreOffice Writer.

    python benchmarks/fidelity.py FILE_OR_FOLDER …  [--lists N]

Every DOCX is exported with `soffice --headless --convert-to txt` (Debian package libreoffice-writer) and its words and
automatic numbers are compared with those of our reading text. `--lists N` adds N documents of random lists, made on
the spot, whose numbers the two readers must count alike. Exit code 1 when a bound is missed.

LibreOffice 7 does not know w:isLgl (Roman numbers of higher levels printed as Arabic); both readers are given a copy
without it, and tests/load/docx/test_numbering.py holds what Word prints with it.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from jdlint.load.docx import load
from jdlint.model.document import Document, Part, Source

LEAST_RECALL = 0.999
LEAST_LABELS = 0.995
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"[^\w\s.()]")
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(slots=True)
class Row:
    """What the comparison of one group of documents came to."""

    documents: int = 0
    words: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)
    numbered: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of LibreOffice's words that our reading text has."""
        return 1 - self.missed.total() / self.words if self.words else 1.0

    @property
    def labels(self) -> float:
        """Share of our numbered paragraphs that LibreOffice numbers alike."""
        return 1 - len(self.wrong) / self.numbered if self.numbered else 1.0


def copied(file: Path, copy: Path) -> None:
    """A copy that both readers can be asked about: without w:isLgl."""
    with ZipFile(file) as source, ZipFile(copy, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, re.sub(rb"<w:isLgl[^>]*/>", b"", data) if name.endswith("numbering.xml") else data)


def export(files: Sequence[Path], folder: Path) -> dict[Path, str]:
    """Copies of the files, and LibreOffice's plain text of each."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice is not installed: apt-get install --no-install-recommends libreoffice-writer")
    out = {}
    for number in range(0, len(files), 40):
        named = {}
        for index, file in enumerate(files[number : number + 40], number):
            copy = folder / f"{file.stem}~{index}.docx"
            copied(file, copy)
            named[file] = copy
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(folder),
            *map(str, named.values()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        for copy in named.values():
            out[copy] = copy.with_suffix(".txt").read_text(encoding="utf-8-sig")
    return out


def compare(row: Row, document: Document, theirs: str) -> None:
    """Add one document to a row: the body word by word, the numbers paragraph by paragraph."""
    body = [b for b in document.blocks if b.part is Part.BODY]
    our_words = words(b.span.of(document.text) for b in body)
    their_words = words([theirs])
    rest = words(b.span.of(document.text) for b in document.blocks if b.part is not Part.BODY)
    missed = their_words - our_words
    row.documents += 1
    row.words += their_words.total()
    row.elsewhere += missed & rest
    row.missed += missed - rest
    row.invented += our_words - their_words
    lines = Counter(map(normal, theirs.splitlines()))
    for block in body:
        if not block.label:
            continue
        row.numbered += 1
        first = normal(block.span.of(document.text).split("\n", 1)[0])
        if lines[first] > 0:
            lines[first] -= 1
        else:
            row.wrong.append(f"{document.path}: {first[:60]}")


def words(texts: Iterable[str]) -> Counter[str]:
    """The words of texts, soft hyphens taken out."""
    return Counter(word for text in texts for word in _WORD.findall(text.replace("\u00ad", "")))


def normal(line: str) -> str:
    """A line with single spaces and one sign for every bullet."""
    line = " ".join(line.replace("\u00ad", "").split())
    return _BULLET.sub("•", line[:1]) + line[1:]


def random_lists(count: int, folder: Path) -> list[Path]:
    """Documents of random lists: formats, depths, starts, restarts, tables."""
    return [_random_list(seed, folder / f"list-{seed}.docx") for seed in range(count)]


def _random_list(seed: int, path: Path) -> Path:
    chance = random.Random(seed)  # noqa: S311 documents to compare, no secrets
    formats = [
        "decimal",
        "decimal",
        "decimal",
        "upperRoman",
        "lowerRoman",
        "russianLower",
        "russianUpper",
        "lowerLetter",
        "upperLetter",
    ]
    lists, instances = "", ""
    for number in range(3):
        levels = ""
        for depth in range(4):
            whole = depth > 0 and chance.random() < 0.6
            text = "".join(f"%{d + 1}." for d in range(depth + 1)) if whole else f"%{depth + 1}{chance.choice('.)')}"
            legal = "<w:isLgl/>" if whole and chance.random() < 0.3 else ""
            levels += (
                f'<w:lvl w:ilvl="{depth}"><w:start w:val="{chance.choice([1, 1, 1, 3])}"/>'
                f'<w:numFmt w:val="{chance.choice(formats)}"/>'
                f'{legal}<w:lvlText w:val="{text}"/></w:lvl>'
            )
        lists += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        instances += f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    instances += f'<w:num w:numId="4"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body, depth = "", 0
    for index in range(60):
        depth = max(0, min(3, chance.choice([depth, depth, depth + 1, depth - 1, 0])))
        item = (
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{chance.choice([1, 1, 1, 2, 3, 4])}"/>'
            "</w:numPr></w:pPr>"
            f"<w:r><w:t>пункт {seed} {index}</w:t></w:r></w:p>"
        )
        if chance.random() < 0.1:
            grid = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
            item = f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr/>{item}</w:tc></w:tr></w:tbl><w:p/>"
        body += item
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{word}.numbering+xml"/></Types>',
        )
        relation = (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_RELS}/{{}}" Target="{{}}"/></Relationships>'
        )
        archive.writestr("_rels/.rels", relation.format("officeDocument", "word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", relation.format("numbering", "numbering.xml"))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{_MAIN}">{lists}{instances}</w:numbering>')
    return path


def found(arguments: Sequence[str]) -> dict[str, list[Path]]:
    """The DOCX files of each argument, by the argument's last name."""
    out: dict[str, list[Path]] = {}
    for argument in arguments:
        path = Path(argument)
        files = sorted(path.rglob("*.docx")) if path.is_dir() else [path]
        files = [f for f in files if not f.name.startswith("~$")]
        if files:
            out.setdefault(path.name if path.is_dir() else path.parent.name, []).extend(files)
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print the table, tell whether the bounds hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--lists", type=int, default=0, metavar="N")
    parser.add_argument("--verbose", action="store_true", help="list every difference")
    options = parser.parse_args(arguments)
    rows: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        groups = found(options.paths)
        if options.lists:
            groups["random lists"] = random_lists(options.lists, folder)
        for name, files in groups.items():
            row = rows[name] = Row()
            for file, theirs in export(files, folder).items():
                compare(row, load(Source(file.name, file.read_bytes())), theirs)
    print(
        "| documents | files | words | recall | missed | not in LibreOffice's text | elsewhere with us "
        "| numbered | labels equal |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, row in rows.items():
        print(
            f"| {name} | {row.documents} | {row.words} | {row.recall:.2%} | {row.missed.total()} "
            f"| {row.invented.total()} "
            f"| {row.elsewhere.total()} | {row.numbered} | {row.labels:.2%} |"
        )
    for name, row in rows.items():
        for title, counter in (
            ("missed", row.missed),
            ("not in LibreOffice's text", row.invented),
            ("elsewhere", row.elsewhere),
        ):
            if counter and options.verbose:
                print(f"{name}: {title}: {dict(counter.most_common(40))}")
        for line in row.wrong if options.verbose else ():
            print(f"{name}: label: {line}")
    good = all(row.recall >= LEAST_RECALL and row.labels >= LEAST_LABELS for row in rows.values())
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
