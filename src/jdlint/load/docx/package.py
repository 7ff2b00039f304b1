"""Opens the file as an Office package and hands out its parts, refusing what is none."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from lzma import LZMAError
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree

from jdlint.errors import LoadError
from jdlint.load.docx.names import w
from jdlint.record import record
from jdlint.xml import DamagedXmlError, EntitiesError, parse_xml

if TYPE_CHECKING:
    from jdlint.model.document import Source

    Element = etree._Element

# A hundred times the longest job description; what is larger is an attack or another kind of document.
MAXIMUM_PART = 64 * 1024 * 1024
MAXIMUM_TOTAL = 2 * MAXIMUM_PART
MAXIMUM_RATIO = 400
MAXIMUM_ENTRIES = 10_000
# What zipfile raises over damaged bytes, encryption and unknown ways of packing.
_UNREADABLE = (
    BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_OTHER_OFFICE = {"xl/": ("книга Excel", "an Excel workbook"), "ppt/": ("презентация PowerPoint", "a PowerPoint deck")}


@record
class Relation:
    """A link from one part to another: the last word of its type, and the name of the target."""

    kind: str
    target: str


class Package:
    """The parts of one Word file, read and parsed on first need; nothing outside the file is touched."""

    def __init__(self, source: Source) -> None:
        self._sizes = _directory(source)
        reader: Any = PhysPkgReader
        self._reader: Any = reader(BytesIO(source.data))
        self._relations: dict[str, dict[str, Relation]] = {}
        self._roots: dict[str, Element] = {}
        self._strict: set[str] = set()
        self._unpacked = 0
        self.main = self._main_part()

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of `part` (of the package itself for "") by their ids; external ones left out."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{name}.rels")
            root = self.parse(rels) if rels in self._sizes else None
            self._relations[part] = {} if root is None else dict(_relations(root, folder))
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that `part` refers to by relations of that kind and that are in the package."""
        return [r.target for r in self.relations(part).values() if r.kind == kind and r.target in self._sizes]

    def parse(self, part: str) -> Element:
        """The root element of a part, always the same; raises LoadError when it is too large or is not sound XML."""
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def is_strict(self, part: str) -> bool:
        """Whether a part that was parsed uses the names of the strict form of the standard."""
        return part in self._strict

    def written(self, part: str) -> bytes:
        """The bytes of a part that was parsed, as its elements are now."""
        return serialised(self._roots[part], strict=part in self._strict)

    def unpacked(self, part: str) -> bytes:
        """The bytes of a part, in the names of the transitional form; raises LoadError when it is too large."""
        size, packed = self._sizes.get(part, (0, 0))
        self._unpacked += size
        if self._unpacked > MAXIMUM_TOTAL or size > min(MAXIMUM_PART, MAXIMUM_RATIO * max(packed, 4096)):
            raise LoadError(
                f"часть «{part}» внутри файла разворачивается в {size // 2**20} МБ, всего с ней "
                f"{self._unpacked // 2**20} МБ; такой файл не читается: сохраните документ заново в Word",
                f"part “{part}” inside the file unpacks to {size // 2**20} MB, {self._unpacked // 2**20} MB with the "
                "others; such a file is not read: save the document anew in Word",
            )
        try:
            data: bytes = self._reader.blob_for(PackURI(f"/{part}"))
        except _UNREADABLE as error:
            raise _damaged(part) from error
        if b"purl.oclc.org/ooxml" in data:
            self._strict.add(part)
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        return data

    def _parsed(self, part: str) -> Element:
        return parsed(part, self.unpacked(part))

    def has(self, part: str) -> bool:
        """Whether the package holds `part`."""
        return part in self._sizes

    def document(self) -> Element:
        """The root of the main part; raises LoadError when it is no Word document."""
        root = self.parse(self.main)
        if root.tag != w("document"):
            raise _not_word()
        return root

    def _main_part(self) -> str:
        found = self.related("", "officeDocument")
        if found:
            return found[0]
        if "word/document.xml" in self._sizes:
            return "word/document.xml"
        raise _not_word(self._sizes)


