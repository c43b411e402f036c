"""What is in order in a document's particulars. Plain values in, plain values out."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from vermilion.documents.reading.marks import heaviest as heaviest
from vermilion.documents.reading.marks import secrecy_marks as secrecy_marks
from vermilion.documents.types import Fault, Kind, Particulars
from vermilion.kernel import text
from vermilion.kernel.letters import folded

LIMITS = {
    "number": 11,
    "notation": 30,
    "symbol": 60,
    "issuer": 200,
    "abstract": 500,
    "signer": 50,
    "signer_post": 100,
    "competence": 10,
    "language": 30,
    "note": 500,
    "dossier_notation": 20,
}
"""Most letters of a field (Decree 30/2020, Appendix VI, part II). `symbol` is the two together."""

MOST_PAGES = 999
MOST_COPIES = 999
"""Number(3) in the same table."""

MOST_IN_A_DOSSIER = 999

EARLIEST_YEAR, LATEST_YEAR = 1945, 9999


_SPELT_OUT = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("tw", "trung uong"),
    ("tp", "thanh pho"),
    ("hcm", "ho chi minh"),
    ("bch", "ban chap hanh"),
    ("vp", "van phong"),
)
"""Short forms in the names of bodies, as headers print them."""


_TEXTS = (
    "symbol",
    "issuer",
    "abstract",
    "signer",
    "signer_post",
    "competence",
    "note",
    "language",
    "dossier_notation",
)
# Joiners are letters' business in Devanagari and Arabic; everything else unseen goes.
_KEPT_JOINERS = "\u200c\u200d"
_NUMBER_FIRST = re.compile(r"^\s*(?:số|no\.?)?\s*:?\s*([0-9]{1,11}[a-zđ]{0,3})\s*([/-])\s*", re.I)
_SEEN_AS_SPACE = frozenset("\t\n\r\f\v\u2028\u2029\x85")


def without_unseen(value: str) -> str:
    """Text without control characters and marks that turn the direction of writing."""
    if value.isascii() and value.isprintable():
        return value
    return "".join(
        " " if sign in _SEEN_AS_SPACE else sign
        for sign in value
        if sign in _SEEN_AS_SPACE
        or sign in _KEPT_JOINERS
        or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def tidy_text(value: str) -> str:
    """A line of text as it is kept: composed, without unseen signs, spaces single, edges cut."""
    return text.composed(without_unseen(value))


def tidy(particulars: Particulars) -> Particulars:
    """The particulars with every text as it is kept."""
    texts: dict[str, Any] = {each: tidy_text(getattr(particulars, each)) for each in _TEXTS}
    return replace(
        particulars,
        **texts,
        files=tuple(
            replace(each, name=tidy_text(each.name)[-255:] or "file") for each in particulars.files
        ),
    )


def number_and_notation(symbol: str) -> tuple[str, str]:
    """The two parts of a symbol: `15/QĐ-BNV` is 15 and QĐ-BNV, `36-HD/VPTW` is 36 and HD/VPTW.

    A symbol of another shape has no number of its own.
    """
    found = _NUMBER_FIRST.match(symbol[:100])
    return (found[1], symbol[found.end() :].strip()) if found else ("", symbol.strip())


def faults(particulars: Particulars, *, today: date, bare: bool = False) -> list[Fault]:
    """Every field that is not in order, in the order in which a paper shows them.

    Of a document of which a bare line alone is kept, no abstract is missed.
    """
    needed = ("issuer",) if bare else ("issuer", "abstract")
    return [
        *_faults_of_symbol(particulars.symbol),
        *_faults_of_dates(particulars, today),
        *(Fault(each, Kind.MISSING) for each in needed if not getattr(particulars, each)),
        *(
            Fault(each, Kind.TOO_LONG, LIMITS[each])
            for each in _TEXTS
            if len(getattr(particulars, each)) > LIMITS[each]
        ),
        *_faults_of_amounts(particulars),
    ]


def _faults_of_symbol(symbol: str) -> Iterator[Fault]:
    number, notation = number_and_notation(symbol)
    if number and len(notation) > LIMITS["notation"]:
        yield Fault("notation", Kind.TOO_LONG, LIMITS["notation"])


def _faults_of_dates(particulars: Particulars, today: date) -> Iterator[Fault]:
    dated_on = particulars.dated_on
    if dated_on and dated_on > today:
        yield Fault("dated_on", Kind.IN_THE_FUTURE)
    elif dated_on and dated_on.year < EARLIEST_YEAR:
        yield Fault("dated_on", Kind.OUT_OF_RANGE, EARLIEST_YEAR)
    due = particulars.reply_due_on
    if due and dated_on and due < dated_on:
        yield Fault("reply_due_on", Kind.OUT_OF_RANGE)


def _faults_of_amounts(particulars: Particulars) -> Iterator[Fault]:
    if particulars.pages is not None and not 1 <= particulars.pages <= MOST_PAGES:
        yield Fault("pages", Kind.OUT_OF_RANGE, MOST_PAGES)
    if not 1 <= particulars.copies <= MOST_COPIES:
        yield Fault("copies", Kind.OUT_OF_RANGE, MOST_COPIES)
    year = particulars.dossier_year
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        yield Fault("dossier_year", Kind.OUT_OF_RANGE, LATEST_YEAR)
    ordinal = particulars.dossier_ordinal
    if ordinal is not None and not 1 <= ordinal <= MOST_IN_A_DOSSIER:
        yield Fault("dossier_ordinal", Kind.OUT_OF_RANGE, MOST_IN_A_DOSSIER)


def spelt_out(name: str) -> str:
    """A body's name folded, with the short forms of headers written out."""
    shorts = dict(_SPELT_OUT)
    return " ".join(shorts.get(word, word) for word in folded(name).split())


def fit(wanted: str, *, parent: str, name: str, above: str) -> float:
    """How well a body of the directory fits what a paper says of its issuer, 0 to 1.

    The same words fit wholly; words of the body above that the one says and the other leaves out
    cost little; other words that differ cost much.
    """
    said, known = spelt_out(wanted).split(), spelt_out(name).split()
    if not said or not known:
        return 0.0
    around = {*spelt_out(parent).split(), *spelt_out(above).split()}
    strange = [word for word in {*said} ^ {*known} if word not in around]
    known_above = spelt_out(above)
    agrees = not parent or not above or spelt_out(parent) == known_above
    full = 1.0 if said == known else 0.95
    return max(0.0, full - 0.2 * len(strange) - (0.0 if agrees else 0.1))
