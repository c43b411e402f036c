"""Who signed: in whose right, in which post, under which name."""

import re
from collections.abc import Iterator, Sequence

from vermilion.documents.reading import letters
from vermilion.documents.reading.lists import listed
from vermilion.documents.reading.names import as_a_name
from vermilion.documents.reading.paper import Cell, Guess, Sheet, moved
from vermilion.documents.reading.words import SURNAMES, begins_a_name

_PREFIX = re.compile(
    r"(?:^|(?<= ))(?:(t ?/ ?u ?/? ?q|t ?/ ?m|k ?/ ?t|t ?/ ?l)[.,]? |(tu ?q|tm|kt|tl|q) ?[./,] ?)"
    r"(?=[a-z])"
)
_POST = re.compile(
    r"^(?:quyen |q\. ?|pho )?(?:chu tich|bo truong|thu truong|giam doc|tong giam doc|thu tuong|"
    r"tong bi thu|cuc truong|"
    r"vu truong|chanh van phong|chanh an|vien truong|hieu truong|truong|tong kiem toan|bi thu|"
    r"tong cuc truong|"
    r"chi cuc truong|thong doc|chanh thanh tra|tong thu ky|tu lenh|chinh uy|hieu pho|"
    r"tong bien tap|uy vien|"
    r"tham phan|kiem sat vien|dieu tra vien|chap hanh vien|cong chung vien|ke toan truong|"
    r"chi huy|tham muu truong|chinh tri vien|hoi truong|tram truong|to truong|dai su|giam thi|"
    r"chu nhiem|doi truong|tong thanh tra|thu ky|pho)\b"
)
_BARE_HEAD = re.compile(r"(?:quyen |q\. ?|pho )?(?:truong|pho)")
"""`TRƯỞNG PHÒNG …`: the word behind it belongs to the post, not to the name of a body."""
_SEEN_TO = re.compile(r"\(?(?:da ky|ky, ghi ro|ky ten|dong dau|da ky dien tu).*")
_ENDS = re.compile(r"^(?:phu luc|danh sach|mau so|bieu so|phu bieu|kem theo)\b")
_ANNEXED = re.compile(
    r"^\(? ?(?:ban hanh )?kem theo (?:quyet dinh|cong van|ke hoach|thong bao|to trinh|bao cao|"
    r"nghi quyet|huong dan|thong tu|nghi dinh|van ban|chi thi|quy che)\b"
)
_NOT_A_NAME = frozenset(listed("words that begin no name"))
_RANKS = re.compile(
    r"^(?:(?:pgs|gs|ts|ths|bs|ks|cn|ncs|ls|dai ta|thuong ta|trung ta|thieu ta|thieu tuong|"
    r"trung tuong|thuong tuong|"
    r"dai tuong|dai uy|thuong uy|dong chi|ong|ba)\b[. ,]*)+"
)
_NAME = re.compile(r"^[^\W\d_]+(?:['’.\-][^\W\d_]+)*(?: [^\W\d_]+(?:['’.\-][^\W\d_]+)*){1,5}$")
_SHORT_NAME = re.compile(r"^([KHY]) ?['’‘?] ?([^\W\d_]{2,20})$")
_PREFIXES = {"tm": "TM", "kt": "KT", "tl": "TL", "tuq": "TUQ", "q": "Q"}


_SPECKS = " -–—_'\"“”‘`~.|:*"

SIDE_BY_SIDE = 0.06
"""Names of a joint paper stand at one height, give or take this share of the page."""


class Signature:
    """What was read of a signature. Absent parts are None."""

    signer: Guess[str] | None = None
    post: Guess[str] | None = None
    competence: Guess[str] | None = None
    also: Guess[tuple[str, ...]] | None = None
    waiting: Sequence[Cell] = ()


def signature(sheets: Sequence[Sheet]) -> Signature:
    """The signature of the paper: the last page that has one before the annexes begin."""
    best = Signature()
    for sheet in _main_part(sheets):
        if best.waiting and not best.signer and _carried_over(best, sheet):
            return best
        found = _of_column(_signing_column(sheet))
        if found.signer or found.competence:
            best = found
            found.also = _beside(sheet, found.signer)
            if found.signer and found.post:
                return best
    return best


