"""Marks of secrecy, urgency and circulation as they are stamped, boxed or printed on a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vermilion.documents.reading.letters import clean, fold, is_shouted, squeeze
from vermilion.documents.reading.words import MOTTOES, mark_words

MOST_LINES = 250
_FRAME = " \t|│┃║┆┊¦*_~=+#[](){}<>«»\"'“”‘’■□▪▫●○◆◇★☆.,:;!-–—/\\─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣"
_BESIDE = re.compile(
    r"(?:ban|van)?so[0-9]{0,6}|dongdau|tailieu|vanban|domat|dokhan|mucdo|[0-9]{1,4}"
)
# What makes another word of the same letters.
_BEFORE = ("bi", "bao", "co", "do", "than", "ve", "va", "hoa", "cac", "muc")
_AFTER = ("ma", "khau", "do", "vu", "nghi", "thu", "ong", "lenh", "danh", "thiet", "nhanuoc")
_NEIGHBOURS = re.compile(
    r"^(?:so[0-9:]|so$|ubnd|uyban|bo[a-z]|tinhuy|dang|ban|vanphong|so[a-z]|cuc|cong)"
)
_LABEL = re.compile(r"^(?:do|muc do|cap do|dau) ?(?:bao )?mat ?[:=] ?(.{1,20})$")


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark on a page: its kind, its value, the words as printed, and the line from 1."""

    kind: str
    value: int | str
    words: str
    line: int
    certainty: float
    lines: int = 1


def secrecy_marks(text: str) -> list[FoundMark]:
    """Every mark of a grade of secrecy on a page, in order of lines.

    Knows them composed, decomposed, spaced out, boxed, stacked and beside the header; does not
    take part of "bí mật", "bảo mật", "mật khẩu" or of a sentence for a mark.
    """
    return [found for found in marks(text.splitlines()) if found.kind == "secrecy"]


def heaviest(found: Sequence[FoundMark]) -> FoundMark | None:
    """The mark of the highest grade, the first of equals."""
    return max(found, key=lambda each: int(each.value), default=None)


def marks(lines: Sequence[str]) -> list[FoundMark]:
    """Every mark on a page."""
    tidy = [clean(_unframed(line)) for line in lines[:MOST_LINES]]
    found: list[FoundMark] = []
    for index, line in enumerate(tidy):
        before = tidy[index - 1] if index else ""
        after = tidy[index + 1] if index + 1 < len(tidy) else ""
        found += _marks_of(line, before, after, index + 1)
    return found + list(_stacked(tidy))


def parted(line: str) -> list[str]:
    """The line, and a mark that was stamped close before or behind it by itself.

    `HỎA TỐCKính gửi: …` and `SDTTG XEM XONG TRẢ LẠI`: boxes that float over a page are torn into
    the line beside them.
    """
    folded = fold(line)
    for word in mark_words():
        printed = word.words
        if len(word.key) < 4 or not is_shouted(printed) or len(line) <= len(printed):
            continue
        key = fold(printed)
        if folded.startswith(key) and line.startswith(printed):
            rest = line[len(printed) :]
            if _is_other_text(rest):
                return [printed, rest.lstrip(" .,:-–")]
        if folded.endswith(f" {key}") and line.endswith(printed) and len(word.key) > 6:
            rest = line[: -len(printed)].rstrip(" |│")
            if is_shouted(rest) and " " not in rest:
                return [rest, printed]
    return [line]


def _is_other_text(rest: str) -> bool:
    """Whether what follows a mark is a text of its own: not `MẬT mã`, not `KHẨN TRƯƠNG`."""
    bare = rest.lstrip(" .,:-–")
    first = fold(bare).split(" ")[0]
    return (
        sum(sign.islower() for sign in bare[:12]) >= 3
        and first not in _AFTER
        and (rest[:1] != " " or bare[:1].isupper())
    )


def _unframed(line: str) -> str:
    return "".join(
        " " if sign in "|│┃║┆┊¦[](){}─━═┌┐└┘├┤┬┴┼╔╗╚╝■□" else sign for sign in line[:2000]
    )


def _marks_of(line: str, before: str, after: str, number: int) -> Iterator[FoundMark]:
    if not line or len(line) > 300:
        return
    yield from _alone(line, before, after, number)
    yield from _labelled(line, number)
    yield from _at_an_edge(line, number)


def _alone(line: str, before: str, after: str, number: int) -> Iterator[FoundMark]:
    """The line is a mark and nothing else, or several: `TỐI MẬT - HỎA TỐC`."""
    bare = line.strip(_FRAME)
    rest = squeeze(fold(bare))[0]
    if not rest or len(rest) > 40 or bare[:1].islower():
        return
    heard: list[FoundMark] = []
    for word in mark_words():
        if word.key in rest and _may_be(word.key, bare):
            heard.append(FoundMark(word.kind, word.value, bare, number, 0.97))
            rest = rest.replace(word.key, " ", 1)
    left = "".join(_BESIDE.sub("", piece) for piece in rest.split())
    if heard and not left and not _is_a_wrapped_sentence(bare, before, after):
        yield from heard


