"""Names of bodies in capitals, as they are written in a line."""

from vermilion.documents.reading.letters import fold, is_shouted
from vermilion.documents.reading.lists import listed

_PHRASES = tuple(phrase for phrase in listed("phrases in names") if " " in phrase)
_PLACES = frozenset(listed("kinds of places"))
_FIELD_HEADS = frozenset(listed("heads of fields"))
_SHORT = frozenset(listed("short forms in names"))


def as_a_name(shouted: str) -> str:
    """`SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH LẠNG SƠN` as `Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn`.

    A proposal only: where the directory knows the body, its own spelling is shown instead.
    """
    if not is_shouted(shouted):
        return shouted
    words = shouted.split()
    out: list[str] = []
    in_place = capital = False
    for index, word in enumerate(words):
        small = word.lower()
        pair = f"{small} {words[index + 1].lower()}" if index + 1 < len(words) else ""
        if word in _SHORT or (fold(word) == word.lower() and len(word) > 3 and not _vowels(word)):
            out.append(word)
            capital = False
        elif (
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


def _vowels(word: str) -> bool:
    return any(letter in "aeiouy" for letter in fold(word))


def _begins_phrase(words: list[str], index: int) -> bool:
    rest = " ".join(words[index : index + 4]).lower()
    return any(rest == phrase or rest.startswith(phrase + " ") for phrase in _PHRASES)
