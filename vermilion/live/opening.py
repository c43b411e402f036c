"""The answer that opens a stream."""

from django.http import HttpResponse


class Opening(HttpResponse):
    """A stream may be opened, for these tokens. Served by `stream.Door`.

    Where that door is not there, the answer is 204: the browser does not try again, and the page
    asks from time to time.
    """

    def __init__(self, *, tokens: frozenset[str], person: str, session: str) -> None:
        super().__init__(status=204)
        self.tokens = tokens
        self.person = person
        self.session = session
