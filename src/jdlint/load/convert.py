"""Turns .doc, .odt and .rtf files into .docx with LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from jdlint.errors import LoadError
from jdlint.model.document import Source

CONVERTIBLE: Final = frozenset({".doc", ".odt", ".rtf"})
_SECONDS: Final = 120


def converted(source: Source) -> Source:
    """The file as a .docx of the same path; raises LoadError where LibreOffice is missing or cannot read it.

    Macros are not run and nothing is fetched: LibreOffice gets a profile of its own that is thrown away.
    """
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    kind = Path(source.path).suffix.lower()
    if soffice is None:
        raise LoadError(
            f"файлы {kind} читаются через LibreOffice, которого здесь нет; установите libreoffice-writer или сохраните "
            "документ как .docx",
            f"{kind} files are read through LibreOffice, which is not here; install libreoffice-writer or save the "
            "document as .docx",
        )
    with tempfile.TemporaryDirectory(prefix="jdlint-") as scratch:
        folder = Path(scratch)
        (folder / f"in{kind}").write_bytes(source.data)
        command = [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(folder / f"in{kind}"),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 our own arguments
        except (subprocess.SubprocessError, OSError) as error:
            raise _unreadable(kind) from error
        made = folder / "out" / "in.docx"
        if not made.is_file():
            raise _unreadable(kind)
        return Source(source.path, made.read_bytes())


def _unreadable(kind: str) -> LoadError:
    return LoadError(
        f"LibreOffice не прочитал файл {kind}; откройте его в Word и сохраните как .docx",
        f"LibreOffice could not read the {kind} file; open it in Word and save it as .docx",
    )
