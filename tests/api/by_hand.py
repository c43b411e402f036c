"""What the tests by hand share: a paper to enter, how a problem is told, what the book has."""

import requests

from tests.api.house import Program

BOOK = "registry/incoming"


def a_paper(symbol: str, **more: object) -> dict[str, object]:
    return {
        "symbol": symbol,
        "issuer": "Bộ Tài chính",
        "abstract": "V/v thử bằng tay",
        "arrived_on": "2026-11-02",
        **more,
    }


def problem(answer: requests.Response, status: int, code: str) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert (told["status"], told["code"]) == (status, code)
    assert told["trace"] == answer.headers["X-Trace-Number"]
    return told


def entered(program: Program, symbol: str) -> int:
    """How many lines of the book bear exactly this symbol."""
    found = program.told(BOOK, words=symbol, limit=200)["items"]
    return sum(each["symbol"] == symbol for each in found)
