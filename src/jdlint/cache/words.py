"""What the dictionary said of words, so that it need not be opened for words that were met before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jdlint.cache.ready import ready_answers
from jdlint.cache.stamp import code_stamp, engine_stamp
from jdlint.cache.store import Store


class WordMemory:
    """The answers of one dictionary, as plain data, in one store."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._stamp = f"{code_stamp()} {engine_stamp()}"
        self._known = 0

    def recall(self) -> dict[str, Any]:
        """Answers by question: those of earlier runs; where this dictionary gave none yet, those that came ready."""
        data = self._store.read(_NAME)
        try:
            held = json.loads(data) if data else {}
            answers = held["answers"] if held and held["stamp"] == self._stamp else {}
        except (ValueError, KeyError, TypeError):
            answers = {}
        if not isinstance(answers, dict) or not answers:
            return ready_answers()
        self._known = len(answers)
        return answers

    def keep(self, answers: dict[str, Any]) -> None:
        """Remember the answers, if there are new ones."""
        if len(answers) != self._known:
            data = {"stamp": self._stamp, "answers": answers}
            self._store.write(_NAME, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
            self._known = len(answers)


_NAME = "words/answers.json"
