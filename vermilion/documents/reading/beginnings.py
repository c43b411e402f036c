"""Which page of a pile is the first of a paper."""

from vermilion.documents.reading.paper import PageOfText
from vermilion.documents.reading.reader import read

SURE = 0.6
"""So certain must a number be for its page to count as the first of a paper."""


def beginning_of(page: PageOfText) -> str:
    """A name for the paper whose first page this seems to be; nothing for any other page.

    A first page bears a number and notation, and says of which day it is or who issued it.
    """
    found = read([page])
    if found.symbol is None or found.symbol.certainty < SURE:
        return ""
    if not (found.dated_on or found.issuer):
        return ""
    about = found.abstract.value if found.abstract else ""
    return " ".join(f"{found.symbol.value} {about}".replace("/", "-").split())[:120]
