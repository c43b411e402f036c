"""The text layer of a PDF, taken by the same child process as in the house."""

import tempfile

from vermilion.files import child
from vermilion.files.types import Line, PageText


def pages_of(pdf: bytes, most: int = 40) -> tuple[PageText, ...]:
    """The pages with their lines and places."""
    with tempfile.TemporaryFile() as file:
        file.write(pdf)
        file.flush()
        file.seek(0)
        told = child.run(
            "text", file, child.QUICK_LOOK, kind="pdf", first=1, count=most, most=500_000
        )
    return tuple(
        PageText(
            page["number"],
            page["text"],
            page["width"],
            page["height"],
            tuple(Line(line["text"], tuple(line["box"])) for line in page["lines"] if line["box"]),
        )
        for page in told["pages"]
    )
