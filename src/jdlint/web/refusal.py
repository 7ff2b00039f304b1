"""Why a request is not answered as asked."""

from __future__ import annotations


class Refusal(Exception):
    """An HTTP status, and a sentence in each language for the person who sees the page."""

    def __init__(self, status: int, ru: str, en: str) -> None:
        super().__init__(ru, en)
        self.status = status
        self.ru = ru
        self.en = en

    def say(self, lang: str) -> str:
        """The sentence in `lang`."""
        return self.en if lang == "en" else self.ru
