"""What is wrong with a file, as a code with facts that the parent process says in words."""

from typing import Any


class Trouble(Exception):
    """The file cannot be read any further."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
