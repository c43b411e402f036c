"""One task on one file: `python -m vermilion.files.reading TASK REQUEST`, the answer as JSON."""

import json
import os
import sys
from importlib import import_module
from typing import Any

from vermilion.files.reading.confine import confine
from vermilion.files.reading.trouble import Trouble

TASKS = {
    "identify": "vermilion.files.reading.identify",
    "unpack": "vermilion.files.reading.archives",
    "parts": "vermilion.files.reading.parts",
    "text": "vermilion.files.reading.texts",
    "picture": "vermilion.files.reading.pictures",
    "convert": "vermilion.files.reading.convert",
    "recognise": "vermilion.files.reading.recognise",
    "arrange": "vermilion.files.reading.arrange",
    "searchable": "vermilion.files.reading.searchable",
}


def main() -> None:
    """Confine this process, do the task, write the answer."""
    task, request = sys.argv[1], json.loads(sys.argv[2])
    confine(**request.pop("limits"))
    answer_to: int = request.pop("answer")
    try:
        answer = _answer(task, request)
    except Trouble as trouble:
        answer = {"trouble": trouble.code, "facts": trouble.facts}
    except (MemoryError, RecursionError):
        answer = {"trouble": "too-much-memory", "facts": {}}
    except ImportError as fault:
        # Says nothing about the file: this installation is not whole.
        answer = {"broken": str(fault)}
    except Exception as fault:
        # A reader may trip over anything in a forged file.
        answer = {"trouble": "crashed", "facts": {"fault": type(fault).__name__}}
    with os.fdopen(answer_to, "w", encoding="utf-8", errors="replace") as file:
        json.dump(answer, file)


def _answer(task: str, request: dict[str, Any]) -> dict[str, Any]:
    try:
        reader = import_module(TASKS[task])
    except OSError as fault:
        raise ImportError(str(fault)) from fault
    answer: dict[str, Any] = reader.answer(**request)
    return answer


if __name__ == "__main__":
    main()
