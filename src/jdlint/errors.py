"""What stops a run: a defect of the call, the settings, the rules, or of jdlint itself."""

from __future__ import annotations

import errno
from enum import IntEnum
from typing import NamedTuple


class ExitCode(IntEnum):
    """What the process tells its caller (contract: never reused)."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FAULT = 3
    INTERRUPTED = 130
    TERMINATED = 143


class Terminated(KeyboardInterrupt):
    """SIGTERM, which is taken like Ctrl+C."""


def stop_code(stopped: KeyboardInterrupt) -> ExitCode:
    """What the process tells its caller when it was stopped: 128 and the number of the signal, as shells do."""
    return ExitCode.TERMINATED if isinstance(stopped, Terminated) else ExitCode.INTERRUPTED


_SYSTEM = {
    errno.ENOENT: "нет такого файла или папки",
    errno.EACCES: "нет прав",
    errno.EPERM: "действие не разрешено",
    errno.EISDIR: "это папка, а не файл",
    errno.ENOTDIR: "часть пути — не папка",
    errno.ENOTEMPTY: "папка не пуста",
    errno.EEXIST: "такой файл уже есть",
    errno.EROFS: "диск только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "исчерпана квота на диске",
    errno.ENAMETOOLONG: "слишком длинное имя",
    errno.ELOOP: "ссылки ведут по кругу",
    errno.EBUSY: "файл занят",
    errno.EMFILE: "открыто слишком много файлов",
    errno.EIO: "сбой ввода-вывода",
    errno.EINVAL: "система не принимает такого имени",
}


class Reason(NamedTuple):
    """Why the system refused, in each language."""

    ru: str
    en: str


def reason_of(error: OSError) -> Reason:
    """What the system says of its refusal."""
    en = error.strerror or str(error)
    ru = _SYSTEM.get(error.errno or 0) or (f"код системы {error.errno}" if error.errno else "сбой системы")
    return Reason(ru, en)


class JdlintError(Exception):
    """The run cannot go on; `str()` is one clear line in each language."""

    exit_code = ExitCode.USAGE

    def __init__(self, ru: str, en: str) -> None:
        super().__init__(ru)
        self.ru = ru
        self.en = en

    def say(self, lang: str) -> str:
        """Return the message in `lang` (`ru` or `en`)."""
        return self.en if lang == "en" else self.ru


class UsageError(JdlintError):
    """A wrong option, path or settings value."""


class Mistake(NamedTuple):
    """One mistake in a rule or settings file: 1-based line and column, and what to do about it.

    `wrong` is the word that stands there and `instead` the one that was probably meant; both empty when nobody knows.
    """

    path: str
    line: int
    column: int
    ru: str
    en: str
    wrong: str = ""
    instead: str = ""

    def say(self, lang: str) -> str:
        """Return `path:line:column: message` in `lang`."""
        return f"{self.path}:{self.line}:{self.column}: {self.en if lang == 'en' else self.ru}"


class RulebookError(JdlintError):
    """All mistakes of a rule folder or a settings file, found in one pass."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = sorted(mistakes)
        super().__init__("\n".join(m.say("ru") for m in self.mistakes), "\n".join(m.say("en") for m in self.mistakes))


class LoadError(JdlintError):
    """A document that is not what its name claims; becomes finding DOC001, never ends a run."""


class LimitError(LoadError):
    """A document that costs more than the limits allow; becomes finding DOC006."""


class Fault(JdlintError):
    """A defect of jdlint itself: names the rule or stage and the document."""

    exit_code = ExitCode.FAULT
