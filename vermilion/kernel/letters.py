"""Letters: one form for finding, one for ordering. (`text.composed` is the form for storing.)

The order is that of the Vietnamese alphabet, with tones
breaking ties in the order level, falling, hook, tilde, rising, dot below: Unicode CLDR, collation
`vi`. Other scripts keep the order of their code points, after Latin.
"""

import re
import unicodedata

from vermilion.kernel.text import composed

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}
_MARKS = re.compile("[\u0300-\u036f\u064b-\u0652\u0640]")
_ALIKE = str.maketrans("đأإآىة", "dااايه")
_NUMBER = re.compile(r"\d+")


def folded(text: str) -> str:
    """Text as it is looked for: small letters, no tones or marks, đ as d, words by one space."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    plain = unicodedata.normalize("NFC", plain).translate(_ALIKE)
    # Vowel signs of Indian scripts are no word characters to `re`, yet belong to the word.
    spaced = "".join(
        letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        for letter in plain
    )
    return " ".join(spaced.split())


def initials(text: str) -> str:
    """The first letters of the words, as people abbreviate: Uỷ ban nhân dân gives ubnd."""
    return "".join(word[0] for word in folded(text).split())


def search_key(*texts: str) -> str:
    """What a row is found by: a space before every word, so that words match from their start."""
    found: dict[str, None] = {}
    for text in texts:
        words = folded(text).split()
        for word in (*words, *([initials(text)] if len(words) > 1 else [])):
            found[word] = None
    return "".join(f" {word}" for word in found)


def sort_key(text: str) -> str:
    """What a row is ordered by, compared byte by byte: letters first, then tones, then capitals."""
    letters: list[str] = []
    tones: list[str] = []
    padded = _NUMBER.sub(lambda number: number.group().zfill(6), composed(text).lower())
    for letter in padded:
        base, tone = _without_tone(letter)
        letters.append(_PLACES.get(base, base))
        tones.append(tone)
    return f"{''.join(letters)}\x01{''.join(tones).rstrip('0')}"


def person_sort_key(full_name: str) -> str:
    """A person's place in a list: by the given name, which Vietnamese names put last."""
    words = composed(full_name).split()
    return sort_key(" ".join([*words[-1:], *words[:-1]]))


def _without_tone(letter: str) -> tuple[str, str]:
    """A letter of the alphabet and the figure of its tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[part] for part in parts if part in _TONES), "0")
    rest = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", rest), tone
