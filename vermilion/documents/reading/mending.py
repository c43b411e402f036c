"""What an optical reading loses is put back from the words of the field: tones above all."""

import re
from functools import cache

from vermilion.documents.reading.letters import fold
from vermilion.documents.reading.lists import listed
from vermilion.documents.reading.words import type_words

MOST_WORDS = 6
"""Words of the longest phrase that is known."""

_LISTS = (
    "heads of names", "phrases in names", "kinds of places", "places", "posts",
    "words of names of bodies",
)  # fmt: skip
_NUMBERED = re.compile(r"\b([Ss])[ởóoõôộ]( [0-9])|\b(S)[ỞÓOÕÔỘ]( [0-9])")
_WORD = re.compile(r"[^\W\d_]+")


def mended(text: str) -> str:
    """The text with the tones of phrases that are known, where it has lost or changed some."""
    text = text.replace("Ð", "Đ").replace("ð", "đ")
    found = list(_WORD.finditer(text))
    folded = [fold(word[0]) for word in found]
    out, at, end = [], 0, 0
    while at < len(found):
        size, phrase = _phrase_at(folded, at)
        for word, toned in zip(found[at : at + size], phrase, strict=True):
            out += [text[end : word.start()], _as_printed(word[0], toned)]
            end = word.end()
        if not size:
            out += [text[end : found[at].end()]]
            end = found[at].end()
        at += size or 1
    return _NUMBERED.sub(_number_sign, "".join(out) + text[end:])


def _number_sign(found: "re.Match[str]") -> str:
    """`SỞ 7` as `SỐ 7`: before figures stands no department."""
    return f"{found[1]}ố{found[2]}" if found[1] else f"{found[3]}Ố{found[4]}"


def mended_name(name: str) -> str:
    """The name of a person with the tones of its surname and of words that have but one reading."""
    words = name.replace("Ð", "Đ").split(" ")
    return " ".join(_of_a_name(word, first=place == 0) for place, word in enumerate(words))


def mended_place(place: str) -> str:
    """The name of a place without the specks between its words: `Hà.Nội`."""
    return mended(re.sub(r"(?<=[^\W\d_]{2})[.,'](?=[^\W\d_]{2})", " ", place))


def mended_post(post: str) -> str:
    """The known post from which what was read differs by no more than a letter in eight."""
    toned = mended(post)
    read = fold(toned).replace(" ", "")
    known = {fold(each).replace(" ", ""): each for each in _posts()}
    if read in known or len(read) < 6:
        return toned
    near = [each for each in known if _slips(read, each) <= max(1, len(each) // 8)]
    return known[near[0]] if len(near) == 1 else toned


@cache
def _posts() -> tuple[str, ...]:
    """Posts in full: `Giám đốc`, and `Phó Giám đốc` beside it."""
    named = listed("posts")
    return tuple(dict.fromkeys((*named, *(f"phó {each}" for each in named if each[:3] != "phó"))))


def _slips(one: str, two: str) -> int:
    """How many letters differ, by Levenshtein."""
    if abs(len(one) - len(two)) > 2:
        return 9
    row = list(range(len(two) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, other in enumerate(two, 1):
            least = min(row[place] + 1, row[place - 1] + 1, above + (letter != other))
            above, row[place] = row[place], least
    return row[-1]


def of_the_type(notation: str, type_code: str) -> str:
    """A notation whose letters for the type were misread, when the title says which type it is."""
    short = next((word.abbreviations for word in type_words() if word.code == type_code), ())
    pieces = re.split(r"([/-])", notation)
    at = 4 if len(pieces) > 4 and re.fullmatch("[12][0-9]{3}", pieces[2]) else 2
    if len(pieces) <= at or not short or pieces[at] in short:
        return notation
    near = [each for each in short if _slips(pieces[at].lower(), each.lower()) <= 1]
    if near and len(near[0]) > 2:
        pieces[at] = near[0]
    return "".join(pieces)


def mended_notation(notation: str, issuer: str) -> str:
    """A notation whose Đ was taken for D; known parts and the issuer's own letters say where."""
    own = _letters_of(issuer)
    known = _known_parts() | {fold(each): each for each in own if "Đ" in each}
    pieces = re.split(r"([/-])", notation.replace("Ð", "Đ").replace("ĐĐU", "ĐU"))
    return "".join(_near(known.get(fold(piece), piece), own) for piece in pieces)


def _near(piece: str, own: list[str]) -> str:
    """A part of the notation, or the issuer's letters when it has one letter more than they."""
    if piece in _abbreviations():
        return piece
    if len(piece) < 5:
        return next((each for each in _abbreviations() if _has_one_more(piece, each)), piece)
    return next((each for each in own if len(each) > 3 and _has_one_more(piece, each)), piece)


def _has_one_more(piece: str, known: str) -> bool:
    """Whether a thin letter was read where there is none: `VTILTNN` for `VTLTNN`."""
    return len(piece) == len(known) + 1 and any(
        piece[:at] + piece[at + 1 :] == known for at, sign in enumerate(piece) if sign in "Il|1i"
    )


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in _LISTS:
        for phrase in listed(name):
            words = tuple(phrase.lower().split())
            key = tuple(map(fold, words))
            if len(words) > 1 or name == "words of names of bodies":
                known.setdefault(key, words)
    return known


def _phrase_at(folded: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    for size in range(min(MOST_WORDS, len(folded) - at), 0, -1):
        phrase = _phrases().get(tuple(folded[at : at + size]))
        if phrase:
            return size, phrase
    return 0, ()


def _as_printed(word: str, toned: str) -> str:
    """The toned word in the letters, large or small, of the printed one."""
    if len(word) != len(toned):
        return word
    return "".join(
        mended.upper() if sign.isupper() else mended
        for sign, mended in zip(word, toned, strict=True)
    )


@cache
def _names() -> dict[str, str]:
    """Words of names of persons that have one reading without their tones."""
    readings: dict[str, set[str]] = {}
    for word in (*listed("surnames"), *listed("words of names"), *listed("plain words of names")):
        readings.setdefault(fold(word), set()).add(word)
    return {key: next(iter(words)) for key, words in readings.items() if len(words) == 1}


@cache
def _surnames() -> dict[str, str]:
    common = {fold(word): word for word in reversed(listed("surnames"))}
    return common | {fold(word): word for word in listed("common surnames")}


def _of_a_name(word: str, *, first: bool) -> str:
    folded = fold(word)
    toned = (_surnames() if first else _names()).get(folded)
    doubtful = word.lower() not in listed("surnames") if first else word.isascii()
    return toned[:1].upper() + toned[1:] if toned and doubtful else word


@cache
def _known_parts() -> dict[str, str]:
    parts = (*(each for each in _abbreviations() if "Đ" in each), *listed("parts of notations"))
    # `HD` is a guideline and `HĐ` a contract: such are left as they were read.
    plain = {fold(each) for each in _abbreviations() if "Đ" not in each}
    return {fold(part): part for part in parts if fold(part) not in plain}


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(short for word in type_words() for short in word.abbreviations)


def _letters_of(issuer: str) -> list[str]:
    """How the name of a body is shortened: its first letters, with and without `và`."""
    words = [word for word in re.split(r"[\s,-]+", issuer) if word[:1].isalpha()]
    whole = "".join(word[0].upper() for word in words)
    short = "".join(word[0].upper() for word in words if word.lower() not in ("và", "của", "về"))
    return [each for each in (whole, short, short[1:]) if len(each) > 2]
