"""Files from a form, in memory alone and within bounds."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from pathlib import PurePosixPath

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from jdlint.model.document import Source
from jdlint.web.refusal import Refusal

MOST_FILES = 50
MEGABYTE = 2**20
MOST_BYTES = 60 * MEGABYTE
# A browser shows no answer before all is sent. What is too much is read and thrown away, but not for ever.
MOST_THROWN = 1024 * MEGABYTE
LONGEST_NAME = 150
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


async def uploaded(request: Request) -> tuple[Source, ...]:
    """The files of a form, each under a name of its own; Refusal when they are too much or the form is not whole."""
    body = request.stream()
    try:
        if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
            raise _no_form()
        if int(request.headers.get("content-length", "0")) > MOST_BYTES:
            raise _too_large()
        form = await _Parts(request.headers, body).parse()
    except Refusal:
        await _throw_away(body)
        raise
    except (MultiPartException, ValueError) as error:
        await _throw_away(body)
        raise _no_form() from error
    files = [part for part in form.getlist("files") if isinstance(part, UploadFile) and part.filename]
    taken: set[str] = set()
    sources = tuple([Source(_own_name(file.filename or "", taken), await file.read()) for file in files])
    await form.close()
    if not sources:
        raise Refusal(400, "Выберите хотя бы один файл.", "Choose one file at least.")
    return sources


class _Parts(MultiPartParser):
    """Keeps files in memory, never on the disk, and counts parts and bytes as they come."""

    spool_max_size = MOST_BYTES + 1

    def __init__(self, headers: Headers, body: AsyncGenerator[bytes, None]) -> None:
        super().__init__(headers, self._watched(body), max_files=MOST_FILES, max_fields=0)
        self._parts = 0
        self._is_whole = False

    def on_part_begin(self) -> None:
        """One part more."""
        self._parts += 1
        if self._parts > MOST_FILES:
            raise Refusal(
                413,
                f"За один раз проверяется до {MOST_FILES} файлов. Для большего числа есть команда jdlint check.",
                f"At most {MOST_FILES} files are checked at once. For more there is the command jdlint check.",
            )
        super().on_part_begin()

    def on_end(self) -> None:
        """The last part has come to its end."""
        self._is_whole = True

    async def _watched(self, body: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        size = 0
        async for chunk in body:
            size += len(chunk)
            if size > MOST_BYTES:
                raise _too_large()
            yield chunk
        if not self._is_whole:
            raise _no_form()


async def _throw_away(body: AsyncGenerator[bytes, None]) -> None:
    size = 0
    async for chunk in body:
        size += len(chunk)
        if size > MOST_THROWN:
            return


def _own_name(told: str, taken: set[str]) -> str:
    """The last part of a name, made different from those that are taken."""
    path = PurePosixPath(_UNSEEN.sub("", told).replace("\\", "/").rsplit("/", 1)[-1] or "документ")
    stem, suffix = path.stem[:LONGEST_NAME], path.suffix[:LONGEST_NAME]
    name, number = f"{stem}{suffix}", 1
    while name in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    taken.add(name)
    return name


def _too_large() -> Refusal:
    most = MOST_BYTES // MEGABYTE
    return Refusal(
        413,
        f"Файлы вместе больше {most} МБ. Проверьте их частями или командой jdlint check.",
        f"The files are larger than {most} MB together. Check them in parts, or by the command jdlint check.",
    )


def _no_form() -> Refusal:
    return Refusal(
        400, "Файлы не дошли целиком. Попробуйте ещё раз.", "The files did not arrive whole. Please try again."
    )
