"""Spoils files at random, and always in the same way for the same seed: bytes, nodes of XML, entries of a zip."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from lzma import LZMAError
from random import Random
from typing import Final

from lxml import etree

Mutation = Callable[[bytes, Random], bytes]
Entry = tuple[str, bytes, int]

_NUMBERS: Final = ("", "0", "-1", "1", "9", "2147483648", "99999999999999999999", "1e999", "²", "x")
_BYTES: Final = (
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"&",
    b"\n" * 50,
    b"_" * 200,
    "ё".encode(),
    b"\xe2\x80\xae",
    b"|",
    b"* " * 40,
)
_MARKS: Final = (b",", b" (", b")", b" /", b":", b";", b".", "«".encode(), "»".encode(), " –".encode())
_PATHS: Final = ("../../etc/passwd", "/word/document.xml", "word\\document.xml", "", "word/" * 100, "файл\x1b[31m.xml")
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)


def spoil_bytes(data: bytes, random: Random) -> bytes:
    """A few pieces of the file removed, repeated, moved, overwritten or cut off."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at = random.randrange(len(out) + 1)
        length = min(random.choice((1, 1, 2, 8, 100, 1000)), len(out) - at)
        match random.randrange(6):
            case 0:
                del out[at : at + length]
            case 1:
                out[at:at] = out[at : at + length]
            case 2:
                out[at : at + length] = random.randbytes(length)
            case 3:
                out[at:at] = random.choice(_BYTES)
            case 4 if length:
                out[at] ^= 1 << random.randrange(8)
            case _:
                piece = out[at : at + length]
                del out[at : at + length]
                other = random.randrange(len(out) + 1)
                out[other:other] = piece
    return bytes(out[: random.randrange(len(out) + 1)] if random.random() < 0.03 else out)


def spoil_nodes(data: bytes, random: Random) -> bytes:
    """Sound XML with a few elements removed, repeated, moved, nested, renamed, or with other attributes and text.

    What is no XML is spoiled by its bytes.
    """
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return spoil_bytes(data, random)
    for _ in range(random.choice((1, 2, 4, 12))):
        nodes = [n for n in root.iter() if isinstance(n.tag, str)]
        with suppress(ValueError, KeyError):  # a name that XML cannot hold, or in which lxml does not find its parts
            _change(random.choice(nodes), random.choice(nodes), root, random)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _change(node: etree._Element, other: etree._Element, root: etree._Element, random: Random) -> None:
    parent = node.getparent()
    match random.randrange(8):
        case 0 if parent is not None:
            parent.remove(node)
        case 1 if parent is not None:
            for _ in range(random.choice((1, 1, 3, 30)) if len(node) < 20 else 1):
                parent.insert(parent.index(node), deepcopy(node))
        case 2 if parent is not None and other not in node.iterdescendants() and other is not node:
            other.append(node)
        case 3:
            node.tag = other.tag
        case 4 if node.attrib:
            name = random.choice(sorted(node.attrib))
            node.set(name, random.choice((*_NUMBERS, *other.attrib.values())))
        case 5 if node.attrib:
            del node.attrib[random.choice(sorted(node.attrib))]
        case 6 if parent is not None:
            for _ in range(random.choice((1, 3, 40, 120))):
                wrapped = etree.Element(random.choice((node.tag, parent.tag, other.tag)))
                place = node.getparent()
                if place is None:
                    return
                place.replace(node, wrapped)
                wrapped.append(node)
        case _:
            node.text = random.choice(("", " ", "ь" * 500, "_" * 300, "1.1.1.", "\u202e\u200b", other.text or "…"))


def spoil_zip(data: bytes, random: Random) -> bytes:
    """A sound archive with an entry removed, repeated, renamed, exchanged, added, packed otherwise, or spoiled inside.

    What is no archive is spoiled by its bytes.
    """
    entries = _unpacked(data)
    if not entries:
        return spoil_bytes(data, random)
    at, other = random.randrange(len(entries)), random.randrange(len(entries))
    name, content, method = entries[at]
    match random.randrange(9):
        case 0:
            del entries[at]
        case 1:
            entries.insert(other, (name, spoil_nodes(content, random), method))
        case 2:
            entries[at] = (random.choice(_PATHS), content, method)
        case 3:
            entries[at], entries[other] = (name, entries[other][1], method), (entries[other][0], content, method)
        case 4:
            entries += [
                (f"word/media/{n}.bin", random.randbytes(8), method) for n in range(random.choice((1, 50, 300)))
            ]
        case 5:
            entries[at] = (name, content, random.choice(_METHODS))
        case 6:
            entries[at] = (name, b"", method)
        case 7:
            entries[at] = (name, spoil_bytes(content, random), method)
        case _:
            entries[at] = (name, spoil_nodes(content, random), method)
    packed = _packed(entries)
    return spoil_bytes(packed, random) if random.random() < 0.1 else packed


def spoil_part(data: bytes, random: Random) -> bytes:
    """A sound archive whose Word parts are sound XML, with nodes of one of them changed."""
    entries = _unpacked(data)
    parts = [n for n, (name, *_) in enumerate(entries) if name.endswith((".xml", ".rels"))]
    main = [n for n in parts if entries[n][0] in ("word/document.xml", "word/numbering.xml", "word/styles.xml")]
    if not parts:
        return spoil_bytes(data, random)
    at = random.choice(main if main and random.random() < 0.8 else parts)
    name, content, method = entries[at]
    entries[at] = (name, spoil_nodes(content, random), method)
    return _packed(entries)


def spoil_words(data: bytes, random: Random) -> bytes:
    """Text with words removed, repeated, exchanged or put elsewhere, or broken off behind one."""
    words = data.split(b" ")
    for _ in range(random.choice((1, 1, 2, 5))):
        at, other = random.randrange(len(words)), random.randrange(len(words))
        match random.randrange(5):
            case 0 if len(words) > 1:
                del words[at]
            case 1:
                words[other:other] = [words[at]]
            case 2:
                words[at], words[other] = words[other], words[at]
            case 3:
                words[at] += random.choice(_MARKS)
            case _:
                words = [*words[:at], words[at] + random.choice((b"", *_MARKS))]
    return b" ".join(words)


def spoil_text(data: bytes, random: Random) -> bytes:
    """Text with lines removed, repeated, exchanged, indented or joined, or spoiled by its bytes."""
    if random.random() < 0.4:
        return spoil_bytes(data, random)
    lines = data.split(b"\n")
    for _ in range(random.choice((1, 2, 5, 20))):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        match random.randrange(7):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines[other:other] = [lines[at]] * random.choice((1, 2, 50))
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = (
                    random.choice((b" ", b"\t", b"> ", b"- ", b"# ", b"| ", b"1. ", b"<!--"))
                    * random.choice((1, 4, 60))
                    + lines[at]
                )
            case 4:
                lines[at] += lines[other]
            case 5:
                lines[at] = lines[at][: random.randrange(len(lines[at]) + 1)]
            case _:
                lines[at] += random.choice(_BYTES)
    return b"\n".join(lines)


def _unpacked(data: bytes) -> list[Entry]:
    """The entries of an archive; none when it is not sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(i.filename, archive.read(i), i.compress_type) for i in archive.infolist()]
    except (
        zipfile.BadZipFile,
        zlib.error,
        LZMAError,
        OSError,
        RuntimeError,
        ValueError,
        EOFError,
        NotImplementedError,
    ):
        return []


def _packed(entries: list[Entry]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that occur twice, which is the point
        for name, content, method in entries:
            info = zipfile.ZipInfo(name)  # not writestr(name): it takes the clock
            info.compress_type = method if method in _METHODS else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