def _main_part(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    for place, sheet in enumerate(sheets):
        if place and any(
            (_ENDS.match(cell.folded) and letters.is_shouted(cell.text[:8]))
            or _ANNEXED.match(cell.folded)
            for cell in sheet.cells[:7]
        ):
            return
        yield sheet


def _beside(sheet: Sheet, signer: Guess[str] | None) -> Guess[tuple[str, ...]] | None:
    """Who signs in the left half of the page, at the height of the one on the right."""
    if not sheet.placed or signer is None or signer.place is None or not signer.place.box:
        return None
    other = _of_column([cell for cell in sheet.cells if cell.middle and cell.middle <= 0.5]).signer
    if other is None or other.place is None or not other.place.box:
        return None
    if abs(other.place.box[1] - signer.place.box[1]) > SIDE_BY_SIDE:
        return None
    return Guess((other.value,), min(other.certainty, 0.85), other.place)


def _of_column(cells: Sequence[Cell]) -> Signature:
    made = Signature()
    right: list[str] = []
    posts: list[Cell] = []
    for index, cell in enumerate(cells):
        if made.signer and _ANNEXED.match(cell.folded):
            break
        prefix = _PREFIX.search(cell.folded)
        shouted_from = _shout(cell)
        if prefix and shouted_from is not None and prefix.start() >= shouted_from:
            if right and posts and _PREFIXES[_plain(prefix[1] or prefix[2])] in right:
                right, posts = [], []
            right.append(_PREFIXES[_plain(prefix[1] or prefix[2])])
            posts.append(moved(cell, cell.text[prefix.start() :]))
            made.competence = Guess(".".join(right), 0.93, cell.place)
            continue
        if (
            posts
            and letters.is_shouted(cell.text)
            and _is_a_shouted_name(cell)
            and not _is_followed_by_a_name(posts[-1], cell, cells[index + 1 :])
        ):
            shouted_from = None
        if shouted_from is not None and _is_post(cell, shouted_from, bool(right)):
            if not right and posts and not _goes_on(posts[-1], cell):
                posts = []
            posts.append(moved(cell, cell.text[shouted_from:]))
            continue
        if posts:
            name = _name(cell)
            if name and _near(posts[-1], cell):
                made.signer = Guess(name, _certainty(name), cell.place)
                made.post = _post(posts)
                if not right:
                    made.competence = None
                if index > len(cells) * 0.3:
                    right, posts = [], []
    if not made.signer and (right or any(_POST.match(post.folded) for post in posts)):
        made.waiting = posts
    return made


def _carried_over(made: Signature, sheet: Sheet) -> bool:
    """A name at the head of a page whose post stood at the foot of the one before."""
    for cell in _signing_column(sheet)[:4]:
        name = _name(cell)
        if name and name.split()[0].lower() in SURNAMES:
            made.signer = Guess(name, 0.8, cell.place)
            made.post = _post(made.waiting)
            return True
    return False


def _plain(prefix: str) -> str:
    return "".join(sign for sign in prefix if sign.isalpha())


def _signing_column(sheet: Sheet) -> list[Cell]:
    """With places known, the right half, from above; otherwise every line in turn."""
    if not sheet.placed:
        return list(sheet.cells)
    right = [cell for cell in sheet.cells if cell.middle is None or cell.middle > 0.5]
    # Specks and the edges of stamps stand before names on scans.
    return [moved(cell, cell.text.lstrip(_SPECKS) or cell.text) for cell in right]


def _shout(cell: Cell) -> int | None:
    """Where the capitals begin that end the line; the list of recipients may stand before them."""
    if letters.is_shouted(cell.text) and not cell.text.startswith(("-", "•")):
        return 0
    words = cell.text.split(" ")
    start = len(words)
    while (
        start
        and words[start - 1].upper() == words[start - 1]
        and any(map(str.isalpha, words[start - 1]))
    ):
        start -= 1
    # `- Lưu: VT. PHÓ CHỦ TỊCH`: short forms of the recipients are no part of the post.
    while (
        start < len(words)
        and words[start][-1] in ".;,:"
        and not _PREFIX.match(letters.fold(" ".join(words[start : start + 2])))
    ):
        start += 1
    tail = " ".join(words[start:])
    before = " ".join(words[:start])
    if len(letters.key(tail)) < 5 or not before.rstrip().endswith((";", ".", ":", ",", ")")):
        return None
    return len(cell.text) - len(tail)


def _is_post(cell: Cell, start: int, in_signature: bool) -> bool:
    folded = cell.folded[start:].strip()
    if len(folded) > 90 or cell.text.rstrip().endswith(":"):
        return False
    return bool(_POST.match(folded)) or (in_signature and len(folded) > 3 and folded[0].isalpha())


def _is_a_shouted_name(cell: Cell) -> bool:
    """`NGUYỄN THỊ THU TRANG`: a name in capitals begins with a known surname and is no post."""
    return not _POST.match(cell.folded) and len(cell.text.split()) > 2 and bool(_name(cell))


def _is_followed_by_a_name(post: Cell, cell: Cell, below: Sequence[Cell]) -> bool:
    """Whether capitals right below a post only end it: `… CỤC VĂN THƯ VÀ / LƯU TRỮ NHÀ NƯỚC`."""
    return _goes_on(post, cell) and any(
        name.split()[0].lower() in SURNAMES
        for each in below[:6]
        if _near(post, each) and (name := _name(each))
    )


def _goes_on(previous: Cell, cell: Cell) -> bool:
    if cell.place.page != previous.place.page:
        return False
    if cell.place.box and previous.place.box:
        return -0.01 < cell.top - previous.top < 0.05
    return 0 <= cell.place.line - previous.place.line <= 2


def _near(post: Cell, name: Cell) -> bool:
    if name.place.page != post.place.page:
        return False
    if name.place.box and post.place.box:
        return -0.01 < name.top - post.top < 0.24
    return abs(name.place.line - post.place.line) <= 14


def _post(posts: Sequence[Cell]) -> Guess[str] | None:
    """The post in which one signs: the last that is named, without its prefix."""
    last = posts[-1]
    text = last.text
    prefix = _PREFIX.match(last.folded)
    if prefix:
        text = text[prefix.end() :]
    elif len(posts) > 1 and not _POST.match(last.folded) and not _PREFIX.match(posts[-2].folded):
        text = f"{posts[-2].text} {text}"
    return Guess(as_written(text.strip(" .,;:-")), 0.9 if len(posts) > 1 else 0.85, last.place)


def as_written(shouted: str) -> str:
    """A post in capitals as it is written in a line: `PHÓ CHỦ TỊCH` is `Phó Chủ tịch`, with the
    name of the body behind it written as names are."""
    if not letters.is_shouted(shouted):
        return shouted
    post = _POST.match(letters.fold(shouted))
    body = shouted[post.end() :].strip() if post else ""
    if post and not _BARE_HEAD.fullmatch(post[0]) and begins_a_name(body):
        return f"{as_written(shouted[: post.end()])} {as_a_name(body)}"
    words = shouted.lower().split()
    for place, word in enumerate(words):
        before = words[place - 1].lower() if place else ""
        if place == 0 or before in ("phó", "quyền", "q."):
            words[place] = word[:1].upper() + word[1:]
    return " ".join(words)


def _name(cell: Cell) -> str:
    """The name on a line, with ranks and remarks taken off; empty when it is none."""
    text = (
        _SEEN_TO.sub("", cell.text)
        if len(_SEEN_TO.sub("", cell.folded)) == len(cell.text)
        else cell.text
    )
    folded = letters.fold(text)
    rank = _RANKS.match(folded)
    text = text[rank.end() :].strip(" .,") if rank else text.strip(" .,")
    # Recipients may stand before the name on a merged line.
    for separator in (";", ". ", ": "):
        text = text.rpartition(separator)[2].strip()
    if _SHORT_NAME.match(text):
        return _SHORT_NAME.sub(r"\1’ \2" if " " in text else r"\1’\2", text)
    if not _NAME.match(text) or len(text) > 50:
        return ""
    words = text.split()
    if not all(word[:1].isupper() for word in words):
        return ""
    if letters.fold(words[0]) in _NOT_A_NAME and words[0].lower() not in SURNAMES:
        return ""
    if letters.is_shouted(text):
        if words[0].lower() not in SURNAMES:
            return ""
        text = " ".join(word[:1] + word[1:].lower() for word in words)
    return text


def _certainty(name: str) -> float:
    known = name.split()[0].lower().rstrip(".") in SURNAMES
    return 0.95 if known else 0.7
