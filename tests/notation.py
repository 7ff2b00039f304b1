"""Builds Word files in memory from a short XML notation.

Tags stand without prefix in the main namespace, and so do their attributes: `<p><r><t>Слово</t></r></p>`.
Other namespaces keep their usual prefixes.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = {
    "": W,
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns{":" if k else ""}{k}="{v}"' for k, v in _SPACES.items())
_TAG = re.compile(r"<(?!/)([A-Za-z]\w*)((?:\s+[\w:]+=\"[^\"]*\")*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"(?<=\s)(?=\w+=\")")
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def expand(xml: str) -> str:
    """The short notation in full."""
    return _TAG.sub(lambda m: f"<{m[1]}{_ATTRIBUTE.sub('w:', m[2])}{m[3]}>", xml)


def part(root: str, content: str) -> str:
    """A part of the package."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_DECLARED}>{expand(content)}</{root}>'


def pack(
    body: str,
    *,
    numbering: str = "",
    styles: str = "",
    headers: dict[str, str] | None = None,
    notes: dict[str, str] | None = None,
    main_type: str = "document.main",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A .docx with that content of `w:body`; `headers` and `notes` by the names of their parts."""
    parts = {"document": part("document", f"<body>{body}</body>")}
    if numbering:
        parts["numbering"] = part("numbering", numbering)
    if styles:
        parts["styles"] = part("styles", styles)
    kinds = {"document": "officeDocument"}
    for name, content in (headers or {}).items():
        kinds[name] = name.rstrip("0123456789")
        parts[name] = part("hdr" if name.startswith("header") else "ftr", content)
    for name, content in (notes or {}).items():
        parts[name] = part(name, content)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        overrides = "".join(
            f'<Override PartName="/word/{n}.xml" ContentType="{_WORD}.{main_type if n == "document" else n}+xml"/>'
            for n in parts
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="{_RELATION_TYPE}"/>{overrides}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        related = "".join(
            f'<Relationship Id="{n}" Type="{_OFFICE}/{kinds.get(n, n)}" Target="{n}.xml"/>'
            for n in parts
            if n != "document"
        )
        related += "".join(
            f'<Relationship Id="d{n}" Type="{_OFFICE}/diagramData" Target="/{n}"/>'
            for n in extra or {}
            if n.startswith("word/diagrams/")
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{related}<Relationship Id="far" Type="{_OFFICE}/hyperlink" '
            'Target="http://example.invalid/" TargetMode="External"/></Relationships>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def text(words: str, properties: str = "") -> str:
    """A run."""
    return f'<r>{f"<rPr>{properties}</rPr>" if properties else ""}<t xml:space="preserve">{words}</t></r>'


def paragraph(words: str, properties: str = "", look: str = "") -> str:
    """A paragraph of one run."""
    return f"<p>{f'<pPr>{properties}</pPr>' if properties else ''}{text(words, look) if words else ''}</p>"


def cell(content: str, properties: str = "") -> str:
    """A cell; `content` is its paragraphs, or the words of the only one."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<tc><tcPr>{properties}</tcPr>{inside}</tc>"


def table(*rows: list[str], borders: str = "") -> str:
    """A table of rows of cells; `borders` of the whole."""
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f"<tbl><tblPr>{f'<tblBorders>{borders}</tblBorders>' if borders else ''}</tblPr>{lines}</tbl>"


def level(depth: object, words: str, form: str = "decimal", more: str = "", start: int | None = 1) -> str:
    """One level of a list; `words` are those of its number, with `%1` for the number of the first level."""
    begin = "" if start is None else f'<start val="{start}"/>'
    return f'<lvl ilvl="{depth}">{begin}<numFmt val="{form}"/>{more}<lvlText val="{words}"/></lvl>'


def numbering(*levels: str, overrides: str = "", more: str = "") -> str:
    """A list with its instance 1, and what else is told of lists."""
    own = f'<num numId="1"><abstractNumId val="0"/>{overrides}</num>'
    return f'<abstractNum abstractNumId="0">{"".join(levels)}</abstractNum>{own}{more}'


def item(words: str, depth: object = 0, number: int = 1) -> str:
    """A paragraph of one run, counted by the instance of that number."""
    return f'<p><pPr><numPr><ilvl val="{depth}"/><numId val="{number}"/></numPr></pPr><r><t>{words}</t></r></p>'


def repacked(
    data: bytes,
    *,
    replace: dict[bytes, bytes] | None = None,
    rename: dict[str, str] | None = None,
    more: dict[str, bytes] | None = None,
    packing: int = ZIP_DEFLATED,
) -> bytes:
    """The archive with other bytes in its parts and other names of them, and more parts or others in their place."""
    with ZipFile(BytesIO(data)) as old:
        parts = {(rename or {}).get(name, name): old.read(name) for name in old.namelist()}
    for before, after in (replace or {}).items():
        parts = {name: content.replace(before, after) for name, content in parts.items()}
    out = BytesIO()
    with ZipFile(out, "w", packing) as new:
        for name, content in {**parts, **(more or {})}.items():
            new.writestr(name, content)
    return out.getvalue()


class Notation:
    """The short notation as one thing to ask for."""

    pack = staticmethod(pack)
    expand = staticmethod(expand)
    t = staticmethod(text)
    p = staticmethod(paragraph)
    c = staticmethod(cell)
    table = staticmethod(table)
    level = staticmethod(level)
    numbering = staticmethod(numbering)
    item = staticmethod(item)
    repacked = staticmethod(repacked)
    line = '<tcBorders><bottom val="single"/></tcBorders>'
    grid = "".join(f'<{side} val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
