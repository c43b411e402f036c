"""Names of bodies in capitals, as they are written in a line."""

import re

from vermilion.documents.reading.letters import fold, is_shouted
from vermilion.documents.reading.lists import listed

_PHRASES = tuple(phrase for phrase in listed("phrases in names") if " " in phrase)
_PLACES = frozenset(listed("kinds of places"))
_FIELD_HEADS = frozenset(listed("heads of fields"))
_SHORT = frozenset(listed("short forms in names"))
_NO_PLACES = ("xã hội", "tỉnh ủy", "tỉnh đoàn", "thành ủy")
_ROMAN = re.compile(r"[IVX]+")
_AS_SPELT = {each.lower(): each for each in listed("spellings in names")} | {
    each: each.title().replace("Thành Phố", "thành phố") for each in listed("places")
}
_SPELT = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _AS_SPELT), key=len, reverse=True))})(?!\w)", re.I
)
"""Names within names, as they are written."""


_TONES = {
    f"{first}{toned}": f"{moved}{last}"
    for first, last, tones in (
        ("u", "y", ("ỳỷỹýỵ", "ùủũúụ")),
        ("o", "a", ("àảãáạ", "òỏõóọ")),
        ("o", "e", ("èẻẽéẹ", "òỏõóọ")),
    )
    for toned, moved in zip(*tones, strict=True)
}
_TONED = re.compile(rf"(?<!q)(?:{'|'.join(_TONES)})", re.I)
"""Tones on the last vowel, as some houses write them: `Tỉnh uỷ` is `Tỉnh ủy`."""


def as_a_name(shouted: str) -> str:
    """`SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH LẠNG SƠN` as `Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn`.

    Tones stay on the vowel that bears them. A proposal only: where the directory knows the body,
    its own spelling is shown instead.
    """
    if not is_shouted(shouted):
        return shouted
    words = " ".join(shouted.split()).lower()
    known = _TONED.sub(lambda found: _TONES[found[0]], words)
    made = _SPELT.sub(lambda found: _AS_SPELT[found[0].lower()], _in_small_letters(known.upper()))
    if made.lower() != known:
        return made
    return "".join(
        letter.upper() if like.isupper() else letter
        for letter, like in zip(words, made, strict=True)
    )


def _in_small_letters(shouted: str) -> str:
    words = shouted.split()
    out: list[str] = []
    in_place = capital = False
    for index, word in enumerate(words):
        small = word.lower()
        pair = f"{small} {words[index + 1].lower()}" if index + 1 < len(words) else ""
        if word in _SHORT or _ROMAN.fullmatch(word) or _is_an_abbreviation(word):
            out.append(word)
            capital = False
        elif pair not in _NO_PLACES and (
            small in _PLACES
            or pair in _PLACES
            or (
                out
                and out[-1].lower() in ("thành", "đặc", "thị")
                and f"{out[-1].lower()} {small}" in _PLACES
            )
        ):
            out.append(small if index else small.capitalize())
            in_place = True
        elif in_place:
            out.append(word[:1] + small[1:])
        elif small in ("và", "của", "về", "thuộc", "cho", "tại", "các"):
            out.append(small)
            capital = small == "và"
        else:
            starts = index == 0 or capital or _begins_phrase(words, index)
            out.append(word[:1].upper() + small[1:] if starts else small)
            capital = small in _FIELD_HEADS and starts
    return " ".join(out)


def _is_an_abbreviation(word: str) -> bool:
    return fold(word) == word.lower() and len(word) > 3 and not _vowels(word)


def _vowels(word: str) -> bool:
    return any(letter in "aeiouy" for letter in fold(word))


def _begins_phrase(words: list[str], index: int) -> bool:
    rest = " ".join(words[index : index + 4]).lower()
    return any(rest == phrase or rest.startswith(phrase + " ") for phrase in _PHRASES)
