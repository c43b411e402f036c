"""Text as it is compared, not as it is shown."""

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_SPACES = re.compile(r"\s+")


def composed(text: str) -> str:
    """Text with letters and tones composed (NFC), single spaces and no edges.

    Vietnamese reaches us composed and decomposed; both are the same word.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def same_name_key(text: str) -> str:
    """The key under which two spellings of one name agree: case and spacing do not count."""
    return composed(text).casefold()


def same_symbol_key(symbol: str) -> str:
    """The key under which two spellings of one number and notation agree.

    Case, spaces, kinds of dash and leading zeros do not count: `05/QĐ-BNV` is `5 / qđ–bnv`.
    """
    bare = same_name_key(symbol).translate(_DASHES).replace(" ", "")
    return _LEADING_ZEROS.sub("", bare)