def parsed(part: str, data: bytes) -> Element:
    """The root element of a part; raises LoadError when it is not sound XML."""
    try:
        return parse_xml(data)
    except DamagedXmlError as error:
        raise _damaged(part) from error
    except EntitiesError as error:
        raise LoadError(
            f"часть «{part}» объявляет сущности XML, чего Word не делает; файл не читается: "
            "сохраните его заново в Word",
            f"part “{part}” declares XML entities, which Word never does; the file is not read: save it anew in Word",
        ) from error


def serialised(root: Element, *, strict: bool) -> bytes:
    """The bytes of a part; with `strict` in the names of the strict form of the standard."""
    data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    for theirs, ours in _STRICT if strict else ():
        data = data.replace(ours, theirs)
    return data


def _relations(root: Element, folder: str) -> list[tuple[str, Relation]]:
    out = []
    for relation in root:
        if not isinstance(relation.tag, str) or relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        name = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        out.append((relation.get("Id", ""), Relation(relation.get("Type", "").rpartition("/")[2], name)))
    return out


def _directory(source: Source) -> dict[str, tuple[int, int]]:
    data = source.data
    if data[:2] != b"PK":
        raise _foreign(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except _UNREADABLE as error:
        raise LoadError(
            "файл обрезан или повреждён: это начало документа Word без конца; получите его заново или восстановите "
            "в Word («Открыть и восстановить»)",
            "the file is cut off or damaged: it begins as a Word document and has no end; fetch it again or repair it "
            "in Word (“Open and Repair”)",
        ) from error
    if len(entries) > MAXIMUM_ENTRIES:
        raise LoadError(
            f"внутри файла {len(entries)} частей; такой файл не читается: сохраните документ заново в Word",
            f"there are {len(entries)} parts inside the file; such a file is not read: save the document anew in Word",
        )
    return {i.filename: (i.file_size, i.compress_size) for i in entries}


def _foreign(data: bytes) -> LoadError:
    if not data.strip():
        return LoadError("файл пуст; сохраните документ заново", "the file is empty; save the document again")
    if data[:8] == bytes.fromhex("d0cf11e0a1b11ae1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return LoadError(
                "документ зашифрован паролем; снимите пароль в Word («Файл — Сведения — Защита документа»)",
                "the document is encrypted with a password; remove it in Word (File, Info, Protect Document)",
            )
        return LoadError(
            "это документ старого формата .doc, а не .docx; сохраните его в Word как «Документ Word (.docx)»",
            "this is a document of the old .doc format, not .docx; save it in Word as “Word Document (.docx)”",
        )
    if data[:5] == b"{\\rtf":
        return LoadError(
            "это документ RTF, а не .docx; сохраните его в Word как «Документ Word (.docx)»",
            "this is an RTF document, not .docx; save it in Word as “Word Document (.docx)”",
        )
    return LoadError(
        "это не документ Word, хотя так назван; откройте файл и сохраните его как .docx, а текст — как .md",
        "this is not a Word document though it is named so; open the file and save it as .docx, plain text as .md",
    )


def _not_word(names: dict[str, tuple[int, int]] | None = None) -> LoadError:
    for prefix, (ru, en) in _OTHER_OFFICE.items():
        if any(name.startswith(prefix) for name in names or ()):
            return LoadError(
                f"это {ru}, а не документ Word; перенесите текст в документ .docx",
                f"this is {en}, not a Word document; move the text into a .docx document",
            )
    return LoadError(
        "в архиве нет документа Word (word/document.xml); сохраните документ заново как .docx",
        "there is no Word document (word/document.xml) in the archive; save the document again as .docx",
    )


def _damaged(part: str) -> LoadError:
    return LoadError(
        f"часть «{part}» внутри файла повреждена; восстановите документ в Word («Открыть и восстановить»)",
        f"part “{part}” inside the file is damaged; repair the document in Word (“Open and Repair”)",
    )
