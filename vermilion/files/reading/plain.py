"""Letters out of bytes whose encoding nobody stated."""

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD = ("cp1258", "cp1256", "cp1252")
VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323áàảãạéèíìóòúùýÁÀÉÈÍÓÚÝ")


def decoded(content: bytes, stated: str | None = None) -> str:
    """The text, by its mark, by what is stated, as UTF-8, or by the old encoding that fits best."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    for likely in filter(None, (stated, "utf-8")):
        try:
            return content.decode(likely)
        except (LookupError, UnicodeDecodeError):
            continue
    if wide := _wide(content):
        return content.decode(wide, "replace")
    return max((content.decode(each, "replace") for each in OLD), key=_likelihood)


def _wide(content: bytes) -> str | None:
    sample = content[:4096]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    return None


def _likelihood(text: str) -> float:
    """How much a decoded text looks written: letters of our languages count, odd signs against."""
    sample = [letter for letter in text[:20_000] if ord(letter) > 127]
    if not sample:
        return 0
    good = sum(c in VIETNAMESE or "\u0621" <= c <= "\u0652" for c in sample)
    bad = sum(c == "\ufffd" or not (c.isalpha() or 0x300 <= ord(c) <= 0x323) for c in sample)
    return (good - 2 * bad) / len(sample)
