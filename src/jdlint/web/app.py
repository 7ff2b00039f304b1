"""The application: files in, a report out, nothing written anywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from urllib.parse import quote

import anyio
from anyio import to_process
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from jdlint.model.document import Source
from jdlint.settings import Settings
from jdlint.web.answer import Answer, Answers
from jdlint.web.guard import Address, Guard
from jdlint.web.pages import entrance, sorry
from jdlint.web.refusal import Refusal
from jdlint.web.upload import uploaded
from jdlint.web.worker import begin, check

# The files of so many forms are held at a time: one is checked, the others wait.
MOST_WAITING = 3
LONGEST = 600
_FORGOTTEN = Refusal(
    404,
    "Этого отчёта уже нет в памяти. Проверьте файлы ещё раз.",
    "This report is no longer in memory. Please check the files again.",
)
_UNKNOWN = Refusal(404, "Такой страницы нет.", "There is no such page.")
_BUSY = Refusal(
    503,
    "Программа уже проверяет другие файлы. Попробуйте через минуту.",
    "The program is checking other files. Please try again in a minute.",
)
_SLOW = Refusal(
    503,
    "Проверка шла слишком долго и остановлена. Попробуйте проверить файлы по одному.",
    "The check took too long and was stopped. Try the files one by one.",
)
_BROKEN = Refusal(
    500,
    "Проверка прервалась из-за внутреннего сбоя. Попробуйте проверить файлы по одному.",
    "The check broke off: an internal failure. Try the files one by one.",
)


class Site:
    """The pages, and what they share: the last answers, and who may be served at a time."""

    def __init__(
        self, settings: Settings, address: Address, complain: Callable[[str], None], *, longest: float
    ) -> None:
        self._settings = settings
        self._home = f"/{address.token}/"
        self._complain = complain
        self._longest = longest
        self._answers = Answers()
        self._taking = anyio.CapacityLimiter(MOST_WAITING)
        self._checking = anyio.CapacityLimiter(1)
        routes = [
            Route("/", self._entrance),
            Route("/check", self._check, methods=["POST"]),
            Route("/answers/{name}/", self._show),
            Route("/answers/{name}/files/{number:int}", self._give),
        ]
        self.app = Starlette(
            routes=[Mount(self._home.rstrip("/"), routes=routes)],
            middleware=[Middleware(Guard, address=address, refuse=self._refuse)],
            exception_handlers={Refusal: self._refused, 404: self._lost, 405: self._lost, Exception: self._failed},
            lifespan=self._life,
        )

    async def _entrance(self, request: Request) -> Response:
        return HTMLResponse(entrance(self._lang(request)))

    async def _check(self, request: Request) -> Response:
        try:
            self._taking.acquire_on_behalf_of_nowait(request)
        except anyio.WouldBlock:
            raise _BUSY from None
        try:
            answer = await self._checked(await uploaded(request), self._lang(request))
        finally:
            self._taking.release_on_behalf_of(request)
        return RedirectResponse(f"answers/{self._answers.add(answer)}/", 303)

    async def _checked(self, sources: Sequence[Source], lang: str) -> Answer:
        """The answer of a worker process, which is ended when it takes too long or the server ends."""
        try:
            with anyio.fail_after(self._longest):
                done = await to_process.run_sync(
                    check, sources, self._settings, lang, cancellable=True, limiter=self._checking
                )
        except TimeoutError:
            raise _SLOW from None
        except anyio.BrokenWorkerProcess as error:
            self._complain(f"jdlint: {error!r}")
            raise _BROKEN from None
        if isinstance(done, Answer):
            return done
        raise Refusal(409, *done)

    async def _show(self, request: Request) -> Response:
        return HTMLResponse(self._answer(request).page)

    async def _give(self, request: Request) -> Response:
        files, number = self._answer(request).files, request.path_params["number"]
        if number >= len(files):
            raise _UNKNOWN
        file = files[number]
        where = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        return Response(file.data, media_type=file.kind, headers={"Content-Disposition": where})

    def _answer(self, request: Request) -> Answer:
        answer = self._answers.get(request.path_params["name"])
        if answer is None:
            raise _FORGOTTEN
        return answer

    def _lang(self, request: Request) -> str:
        told = request.query_params.get("lang")
        return told if told in ("ru", "en") else self._settings.lang

    def _refuse(self, refusal: Refusal, lang: str = "") -> Response:
        """Say why; to whom we do not know in both languages and without a way in."""
        return HTMLResponse(sorry(refusal, lang, self._home if lang else ""), refusal.status)

    async def _refused(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, Refusal)  # noqa: S101 the type of the table of handlers is wider
        return self._refuse(error, self._lang(request))

    async def _lost(self, request: Request, _: Exception) -> Response:
        return self._refuse(_UNKNOWN, self._lang(request))

    async def _failed(self, request: Request, error: Exception) -> Response:
        self._complain(f"jdlint: {type(error).__name__}: {error}")
        return self._refuse(_BROKEN, self._lang(request))

    @asynccontextmanager
    async def _life(self, _: Starlette) -> AsyncIterator[None]:
        """While the server runs; the first check is made ready before it is asked for."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._warm)
            yield

    async def _warm(self) -> None:
        try:
            await to_process.run_sync(begin, self._settings, limiter=self._checking)
        except anyio.BrokenWorkerProcess as error:
            self._complain(f"jdlint: {error!r}")
