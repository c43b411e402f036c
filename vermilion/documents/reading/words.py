"""Words of the office that papers are recognised by: types, marks, titles, heads of names."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vermilion.documents.reading.letters import key


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type of document as it stands on papers."""

    code: str
    family: str
    name: str
    key: str
    abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkWord:
    """A mark as it is stamped or printed."""

    kind: str
    value: int | str
    key: str
    words: str


@cache
def _data() -> dict[str, object]:
    text = (files("vermilion.documents") / "data" / "types.json").read_text("utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


@cache
def type_words() -> tuple[TypeWord, ...]:
    """Every type of the data file, in its order."""
    rows = _data()["types"]
    assert isinstance(rows, list)  # noqa: S101 - the data file is ours; its shape is tested
    words = []
    for row in rows:
        name = row["names"]["vi"].split(" (")[0]
        short = (row["abbreviation"], *row.get("also_abbreviated", ()))
        words.append(
            TypeWord(
                row["code"], row["family"], name, key(name), tuple(each for each in short if each)
            )
        )
    return tuple(words)


@cache
def mark_words() -> tuple[MarkWord, ...]:
    """Every mark of the data file, longest words first, so that the heavier grade wins."""
    kinds = _data()["marks"]
    assert isinstance(kinds, dict)  # noqa: S101 - the data file is ours; its shape is tested
    words = [
        MarkWord(kind, row["value"], key(printed), printed)
        for kind, rows in kinds.items()
        for row in rows
        for printed in row["on_paper"]
    ]
    return tuple(sorted(words, key=lambda each: -len(each.key)))


MOTTOES = tuple(
    map(
        key,
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
        ),
    )
)
STATE_TITLE, STATE_MOTTO, PARTY_TITLE = MOTTOES

NAME_HEADS = tuple(
    sorted(
        map(
            key,
            """ỦY BAN NHÂN DÂN; UBND; ỦY BAN; HỘI ĐỒNG NHÂN DÂN; HĐND; HỘI ĐỒNG; BỘ; SỞ; CỤC; TỔNG CỤC; VỤ;
            CHI CỤC; TỈNH ỦY; THÀNH ỦY; HUYỆN ỦY; THỊ ỦY; QUẬN ỦY; ĐẢNG ỦY; ĐẢNG BỘ; CHI BỘ; BAN; VĂN PHÒNG;
            TRƯỜNG; VIỆN; BỆNH VIỆN; CÔNG TY; TẬP ĐOÀN; TỔNG CÔNG TY; NGÂN HÀNG; THANH TRA; TÒA ÁN; CHÍNH PHỦ;
            THỦ TƯỚNG; QUỐC HỘI; CHỦ TỊCH NƯỚC; MẶT TRẬN; UBMTTQ; HỘI; LIÊN ĐOÀN; LIÊN HIỆP; LIÊN MINH;
            TRUNG TÂM; PHÒNG; CÔNG AN; QUÂN KHU; KIỂM TOÁN; KHO BẠC; BẢO HIỂM; ĐÀI; BÁO; TẠP CHÍ; NHÀ XUẤT BẢN;
            HỌC VIỆN; ĐẠI HỌC; TỔ CÔNG TÁC; ĐOÀN; TRẠM; HẠT; QUỸ; TỔNG CÔNG ĐOÀN; CÔNG ĐOÀN; THÔNG TẤN XÃ;
            TRUNG ƯƠNG; ĐỘI; XÍ NGHIỆP; HỢP TÁC XÃ; BAN CHẤP HÀNH; QUÂN ỦY; THÀNH ĐOÀN; TỈNH ĐOÀN""".split(
                ";"
            ),
        ),
        key=len,
        reverse=True,
    )
)
"""How the name of a body begins; a line that begins otherwise goes on with the name above."""

SURNAMES = frozenset(
    """nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm trịnh mai đào cao
    lương tạ phùng vương trương hà tô chu thái nông triệu ma bế hứa lò giàng thào sùng vàng quàng cầm điêu lường
    vi ksor siu rơ y a hầu thân kiều la lã lưu lục nghiêm nhâm ông phó quách quan tăng thạch thiều tống tôn trà
    triệu từ ung văn vy khuất doãn đàm đồng giang giáp hàn khổng bàn bạch châu cù diệp kim liễu lạc mạc sơn
    thẩm tưởng viên khương nhữ ninh phương""".split()
)

OPENINGS = tuple(
    map(
        key,
        """Căn cứ; Kính gửi; Thực hiện; Theo; Điều 1; Chương I; Phần; Xét; Để; Trên cơ sở; Ngày; Sau khi; Nhằm;
        Trong; Kính trình; Hôm nay; Tiếp theo; Qua; QUYẾT NGHỊ; QUYẾT ĐỊNH; Số; I.; A.; Hội nghị; Nơi nhận""".split(
            ";"
        ),
    )
)
"""How the text below a title begins."""
