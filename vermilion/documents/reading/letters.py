"""Letters as they come out of text layers, made comparable without losing their places."""

import re
import unicodedata

from vermilion.documents.reading.lists import listed

LONGEST_LINE = 1_000
"""Letters of a line that are looked at. No line of a header or a signature is longer."""

_SPACED = frozenset("\t\n\r\f\v\x85\xa0\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_ETH = str.maketrans("Ðð", "Đđ")
"""The letter of Iceland looks like the Vietnamese one, and old fonts and scans have it instead."""

_RUN = re.compile(r" +")

ONSETS = frozenset(listed("beginnings of syllables"))
"""How a Vietnamese syllable may begin; none of them is a word."""

_ONSETLESS = frozenset(listed("syllables that begin with a vowel"))
"""Vietnamese words that begin with a vowel; other such pieces are the rest of a torn word."""


class _Fold(dict[int, str]):
    """One letter without case, tone and mark; digits of every script as 0 to 9. Length stays."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.isdigit():
            value = unicodedata.digit(letter, None)
            folded = letter if value is None else str(value)
        else:
            folded = unicodedata.normalize("NFD", letter)[0].lower()[:1]
        folded = {"đ": "d", "ð": "d", "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-"}.get(
            folded, folded
        )
        self[code] = folded
        return folded


_FOLD = _Fold()


def fold(text: str) -> str:
    """The text without case, tones and marks, letter for letter: places stay the same."""
    return text.translate(_FOLD)


def squeeze(folded: str) -> tuple[str, list[int]]:
    """The text without anything but letters and digits, and where each of them stood."""
    places = [place for place, letter in enumerate(folded) if letter.isalnum()]
    return "".join(folded[place] for place in places), places


def key(text: str) -> str:
    """What two printings of one phrase have in common: letters and digits alone."""
    return squeeze(fold(text))[0]


def clean(text: str) -> str:
    """One line: composed, without unseen signs, spaces single, torn letters put together."""
    text = text[: LONGEST_LINE * 2]
    if not text.isascii() or not text.isprintable():
        text = "".join(
            " " if sign in _SPACED else sign
            for sign in unicodedata.normalize("NFC", text).translate(_ETH)
            if sign in _SPACED or sign in _JOINERS or unicodedata.category(sign) not in _UNSEEN
        )
    return heal(_unspaced(text.strip()))[:LONGEST_LINE]


def _unspaced(text: str) -> str:
    """`T U Y Ệ T  M Ậ T` as `TUYỆT MẬT`. Words stay apart where the gaps between them are wider."""
    tokens = text.split()
    single = sum(len(token) == 1 and token.isalpha() for token in tokens)
    if len(tokens) < 4 or single < 0.7 * len(tokens):
        return _RUN.sub(" ", text)
    if "  " in text:
        return " ".join("".join(word.split()) for word in re.split(r" {2,}", text))
    return "".join(tokens)


def heal(text: str) -> str:
    """Put torn Vietnamese words together: `th ực hi ện` is `thực hiện`."""
    if " " not in text:
        return text
    out: list[str] = []
    for token in text.split(" "):
        previous = out[-1] if out else ""
        if previous and token and (_is_torn_off(previous, token) or _is_a_rest(previous, token)):
            out[-1] = previous + token
        else:
            out.append(token)
    return " ".join(out)


def _is_torn_off(previous: str, token: str) -> bool:
    """Whether the piece before is nothing but the beginning of this word."""
    bare = previous.lower()
    if bare not in ONSETS or not token[0].isalpha():
        return False
    if fold(token[0]) not in "aeiouy":
        return _is_half_an_onset(bare, token) and token[0].isupper() == previous[-1].isupper()
    if previous[0].isupper() and token[0].islower() and previous[1:].islower():
        return True
    if len(previous) == 1 and previous.isupper() and token[0].islower():
        return token.rstrip(".,;:").lower() not in ("ở", "ấy")
    return token[0].isupper() == previous[-1].isupper()


def _is_half_an_onset(piece: str, token: str) -> bool:
    """`N` before `GHỊ`: only together do they begin as Vietnamese syllables do."""
    consonants = token.lower()[
        : next((at for at, sign in enumerate(fold(token)) if sign in "aeiouy"), 0)
    ]
    return (
        len(piece) == 1
        and bool(consonants)
        and piece + consonants in ONSETS
        and not token.isascii()
    )


def _is_a_rest(previous: str, token: str) -> bool:
    """Whether this piece is nothing but the end of the word before."""
    word = token.rstrip(".,;:").lower()
    if not 1 <= len(word) <= 4 or not word.isalpha() or not previous[-1].isalpha():
        return False
    if fold(word[0]) not in "aeiouy" or word[0].isascii() or word in _ONSETLESS:
        return False
    return fold(previous[-1]) in "iuoy" and token[0].isupper() == previous[-1].isupper()


def spelt(word: str) -> str:
    """A word in small letters, wherever in it the tone is written: `UỶ` and `ỦY` are the same."""
    return "".join(sorted(unicodedata.normalize("NFD", word.lower())))


def is_shouted(text: str) -> bool:
    """Whether a line is printed in capitals; a few small letters are forgiven."""
    small = sum(sign.islower() for sign in text)
    large = sum(sign.isupper() for sign in text)
    return large > 0 and small <= 0.12 * (small + large)


def found_about(needle: str, hay: str, *, slips: int) -> tuple[int, int] | None:
    """Where the needle stands in the hay, forgiving so many wrong, lost or added letters.

    Sellers' algorithm: time grows with the product of both lengths, which are short here.
    """
    at = hay.find(needle)
    if at >= 0:
        return at, at + len(needle)
    if not slips or len(hay) < len(needle) - slips:
        return None
    costs = list(range(len(needle) + 1))
    starts = [0] * (len(needle) + 1)
    best: tuple[int, int, int] | None = None
    for end, letter in enumerate(hay, 1):
        diagonal, diagonal_start = costs[0], starts[0]
        starts[0] = end
        for row, wanted in enumerate(needle, 1):
            over, over_start = costs[row], starts[row]
            price = diagonal + (wanted != letter)
            start = diagonal_start
            if over + 1 < price:
                price, start = over + 1, over_start
            if costs[row - 1] + 1 < price:
                price, start = costs[row - 1] + 1, starts[row - 1]
            costs[row], starts[row] = price, start
            diagonal, diagonal_start = over, over_start
        if costs[-1] <= slips and (best is None or costs[-1] < best[0]):
            best = costs[-1], starts[-1], end
    return (best[1], best[2]) if best else None
