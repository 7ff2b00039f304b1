"""The zip archive around the parts of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo


def rewritten(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with these parts in place of its own or after them; the others keep their content byte for byte.

    Order, times, attributes and ways of packing stay; a new part takes those of the first. Equal input gives
    equal bytes.
    """
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        new.comment = old.comment
        members = [info for info in old.infolist() if old.NameToInfo.get(info.filename) is info]
        for info in members:
            content = parts[info.filename] if info.filename in parts else old.read(info)
            new.writestr(_like(info, info.filename), content, info.compress_type)
        known = {info.filename for info in members}
        for name in sorted(set(parts) - known):
            new.writestr(_like(members[0], name), parts[name], members[0].compress_type)
    return out.getvalue()


def _like(info: ZipInfo, name: str) -> ZipInfo:
    made = ZipInfo(name, info.date_time)
    made.compress_type = info.compress_type
    made.create_system = info.create_system
    made.external_attr = info.external_attr
    if name == info.filename:
        made.comment = info.comment
    return made
