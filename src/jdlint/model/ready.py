"""What the wheel brings compiled: believed where the same version made it and nothing is damaged.

It is plain data; reading it can make nothing else.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jdlint.installed import ready_folder

_DIGEST = hashlib.sha256().digest_size


def bring(folder: Path, name: str, version: str, held: Mapping[Any, Any]) -> None:
    """Write into `folder` what `version` made, the same bytes for the same data in the same order."""
    data = pickle.dumps((version, dict(held)), protocol=5)
    (folder / name).write_bytes(hashlib.sha256(data).digest() + data)


def brought(name: str, version: str) -> Mapping[Any, Any]:
    """What the wheel brings under that name; nothing where another version made it, or there is none."""
    try:
        told = (ready_folder() / name).read_bytes()
    except OSError:
        return {}
    digest, data = told[:_DIGEST], told[_DIGEST:]
    if hashlib.sha256(data).digest() != digest:
        return {}
    made_by, held = _Plain(io.BytesIO(data)).load()
    return dict(held) if made_by == version else {}


class _Plain(pickle.Unpickler):
    """Makes plain data and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")
