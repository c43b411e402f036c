"""A bounded load on one installation over HTTP, which remembers every answer it was given."""

import json
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Body = Callable[[int], dict[str, Any]]


@dataclass
class Answers:
    """What the installation has acknowledged: for each key of a write, the answer it gave."""

    acknowledged: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    lost: int = 0
    """How often no answer came: the write may have happened or not, and is asked for again."""


class Load:
    """Some clerks who write one thing after the other, and repeat what got no answer.

    Each write has an idempotency key, which its repetitions keep: that is how a person's second
    press of the button is told from a second paper.
    """

    def __init__(
        self,
        url: str,
        token: str,
        body: Body,
        *,
        clerks: int = 4,
        each: int = 25,
        patience: float = 90,
    ) -> None:
        self.answers = Answers()
        self._url, self._token, self._body = url, token, body
        self._each, self._patience = each, patience
        self._lock = threading.Lock()
        self._threads = [
            threading.Thread(target=self._work, args=(clerk,), daemon=True)
            for clerk in range(clerks)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def wait_for(self, number: int, within: float = 60) -> None:
        """Return once so many writes have been acknowledged."""
        deadline = time.monotonic() + within
        while len(self.answers.acknowledged) < number:
            if time.monotonic() > deadline or not any(t.is_alive() for t in self._threads):
                raise AssertionError(
                    f"{len(self.answers.acknowledged)} of {number} were acknowledged; "
                    f"refused: {self.answers.refused[:3]}"
                )
            time.sleep(0.01)

    def finish(self) -> Answers:
        """Wait until every clerk is through with everything."""
        for thread in self._threads:
            thread.join(self._patience)
            assert not thread.is_alive(), "a clerk is still without an answer"
        return self.answers

    def _work(self, clerk: int) -> None:
        for number in range(self._each):
            key = str(uuid.uuid4())
            body = self._body(clerk * self._each + number)
            with self._lock:
                self.answers.asked[key] = body
            self._ask_until_answered(key, body)

    def _ask_until_answered(self, key: str, body: dict[str, Any]) -> None:
        deadline = time.monotonic() + self._patience
        while time.monotonic() < deadline:
            try:
                answer = self._ask(key, body)
            except urllib.error.HTTPError as refusal:
                if refusal.code < 500 and refusal.code != 409:
                    with self._lock:
                        self.answers.refused.append(f"{refusal.code} {refusal.read()[:500]!r}")
                    return
            except OSError:
                with self._lock:
                    self.answers.lost += 1
            else:
                with self._lock:
                    self.answers.acknowledged[key] = answer
                return
            time.sleep(0.2)

    def _ask(self, key: str, body: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - our own address
            self._url,
            data=json.dumps(body).encode(),
            method="POST",
            headers={
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
                "Idempotency-Key": key,
            },
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own address
            told: dict[str, Any] = json.load(answer)
            return told
