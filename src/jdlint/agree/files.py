"""Which files are compared, and what is said of the organisation besides them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jdlint.agree.refresh import stamps_of
from jdlint.discover import absolute, project
from jdlint.model.collection import Charter, Files, Stamp
from jdlint.model.document import Source
from jdlint.settings import Settings
from jdlint.staff import read_staff


def files_of(sources: Sequence[Path | Source], settings: Settings) -> Files:
    """The files that these are compared with: all that the settings name in the project's folder, without a project
    the sources themselves. What is given by its content takes part in either.
    """
    given = [s.path for s in sources if isinstance(s, Source)]
    asked = {absolute(s.as_posix()): s.as_posix() for s in sources if isinstance(s, Path)}
    shown, root = asked, "\0".join(sorted(asked))
    if settings.root:
        found = project(settings.root, documents=settings.documents, exclude=settings.exclude)
        shown, root = {absolute(p.as_posix()): p.as_posix() for p in found}, absolute(settings.root.as_posix())
    shown = {path: asked.get(path, name) for path, name in shown.items()} | {absolute(name): name for name in given}
    stamps = stamps_of(shown) | {absolute(name): Stamp(-1, -1) for name in given}
    return Files(root, stamps, {path: shown[path] for path in stamps}, kept=not given)


def charter_of(settings: Settings, meanings: Callable[[Sequence[str]], Sequence[str]]) -> Charter:
    """What the settings tell of the organisation; `meanings` gives the normal forms of duties that stand in no
    document. UsageError when the staff list cannot be read.
    """
    processes = {name: tuple(zip(steps, meanings(steps), strict=True)) for name, steps in settings.processes.items()}
    staff = tuple([post.title for post in read_staff(settings.staff)]) if settings.staff else None
    return Charter(settings.positions, settings.by_order, staff, processes)