def _may_be(mark: str, printed: str) -> bool:
    """Short words without their tones (`mat`, `khan`) are too common to be believed."""
    if mark in ("mat", "khan"):
        together = printed.casefold().replace(" ", "")
        return any(word in together for word in ("mật", "khẩn", "mât", "khân")) and (
            is_shouted(printed) or len(printed.split()) == 1
        )
    if mark == "secret":
        return is_shouted(printed)
    return is_shouted(printed) or len(printed.split()) <= 4


def _is_a_wrapped_sentence(bare: str, before: str, after: str) -> bool:
    """Whether the line only goes on with the one above, as in `… BẢO VỆ BÍ` / `MẬT NHÀ NƯỚC`."""
    words_before = fold(before).split()
    words_after = fold(after).split()
    of_one_size = is_shouted(bare) == is_shouted(before)
    if words_before and words_before[-1] in _BEFORE and of_one_size:
        return True
    if not is_shouted(bare) and before and before[-1] not in ".;:" and len(before) > 50:
        return True
    ends_in_secret = fold(bare).rstrip(" .,;:").endswith("mat")
    return (
        ends_in_secret and bool(words_after) and words_after[0] in _AFTER and words_after[0] != "do"
    )


def _labelled(line: str, number: int) -> Iterator[FoundMark]:
    """`Độ mật: Tối mật`."""
    found = _LABEL.match(fold(line.strip(_FRAME)))
    if found:
        said = squeeze(found[1])[0]
        for word in mark_words():
            if word.kind == "secrecy" and word.key == said:
                yield FoundMark(word.kind, word.value, line, number, 0.9)


def _at_an_edge(line: str, number: int) -> Iterator[FoundMark]:
    """A stamp that the text layer has merged with the header beside it."""
    folded = fold(line)
    rest = squeeze(folded)[0]
    for word in mark_words():
        if word.kind == "circulation" or not rest.isascii() or len(rest) <= len(word.key):
            continue
        for other, printed in _beside(word.key, line, folded):
            if _is_header(other) and is_shouted(printed) and _may_be(word.key, printed):
                yield FoundMark(word.kind, word.value, printed, number, 0.85)
                return


def _beside(mark: str, line: str, folded: str) -> Iterator[tuple[str, str]]:
    """What stands beside the mark when it begins or ends the line, and the mark as printed."""
    squeezed, places = squeeze(folded)
    if squeezed.startswith(mark):
        end = places[len(mark) - 1] + 1
        if not line[end : end + 1].isalnum():
            yield squeezed[len(mark) :], line[:end]
    if squeezed.endswith(mark):
        start = places[len(squeezed) - len(mark)]
        if start == 0 or not line[start - 1].isalnum():
            yield squeezed[: -len(mark)], line[start:]


def _is_header(rest: str) -> bool:
    if any(motto in rest for motto in MOTTOES) or ("ngay" in rest and "thang" in rest):
        return True
    if any(rest.endswith(word) for word in _BEFORE) or any(rest.startswith(w) for w in _AFTER):
        return False
    return len(rest) <= 40 and bool(_NEIGHBOURS.match(rest))


def _stacked(lines: Sequence[str]) -> Iterator[FoundMark]:
    """`TUYỆT` above `MẬT`, or the letters of a mark one below the other."""
    for index in range(len(lines) - 1):
        run: list[str] = []
        for line in lines[index : index + 10]:
            bare = line.strip(_FRAME)
            if not bare or len(bare) > 6 or not is_shouted(bare):
                break
            run.append(bare)
            if len(run) > 1:
                said = squeeze(fold("".join(run)))[0]
                for word in mark_words():
                    if word.key == said and len(said) > 3:
                        yield FoundMark(word.kind, word.value, " ".join(run), index + 1, 0.9)
        yield from _wrapped(lines, index)
        if len(run) >= 3 and "".join(run[:3]).casefold() == "mật":
            yield FoundMark("secrecy", 1, "".join(run[:3]), index + 1, 0.9)


def _wrapped(lines: Sequence[str], index: int) -> Iterator[FoundMark]:
    """A mark of several words that its frame has broken over two or three lines."""
    said = ""
    for count, line in enumerate(lines[index : index + 3], 1):
        bare = line.strip(_FRAME)
        if not bare or len(bare) > 24 or not is_shouted(bare):
            return
        said += squeeze(fold(bare))[0]
        if count > 1 and said.isascii():
            for word in mark_words():
                if word.key == said and len(said) > 6:
                    printed = " ".join(each.strip(_FRAME) for each in lines[index : index + count])
                    yield FoundMark(word.kind, word.value, printed, index + 1, 0.92, count)
                    return
