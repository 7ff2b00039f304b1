"""The skeleton as a Word file: heading styles, and numbers that Word counts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
# A4 with the margins that Russian offices bind by: 30 mm on the left, 10 on the right, 20 above and below.
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
# What a line of the skeleton begins with, and the style that takes the place of it.
_SIGNS: Final = (
    ("Title", re.compile(r"# ")),
    ("Heading1", re.compile(r"## \d+\. ")),
    ("Clause", re.compile(r"\d+\.\d+\. ")),
    ("Item", re.compile(r"- ")),
)
_NUMBERED: Final = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'
_STYLES: Final = (
    ("Normal", "Normal", '<w:spacing w:after="120"/>', ""),
    ("Approval", "Approval", '<w:spacing w:after="0"/><w:ind w:left="4820"/>', ""),
    ("Title", "Title", '<w:spacing w:before="480" w:after="240"/><w:jc w:val="center"/>', "<w:b/>"),
    (
        "Heading1",
        "heading 1",
        f'<w:keepNext/>{_NUMBERED.format(level=0, list=1)}<w:spacing w:before="240"/><w:outlineLvl w:val="0"/>',
        "<w:b/>",
    ),
    ("Clause", "Clause", f'{_NUMBERED.format(level=1, list=1)}<w:jc w:val="both"/>', ""),
    ("Item", "Item", f'{_NUMBERED.format(level=0, list=2)}<w:jc w:val="both"/>', ""),
)


def word_file(skeleton: str) -> bytes:
    """The bytes of a Word file that reads as the skeleton; equal text gives equal bytes."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _document(skeleton),
        "word/_rels/document.xml.rels": _relations(
            {"rId1": ("styles", "styles.xml"), "rId2": ("numbering", "numbering.xml")}
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
    }
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name, _OLDEST), _HEAD + text, ZIP_DEFLATED)
    return out.getvalue()


def _document(skeleton: str) -> str:
    paragraphs = "".join([_paragraph(style, text) for style, text in _lines(skeleton)])
    return f'<w:document xmlns:w="{_MAIN}"><w:body>{paragraphs}{_PAGE}</w:body></w:document>'


def _lines(skeleton: str) -> Iterator[tuple[str, str]]:
    """The lines with the style of each; what stands before the title is the approval."""
    plain = "Approval"
    for line in skeleton.splitlines():
        text = line.removesuffix("\\").strip()
        if not text:
            continue
        style, sign = next(((s, found) for s, pattern in _SIGNS if (found := pattern.match(text))), (plain, None))
        plain = "Normal" if style == "Title" else plain
        yield style, text[sign.end() :] if sign else text


def _paragraph(style: str, text: str) -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'


def _types() -> str:
    names = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    overrides = [
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in names.items()
    ]
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    told = [
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(told)}</Relationships>'


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    run = f'<w:rPr>{fonts}<w:sz w:val="24"/><w:lang w:val="ru-RU"/></w:rPr>'
    out = [f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault></w:docDefaults>"]
    for identity, name, paragraph, look in _STYLES:
        default, based = (' w:default="1"', "") if identity == "Normal" else ("", '<w:basedOn w:val="Normal"/>')
        out.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
        )
    return f'<w:styles xmlns:w="{_MAIN}">{"".join(out)}</w:styles>'


def _numbering() -> str:
    levels = _level(0, "decimal", "%1.", 567, 567) + _level(1, "decimal", "%1.%2.", 567, 567)
    bullets = _level(0, "bullet", "—", 993, 426)
    lists = ""
    for number, (kind, inside) in enumerate((("multilevel", levels), ("singleLevel", bullets))):
        lists += f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{inside}</w:abstractNum>'
    used = "".join([f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1)])
    return f'<w:numbering xmlns:w="{_MAIN}">{lists}{used}</w:numbering>'


def _level(number: int, form: str, text: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
